/** Who comes to that machine from outside, as its proxy lets them through; and what people's own browsers do there. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../../src/platform/clock.ts';
import { openDatabase } from '../../../src/platform/db/index.ts';
import { readInstallation } from '../../../src/platform/installation.ts';
import type { Begun } from '../../cast.ts';

export interface Heard {
  status: number;
  text: string;
  cookie: string;
}

export interface Outside {
  port: number;
  /** PUBLIC_URL */
  address: string;
}

/** A page, or with `form` what stands in it sent. */
export function ask(
  { port, address }: Outside,
  path: string,
  { form, cookie = '' }: { form?: Readonly<Record<string, string>>; cookie?: string } = {},
): Promise<Heard> {
  const method = form ? 'POST' : 'GET';
  const headers = {
    host: new URL(address).host,
    'x-forwarded-for': '192.0.2.7',
    'x-forwarded-proto': 'https',
    ...(cookie ? { cookie } : {}),
    ...(form ? { origin: address, 'content-type': 'application/x-www-form-urlencoded' } : {}),
  };
  return new Promise((done, failed) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        text += part;
      });
      answer.on('end', () => {
        const [set = ''] = answer.headers['set-cookie'] ?? [];
        done({ status: answer.statusCode ?? 0, text, cookie: set.split(';')[0] ?? '' });
      });
    });
    asked.on('error', failed);
    asked.end(form ? new URLSearchParams(form).toString() : undefined);
  });
}

/** What a running server and its database hold, reached from here: for what browsers would make and send. */
export async function inside<T>(folder: string, work: (ground: Begun) => Promise<T>): Promise<T> {
  const read = (name: string) => readFile(join(folder, name), 'utf8');
  const [, , , port = ''] = (await read('database/postmaster.pid')).split('\n');
  const databaseUrl = `postgres://upstander:${await read('database.password')}@127.0.0.1:${port}/postgres`;
  const data = await mkdtemp(join(tmpdir(), 'upstander-inside-'));
  try {
    await using database = await openDatabase({ data, databaseUrl }, { max: 2 });
    const installation = readInstallation(await read('installation.json'), folder);
    return await work({ database, installation, clock: systemClock });
  } finally {
    await rm(data, { recursive: true });
  }
}

/** Who comes to that machine from outside, as its proxy lets them through; and what people's own browsers do there. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../../src/platform/clock.ts';
import { openDatabase } from '../../../src/platform/db/index.ts';
import { readInstallation } from '../../../src/platform/installation.ts';
import type { Browser, Heard } from '../../browse.ts';
import type { Begun } from '../../cast.ts';

export interface Outside {
  port: number;
  /** PUBLIC_URL */
  address: string;
}

/** A browser without a window, behind the proxy. */
export function visit({ port, address }: Outside, cookie = ''): Browser {
  const ask = (path: string, body?: object): Promise<Heard> => {
    const isJson = /^\/(desk\/)?api\//.test(path);
    const headers = {
      host: new URL(address).host,
      'x-forwarded-for': '192.0.2.7',
      'x-forwarded-proto': 'https',
      ...(cookie ? { cookie: `__Host-session=${cookie}` } : {}),
      ...(body && {
        origin: address,
        'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
      }),
    };
    const form = () => new URLSearchParams(body as Record<string, string>).toString();
    const method = body ? 'POST' : 'GET';
    return new Promise((done, failed) => {
      const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => {
          text += part;
        });
        answer.on('end', () => {
          const set = answer.headers['set-cookie']?.find((one) => one.startsWith('__Host-session='));
          done({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text,
            json: <Answer>() => JSON.parse(text) as Answer,
            cookie: set === undefined ? null : (set.split(/[=;]/)[1] ?? ''),
          });
        });
      });
      asked.on('error', failed);
      asked.end(body && (isJson ? JSON.stringify(body) : form()));
    });
  };
  return { cookie, get: (path) => ask(path), post: (path, body = {}) => ask(path, body) };
}

/** Somebody comes in by a link that signs in. Throws where it does not. */
export async function comesIn(outside: Outside, link: string): Promise<Browser> {
  const { cookie, status } = await visit(outside).post(`/en${link}`);
  if (!cookie) throw new Error(`The link answered ${status}`);
  return visit(outside, cookie);
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

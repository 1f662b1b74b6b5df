/** What the image of deploy/Dockerfile would hold, in an empty folder: started as its account, unable to write there. */
import { execFileSync } from 'node:child_process';
import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { freePort } from '../../src/platform/db/index.ts';
import { built } from '../built.ts';
import { start } from '../house/house.ts';

/** An account of every system, as 10001 is in the image: PostgreSQL runs as nobody who has no name. */
const ACCOUNT = 65_534;

test.runIf(process.getuid?.() === 0)(
  'the files of the second stage alone start, answer the health check and end in order',
  { timeout: 300_000 },
  async () => {
    await built();
    const folder = await mkdtemp(join(tmpdir(), 'upstander-image-'));
    const data = await mkdtemp(join(tmpdir(), 'upstander-image-data-'));
    try {
      for (const each of ['package.json', 'package-lock.json', 'node_modules', 'dist']) {
        execFileSync('cp', ['-a', '--reflink=auto', resolve(each), folder]);
      }
      const prune = [
        'prune',
        '--omit=dev',
        '--include=optional',
        '--ignore-scripts',
        '--offline',
        '--no-audit',
      ];
      execFileSync('npm', prune, { cwd: folder, stdio: 'ignore' });
      await chmod(folder, 0o755);
      await chown(data, ACCOUNT, ACCOUNT);
      const as = ['setpriv', `--reuid=${ACCOUNT}`, `--regid=${ACCOUNT}`, '--clear-groups', '--no-new-privs'];
      const program = (name: string) => [
        join(folder, 'node_modules/.bin/node'),
        join(folder, 'dist/server', name),
      ];
      const env = { PORT: String(await freePort()), HOME: data };
      await using server = start({ data, env, as, run: program('main.js') });
      await server.url;
      await using asked = start({ data, env, as, run: [...program('cli.js'), 'health'] });
      expect([await asked.ended, asked.said().trim()]).toEqual([0, 'It is well.']);
      server.kill('SIGTERM');
      expect(await server.ended).toBe(0);
    } finally {
      await rm(folder, { recursive: true, force: true });
      await rm(data, { recursive: true, force: true });
    }
  },
);

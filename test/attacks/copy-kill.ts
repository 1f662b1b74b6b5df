/**
 * A backup and a restore are killed at any moment. What has its name in the folder is whole; what was half restored opens
 * for nobody; the same words once more end the work. This shows the death of processes, not the loss of power.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { readName, readThrough } from '../../src/platform/backup/index.ts';
import { openDatabase } from '../../src/platform/db/index.ts';
import { newIdentity, recipientOf } from '../../src/platform/keys/index.ts';
import { dataFolder, type Folder, firstFolder, type Started, start } from '../house/house.ts';

const cli = [process.execPath, resolve('dist/server/cli.js')];

export interface Outcome {
  /** Backups that were killed before they had ended; files with a whole name that were not whole. */
  backupsCut: number;
  notWhole: number;
  /** Restores that were killed before they had ended; of those, how many a server then opened. */
  restoresCut: number;
  opened: number;
  /** Restores that ended when they were asked for again, with every row. */
  ended: number;
}

export interface Rounds {
  backups: number;
  restores: number;
  /** Rows beside those of a new demonstration. */
  rows: number;
}

export async function copyKills({ backups, restores, rows }: Rounds): Promise<Outcome> {
  await using first = await firstFolder();
  await fill(first.path, rows);
  const away = await mkdtemp(join(tmpdir(), 'upstander-test-away-'));
  try {
    const identity = newIdentity();
    const key = join(away, 'key.txt');
    await writeFile(key, `${identity}\n`);
    const folder = join(away, 'backups');
    const to = await recipientOf(identity);
    const outcome: Outcome = { backupsCut: 0, notWhole: 0, restoresCut: 0, opened: 0, ended: 0 };

    const backup = () => start({ data: first.path, run: [...cli, 'backup', '--to', to, '--dir', folder] });
    let usual = await timed(backup());
    for (let n = 0; n < backups; n++) {
      const took = await killed(backup(), usual);
      if (took === null) outcome.backupsCut++;
      else usual = took;
      for (const file of await whole(folder)) {
        await readThrough(file, identity).catch(() => outcome.notWhole++);
      }
    }
    await timed(backup());
    const [file = ''] = (await whole(folder)).reverse();
    const want = await installationOf(first.path);

    const into = (to: Folder) =>
      start({ data: join(to.path, 'data'), run: [...cli, 'restore', file, '--identity', key] });
    let restoring = await (async () => {
      await using second = await dataFolder();
      return timed(into(second));
    })();
    for (let n = 0; n < restores; n++) {
      await using second = await dataFolder();
      const data = join(second.path, 'data');
      const took = await killed(into(second), restoring);
      if (took !== null) restoring = took;
      else {
        outcome.restoresCut++;
        // Without the mark it was killed before its first step or after its last.
        if (existsSync(join(data, 'restore.unfinished')) && (await opens(data))) outcome.opened++;
      }
      // Only where the kill came after its last step is there nothing left to do.
      if (existsSync(join(data, 'restore.unfinished')) || !existsSync(join(data, 'installation.json')))
        await timed(into(second));
      if ((await installationOf(data)) === want && (await count(data)) === rows) outcome.ended++;
      await stopped(data);
    }
    await stopped(first.path);
    return outcome;
  } finally {
    await rm(away, { recursive: true });
  }
}

/** Milliseconds; throws with what it said where it did not end well. */
async function timed(process: Started): Promise<number> {
  const began = performance.now();
  const code = await process.ended;
  if (code !== 0) throw new Error(`It ended with ${code}: ${process.said()}`);
  return performance.now() - began;
}

/** At any moment of its usual time; where it had ended before, how long it took: a busy machine becomes idle. */
async function killed(process: Started, usual: number): Promise<number | null> {
  const began = performance.now();
  const ended = process.ended.then((code) => ({ code, took: performance.now() - began }));
  await pause(Math.random() * usual);
  process.kill('SIGKILL');
  const { code, took } = await ended;
  return code === 'SIGKILL' ? null : took;
}

async function whole(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => readName(name)?.what === 'backup')
    .sort()
    .map((name) => join(folder, name));
}

/** A server that is started there says no, with the sentence that helps. */
async function opens(data: string): Promise<boolean> {
  const server = start({ data });
  const came = await Promise.race([server.ended, server.url.catch(() => 1)]);
  if (typeof came === 'number' && came !== 0) return !/A restore was cut off here/.test(server.said());
  server.kill('SIGTERM');
  await server.ended;
  return true;
}

const installationOf = (data: string) => readFile(join(data, 'installation.json'), 'utf8').catch(() => '');

async function fill(data: string, rows: number): Promise<void> {
  await using database = await openDatabase({ data }, { max: 1 });
  await sql`insert into seen_act (week, place, answer, count)
    select date '1900-01-01' + n, 'street', md5(n::text), 1 from generate_series(1, ${rows}::int) as n`.execute(
    database.db,
  );
}

async function count(data: string): Promise<number> {
  await using database = await openDatabase({ data }, { max: 1 });
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from seen_act where answer ~ '^[0-9a-f]{32}$'`.execute(database.db);
  return rows[0]?.n ?? 0;
}

/** What a killed process left running. */
async function stopped(data: string): Promise<void> {
  await using _ = await openDatabase({ data }, { max: 1 });
}

/**
 * A restore that leaves nothing behind: into a folder and a database of its own, where everything a real one does is done,
 * looked at, and removed again. The installation itself is neither needed nor touched.
 */
import { lstat, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { discard, openDatabase, single } from '../db/index.ts';
import { Refusal } from '../refusal.ts';
import { type Restored, type Restoring, restore } from './restore.ts';
import type { Proof, Rooms } from './rooms.ts';
import * as store from './store.ts';

export interface Rehearsing extends Omit<Restoring, 'config' | 'rooms'> {
  rooms: Pick<Rooms, 'restored' | 'proved'>;
  /** A folder for its folder; else the machine's for temporary files. Only this account can enter what is made there. */
  within?: string;
  /** Told once how many reports there are to look at, and then of each some. */
  proving?(reports: number): (some: number) => void;
}

export interface Rehearsed extends Omit<Restored, 'replayed'>, Pick<Proof, 'figures'> {
  replayed: NonNullable<Restored['replayed']>;
  /** Rows read out again, of so many tables. */
  rows: number;
  tables: number;
}

const name = 'upstander-check-';

/**
 * Refusals as `restore`, and 'backup_damaged' {file, why} for what came back and would not serve. Whatever happens the
 * folder goes; what a killed one left goes with the next.
 */
export async function rehearse({
  within = tmpdir(),
  rooms,
  proving,
  ...from
}: Rehearsing): Promise<Rehearsed> {
  await sweep(within);
  const data = await mkdtemp(join(within, `${name}${process.pid}-`));
  try {
    const config = { data };
    const { installation, manifest, replayed } = await restore({ ...from, config, rooms });
    if (replayed === null) throw new Error('An empty folder held a restore.');
    const damaged = (why: string) => new Refusal('backup_damaged', { file: from.file, why });
    await using opened = await openDatabase(config, { max: 2 });
    const { rows, tables } = await readAgain(opened.url, from.signal);
    const reports = manifest.tables.find((table) => table.name === 'report')?.rows ?? 0;
    const told = proving?.(reports - replayed.withdrawn);
    const step = (some: number) => {
      from.signal?.throwIfAborted();
      told?.(some);
    };
    const { figures, wrong } = await rooms.proved(opened.db, { installation, step });
    const [first] = wrong;
    if (first !== undefined) throw damaged(first);
    if (figures.reports !== reports - replayed.withdrawn)
      throw damaged(`${figures.reports} of ${reports - replayed.withdrawn} reports came back`);
    return { installation, manifest, replayed, rows, tables, figures };
  } finally {
    await discard(data);
  }
}

/** Every row of every table, read out of the database once more. */
async function readAgain(
  url: string,
  signal: AbortSignal | undefined,
): Promise<{ rows: number; tables: number }> {
  await using database = await single(url, 'upstander restore --check');
  const tables = await store.tablesOf(database.client);
  let rows = 0;
  for (const table of tables) {
    signal?.throwIfAborted();
    const parts = store.read(database.client, table);
    let part = await parts.next();
    while (!part.done) part = await parts.next();
    rows += part.value;
  }
  return { rows, tables: tables.length };
}

/** Folders of runs that were killed, with their databases: ours, and of no process that lives. */
async function sweep(within: string): Promise<void> {
  for (const entry of await readdir(within)) {
    const pid = Number(new RegExp(`^${name}(\\d+)-`).exec(entry)?.[1] ?? 0);
    if (pid === 0 || isAlive(pid)) continue;
    const path = join(within, entry);
    const found = await lstat(path).catch(() => null);
    if (found?.isDirectory() && found.uid === process.getuid?.()) await discard(path);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

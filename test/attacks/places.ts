/** Everywhere this machine might keep something of what passed through it. */
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { sql } from 'kysely';
import type { TestWorld } from '../world.ts';
import { everyCell } from './tables.ts';
import { foundIn, type Trace } from './trace.ts';

export interface Watch {
  /** 'where: what' for every trace that is in a table or a file. */
  look(traces: readonly Trace[]): Promise<string[]>;
}

/** Begins to watch: of files, only those that change from now on are looked at. */
export async function watch({ database, config }: TestWorld): Promise<Watch> {
  const { db } = database;
  const since = Date.now();
  const temporary = new Set(await readdir(tmpdir()));
  return {
    async look(traces) {
      await sql`checkpoint`.execute(db);
      const found: string[] = [];
      for (const { table, column, value } of await everyCell(db)) {
        const what = foundIn(Buffer.from(value), traces);
        found.push(...what.map((name) => `${table}.${column}: ${name}`));
      }
      const cluster = await clusterOf(db);
      const { rows } = await sql<{ oid: string }>`
        select oid::text as oid from pg_database where datname = current_database()`.execute(db);
      // Other tests have databases of their own in the same cluster.
      const ours = (path: string) => !path.startsWith('base/') || path.startsWith(`base/${rows[0]?.oid}/`);
      for (const name of await readdir(tmpdir())) {
        if (temporary.has(name) || !mayHoldOurs(name)) continue;
        found.push(...(await inFolder(join(tmpdir(), name), { traces, since, most: 20e6 })));
      }
      found.push(...(await inFolder(cluster, { traces, since, only: ours })));
      found.push(...(await inFolder(config.data, { traces, since: 0 })));
      for (const folder of [process.cwd(), config.data, cluster]) {
        const cores = (await readdir(folder)).filter((name) => /^core(\.\d+)?$|\.core$/.test(name));
        found.push(...cores.map((name) => `core file: ${name}`));
      }
      return [...new Set(found)].sort();
    },
  };
}

/** A browser keeps its own memory in its profile; other tests' worlds and databases are theirs. */
const mayHoldOurs = (name: string) =>
  !/^(playwright|upstander-(world|test|house|browser)|bash_jobs)/.test(name);

/** The path as we see it: the server may stand in a file system of its own. */
async function clusterOf(db: TestWorld['database']['db']): Promise<string> {
  const { rows } = await sql<{ path: string; pid: number }>`
    select current_setting('data_directory') as path, pg_backend_pid() as pid`.execute(db);
  const { path, pid } = rows[0] ?? { path: '', pid: 0 };
  return existsSync(join(path, 'PG_VERSION')) ? path : `/proc/${pid}/cwd`;
}

interface Looked {
  traces: readonly Trace[];
  /** Milliseconds since the epoch. */
  since: number;
  only?: (path: string) => boolean;
  /** Larger files are passed over. */
  most?: number;
}

/** 'file: what' for every trace that is in a file below. */
export async function inFolder(
  folder: string,
  { traces, since, only = () => true, most = 1e9 }: Looked,
): Promise<string[]> {
  const found: string[] = [];
  const walk = async (path: string): Promise<void> => {
    const about = await stat(path).catch(() => null);
    if (about?.isDirectory()) {
      for (const name of await readdir(path).catch(() => [])) await walk(join(path, name));
    } else if (about?.isFile() && about.mtimeMs >= since - 1000 && about.size <= most) {
      const name = relative(folder, path);
      if (!only(name)) return;
      // Somebody else's file may be gone again.
      const held = await readFile(path).catch(() => Buffer.alloc(0));
      found.push(...foundIn(held, traces).map((what) => `${name}: ${what}`));
    }
  };
  await walk(folder);
  return found;
}

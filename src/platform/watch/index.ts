/** Looks whether the house is well. Nothing it says is about a person or a report: see README.md. */
import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Kysely } from '../db/index.ts';
import { mailReader } from '../mail/index.ts';
import type { Load } from './load.ts';
import { ask, stuckTasks } from './store.ts';

export { type Counts, requestCounts, step, type Told } from './counts.ts';
export { type Load, measuredLoad } from './load.ts';
export { metricsText } from './metrics.ts';

/** Less than this is too little to go on, in MB. */
export const enoughFreeMb = 500;

export interface Vitals {
  /** Null: it answers. Else the code or kind of error, never a message. */
  database: string | null;
  /** Free on the disk of the data folder, in whole hundreds of MB downwards; null where the disk could not be asked. */
  freeMb: number | null;
  /** Of this process. */
  memoryMb: number;
  /** Null where the database is away. */
  stuck: { tasks: number; mails: number } | null;
  /** False: no mail server was named, letters are printed. */
  mails: boolean;
  /** Whole hours since the newest backup; null where there is none. */
  backupHours: number | null;
  /** Null where nobody measures it; `lateMs` in steps of 100. */
  load: { isHeavy: boolean; lateMs: number } | null;
}

/** Never rejects; a database that says nothing is away after two seconds. Asked again within a second, it repeats itself. */
export type Look = () => Promise<Vitals>;

export interface Watched {
  db: Kysely<unknown>;
  data: string;
  mails: boolean;
  /** Hours since the newest backup. */
  backupAge?(): Promise<number | null>;
  load?: Load;
}

const PATIENCE_MS = 2_000;
const KEPT_MS = 1_000;

export function watch(watched: Watched): Look {
  let looking: Promise<Vitals> | null = null;
  return () => {
    if (looking === null) {
      looking = look(watched);
      const forget = () => {
        looking = null;
      };
      void looking.then(() => setTimeout(forget, KEPT_MS).unref());
    }
    return looking;
  };
}

async function look({ db, data, mails, backupAge, load }: Watched): Promise<Vitals> {
  const [asked, freeMb, hours] = await Promise.all([asking(db), free(data), backupAge?.() ?? null]);
  const memoryMb = Math.round(process.memoryUsage.rss() / 1_000_000);
  return {
    database: asked.problem,
    stuck: asked.stuck,
    freeMb,
    memoryMb,
    mails,
    backupHours: hours === null ? null : Math.floor(hours),
    load: load?.told() ?? null,
  };
}

type Asked = { problem: string | null; stuck: Vitals['stuck'] };

async function asking(db: Kysely<unknown>): Promise<Asked> {
  const all = async (): Promise<Asked> => {
    await ask(db);
    const [tasks, { tried }] = [await stuckTasks(db), await mailReader(db).figures()];
    return { problem: null, stuck: { tasks, mails: tried } };
  };
  const silent = Promise.withResolvers<Asked>();
  const timer = setTimeout(() => silent.resolve({ problem: 'ETIMEDOUT', stuck: null }), PATIENCE_MS);
  const failed = (error: unknown): Asked => ({ problem: kindOf(error), stuck: null });
  try {
    return await Promise.race([all().catch(failed), silent.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function kindOf(error: unknown): string {
  const { code, name } = error as NodeJS.ErrnoException;
  return /^[\w]{2,30}$/.test(code ?? '') ? String(code) : name;
}

/** In MB, whole hundreds: less would show when something was written. */
async function free(data: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(existsSync(data) ? data : dirname(data));
    return Math.floor((Number(bavail) * Number(bsize)) / 100_000_000) * 100;
  } catch {
    return null;
  }
}

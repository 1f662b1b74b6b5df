/** For what is killed on its way: a house that stands, in whose database many told some days ago; when the kill comes, and what it may do. */
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { systemClock } from '../../src/platform/clock.ts';
import { freePort, openDatabase } from '../../src/platform/db/index.ts';
import { createInstallation } from '../../src/platform/installation.ts';
import { makeRoot } from '../../src/platform/keys/root.ts';
import { amalTells, type Ground, unstretched } from '../cast.ts';
import { testClock } from '../clock.ts';
import { dataFolder } from '../house/house.ts';
import { type House, standing } from '../house/standing.ts';
import type { Desk } from './at-desk.ts';

const day = 24 * 3_600_000;
const together = 16;

/** The server has today's clock; what is written beside it, is written so many days before. */
export async function earlier(days: number): Promise<Ground & { house: House } & AsyncDisposable> {
  await using started = new AsyncDisposableStack();
  const folder = started.use(await dataFolder());
  const root = makeRoot();
  const installation = await createInstallation(folder.path, {
    kind: 'real',
    root: root.public,
    name: { en: 'Door of the City', ar: 'باب المدينة' },
    zone: 'Africa/Cairo',
    country: 'demo',
  });
  const house = started.use(await standing(folder.path, { port: await freePort() }));
  const database = started.use(await openDatabase({ data: folder.path }, { max: together }));
  const clock = testClock(new Date(systemClock.now().getTime() - days * day).toISOString());
  const ending = started.move();
  return {
    clock,
    database,
    installation,
    root,
    house,
    [Symbol.asyncDispose]: () => ending.disposeAsync(),
  };
}

/** Returns once all are filed: each report with the words only it holds. What could happen again soon is in the inbox at once, however many come. */
export async function tellMany(ground: Ground, reports: number): Promise<Map<string, string>> {
  const told = new Map<string, string>();
  const open = async () => ({ open: true }) as const;
  while (told.size < reports) {
    const some = Array.from({ length: Math.min(together, reports - told.size) }, async (_, n) => {
      const words = `Report number ${told.size + n}.`;
      const { id } = await amalTells(ground, { words, soon: 'now' }, { scrypt: unstretched, open });
      return [id, words] as const;
    });
    for (const [id, words] of await Promise.all(some)) told.set(id, words);
  }
  while ((await filed(ground)) < reports) await pause(200);
  return told;
}

async function filed({ database }: Ground): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from inbox`.execute(database.db);
  return rows[0]?.n ?? 0;
}

/**
 * Returns when it is time: at any moment of a batch before it is written, or while one is being written. However busy the
 * machine was when `usual` was measured, a kill costs one batch at most, so that all of them find something to cut.
 */
export async function moment(
  desk: Desk,
  { inWriting, usual }: { inWriting: boolean; usual: number },
): Promise<void> {
  if (!inWriting) return Promise.race([pause(Math.random() * usual), desk.writes()]);
  await desk.writes();
  await pause(Math.random() * desk.wrote());
}

/** Only a connection that broke is what a kill may do. */
export function connectionLost(error: unknown): true {
  if (error instanceof TypeError) return true;
  throw error;
}

/**
 * P9: what one report costs from sending to filing, opening and coming back, with 100,000 stored beside 1,000. Both
 * installations are in one PostgreSQL and one process; no socket lies between, which would hide a difference.
 */
import { sql } from 'kysely';
import { floors } from '../src/casework/flood/model.ts';
import { openDatabase } from '../src/platform/db/index.ts';
import { browse } from '../test/browse.ts';
import { dataFolder } from '../test/house/house.ts';
import { type Sealed, sealedPool } from './lib/pool.ts';
import { alternating, median, note, round, say } from './lib/say.ts';
import { type Stored, withStored } from './lib/stored.ts';

/** As many as come in from no place named before the rest waits apart. */
const batch = floors.nowhere;
const pairs = 21;
const steps = ['sent and filed', 'claimed and opened', 'her own page', 'the inbox'] as const;
type Costs = number[];

await stored();

async function stored(): Promise<void> {
  await using folder = await dataFolder();
  await using server = await openDatabase({ data: folder.path }, { max: 2 });
  await using few = await withStored(server, { name: 'few', reports: 1_000 });
  note('1,000 stored');
  await using many = await withStored(server, { name: 'many', reports: 100_000 });
  note('100,000 stored');
  const pools = new Map<Stored, Sealed[]>();
  for (const one of [few, many]) pools.set(one, await poolFor(one));
  const lives = (one: Stored) => () => batchOf(one, pools.get(one) ?? []);
  await lives(few)();
  await lives(many)();
  const runs = await alternating(pairs, lives(many), lives(few));
  const sum = (costs: Costs) => costs.reduce((a, b) => a + b, 0);
  const parts = steps.map((step, at) => {
    const [much, little] = [0, 1].map((side) =>
      round(median(runs.map((pair) => pair[side as 0 | 1][at] ?? 0))),
    );
    return `${step} ${much} beside ${little} ms`;
  });
  say({
    budget: 'P9',
    what: 'one report from sending to coming back, 100,000 stored beside 1,000',
    ratios: runs.map(([much, little]) => sum(much) / sum(little)),
    must: { most: 1.2 },
    figures: parts.join(', '),
  });
}

async function poolFor({ stage, people }: Stored): Promise<Sealed[]> {
  const readers = [people.ines.reader, people.omar.reader];
  const day = stage.clock.now().toISOString().slice(0, 10);
  return sealedPool(batch, { installation: stage.installation, readers, day });
}

/** Milliseconds a report, for each step. */
async function batchOf({ stage, people, jobs }: Stored, pool: readonly Sealed[]): Promise<Costs> {
  const amal = browse(stage);
  const ines = await people.as(people.ines);
  const costs: Costs = [];
  const timed = async (step: () => Promise<void>) => {
    const start = performance.now();
    await step();
    costs.push((performance.now() - start) / pool.length);
  };
  await timed(async () => {
    for (const { submission } of pool) await fine(amal.post('/api/reports', submission));
    await jobs.settle();
  });
  await timed(async () => {
    for (const { submission } of pool) {
      await fine(ines.post('/desk/api/claim', { report: submission.id }));
      await fine(ines.post('/desk/api/open', { report: submission.id }));
    }
  });
  await timed(async () => {
    for (const { lookup } of pool) await fine(amal.post('/api/back', { lookup }));
  });
  await timed(async () => {
    for (let n = 0; n < 5; n++) await fine(ines.get('/desk/api/inbox'));
  });
  const ids = pool.map(({ submission }) => submission.id);
  await sql`delete from report where id = any(${ids}::text[])`.execute(stage.database.db);
  return costs;
}

async function fine(answer: Promise<{ status: number }>): Promise<void> {
  const { status } = await answer;
  if (status !== 200) throw new Error(`Answered with ${status}`);
}

/**
 * P1: sealed reports over HTTP from 16 phones, each answered when it is on disk, beside the same rows written straight
 * to the same PostgreSQL over 16 connections, and, for orientation, beside a bare server that checks nothing. All keep `synchronous_commit` as PostgreSQL sets it.
 */
import { sql } from 'kysely';
import pg from 'pg';
import { sealerFor } from '../test/attacks/pool.ts';
import { bareServer } from './lib/bare-server.ts';
import { demonstration, rested } from './lib/demonstration.ts';
import { type Phones, phones as phonesOf } from './lib/phones.ts';
import { sealedPool } from './lib/pool.ts';
import { insertRows, rowsOf } from './lib/rows.ts';
import { alternating, median, note, round, say } from './lib/say.ts';

const clients = 16;
const reports = 800;
/** Sent before the time is taken, so that both sides have their connections. */
const warm = 4 * clients;
const pairs = 9;

await intake();

async function intake(): Promise<void> {
  await using house = await demonstration();
  const pool = await sealedPool(warm + reports, await sealerFor(house.data, house.url));
  const bodies = pool.map(({ submission }) => Buffer.from(JSON.stringify(submission)));
  const now = new Date();
  const rows = pool.map(({ submission }) => rowsOf(submission, now));
  await using phones = phonesOf(house.url);
  await using unchecked = await bareServer(house.databaseUrl);
  const straight = new pg.Pool({ connectionString: house.databaseUrl, max: clients });
  let run = 0;

  async function emptied(): Promise<void> {
    run++;
    await rested(house.db);
    await sql`truncate report, outbox cascade`.execute(house.db);
    await sql`checkpoint`.execute(house.db);
  }
  async function sentTo(to: Phones): Promise<number> {
    await emptied();
    return storm((n) =>
      to.post('/api/reports', {
        body: bodies[n] ?? Buffer.alloc(0),
        from: `10.${run}.${n >> 8}.${n & 255}`,
      }),
    );
  }
  const overHttp = () => sentTo(phones);
  async function nothingChecked(): Promise<number> {
    const rate = await sentTo(unchecked.phones);
    // Nobody files these.
    await sql`truncate report, outbox cascade`.execute(house.db);
    return rate;
  }
  async function byHand(): Promise<number> {
    await emptied();
    const rate = await storm(async (n) => {
      await straight.query({ name: 'insert', text: insertRows, values: rows[n] ?? [] });
    });
    // Nobody files these.
    await sql`truncate report, outbox cascade`.execute(house.db);
    return rate;
  }

  await overHttp();
  await byHand();
  await nothingChecked();
  const runs = await alternating(pairs, overHttp, byHand);
  for (const [http, hand] of runs) note(`over HTTP ${round(http)}/s, straight ${round(hand)}/s`);
  const bare = await alternating(pairs, nothingChecked, byHand);
  for (const [http, hand] of bare) note(`nothing checked ${round(http)}/s, straight ${round(hand)}/s`);
  await straight.end();
  const ofBare = round(median(bare.map(([http, hand]) => http / hand)));
  const middle = (side: 0 | 1) => round(median(runs.map((pair) => pair[side])));
  say({
    budget: 'P1',
    what: 'sealed reports over HTTP, 16 clients, beside the same rows written straight',
    ratios: runs.map(([http, hand]) => http / hand),
    must: { least: 0.4 },
    figures: `${middle(0)} and ${middle(1)} reports a second; a bare server that checks nothing reaches ${ofBare}`,
  });
}

/** Each client takes the next one as soon as its last is done. Reports per second. */
async function storm(send: (n: number) => Promise<void>): Promise<number> {
  let next = 0;
  const upTo = async (end: number) => {
    const client = async () => {
      while (next < end) await send(next++);
    };
    await Promise.all(Array.from({ length: clients }, client));
  };
  await upTo(warm);
  const start = performance.now();
  await upTo(warm + reports);
  return (reports / (performance.now() - start)) * 1000;
}

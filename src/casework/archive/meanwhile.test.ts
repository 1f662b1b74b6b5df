/** Closing away, bringing back and the list of readers at one moment; and what is away is found again. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { archiveSigned, broughtBack, closesAway, placeOf } from '../../../test/archiving.ts';
import {
  amalTells,
  type Cast,
  cast,
  newKeys,
  nextStatement,
  signedByRoot,
  unstretched,
} from '../../../test/cast.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { bringBack } from '../../cli/archive.ts';
import { digits, makeRoot, signStatement } from '../../platform/keys/index.ts';
import { archiveStore, reportReader, reportWriter } from '../../report/index.ts';
import { append } from '../list/append.ts';
import type { AwayLines } from './wire.ts';

let here: TestWorld;
let people: Cast;
let away: string;
let later: string;

beforeAll(async () => {
  here = await world();
  people = await cast(here);
  await archiveSigned(here);
  [away = '', later = ''] = [await tells(), await tells()];
  await here.settle();
  const ines = await people.as(people.ines);
  for (const report of [away, later]) await ines.post('/desk/api/claim', { report });
  await ines.post('/desk/api/close', { report: away, reason: 'done_with_her' });
  here.clock.pass({ days: 31 });
  await closesAway(here, await people.as(people.ines), people.ines);
  await (await people.as(people.ines)).post('/desk/api/close', { report: later, reason: 'done_with_her' });
  here.clock.pass({ days: 31 });
}, 60_000);
afterAll(() => here[Symbol.asyncDispose]());

const tells = async () => (await amalTells(here, {}, { scrypt: unstretched })).id;
const readersOf = async (report: string) => (await reportReader(here.database.db).byId(report))?.readers;
const linesFor = async (who: 'ines' | 'layla', most: number) =>
  (await (await people.as(people[who])).post('/desk/api/archive/lines', { most })).json<AwayLines>().lines;

/** Until somebody in this database waits for a lock, or `done` ends without waiting. */
async function waits(done: Promise<unknown>): Promise<void> {
  let ended = false;
  void done.finally(() => {
    ended = true;
  });
  for (let waiting = 0; waiting === 0 && !ended; ) {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(here.database.db);
    waiting = rows[0]?.n ?? 0;
  }
}

test('a key that is signed while Ines closes away is named on what went', async () => {
  await signedByRoot(here, 'remove', people.omar.reader);
  const { reader } = await newKeys(here, people.omar);
  const statement = await nextStatement(here, 'add', reader);
  const entry = { statement, signatures: [signStatement(statement, 'root', here.root.secret)] };
  const ines = await people.as(people.ines);
  const { db } = here.database;
  const { closing } = await db.transaction().execute(async (tx) => {
    await append(tx, { db, clock: here.clock, installation: here.installation }, { entry });
    const closing = closesAway(here, ines, people.ines);
    await waits(closing);
    return { closing };
  });
  expect((await closing).run).toMatchObject({ shared: 1 });
  for (const report of [away, later]) expect(await readersOf(report)).toContain(reader.id);
});

test('everything that is away is listed for those who see that it is there, the last first', async () => {
  expect((await linesFor('ines', 40)).map(({ id }) => id)).toEqual([later, away]);
  expect((await linesFor('ines', 1)).map(({ id }) => id)).toEqual([later]);
  expect(await linesFor('layla', 40)).toEqual([]);
});

test('what comes back while somebody signs keeps the readers it came back to', async () => {
  const { db } = here.database;
  const omar = (await readersOf(away))?.at(-1) ?? '';
  // Omar's new key counts by now.
  here.clock.pass({ hours: 73 });
  await signedByRoot(here, 'remove', people.ines.reader);
  const last = await newKeys(here, people.ines);
  const { signing } = await db.transaction().execute(async (tx) => {
    await reportWriter(tx).lock(away);
    const signing = signedByRoot(here, 'add', last.reader);
    await waits(signing);
    const secret = Buffer.from('age-encryption.org/v1\n');
    expect(await archiveStore(tx).takeOut({ report: away, secret, readers: [omar] })).toBe(true);
    return { signing };
  });
  await signing;
  expect(await readersOf(away)).toEqual([omar]);
  expect(await readersOf(later)).toContain(last.reader.id);
});

test('what went while papers were typed is one line, and a list that does not hold is said as that', async () => {
  await archiveStore(here.database.db).ask(later, '2027-02-01');
  const place = placeOf(here);
  const other = { ...place.installation, root: makeRoot().public };
  const yes = { ask: async () => 'yes', say() {}, wipe() {}, [Symbol.dispose]() {} };
  const broken = bringBack({ ...placeOf(here), installation: other }, yes, digits);
  await expect(broken).rejects.toMatchObject({ code: 'chain_broken' });
  const erased = async () => {
    await sql`delete from report_archive where report = ${later}`.execute(here.database.db);
    return 'yes';
  };
  const gone = await bringBack(place, { ...yes, ask: erased }, digits);
  expect(gone.data).toEqual({ opened: 0, refused: 1 });
  expect(gone.text).toContain('gone meanwhile');
  expect((await broughtBack(here)).data).toEqual({ opened: 0, refused: 0 });
});

/** A thief with a caseworker's key, or with all of them, and the whole database: what was closed away stays closed. */
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  archiveKey,
  KeyRefusal,
  newReportKey,
  openBoundSecret,
  openItem,
  sealSecret,
} from '../../src/platform/keys/index.ts';
import { archiveStore, reportReader, sealedReader } from '../../src/report/index.ts';
import { archiveSigned, broughtBack, closesAway } from '../archiving.ts';
import { amalTells, type Cast, cast, unstretched } from '../cast.ts';
import { type TestWorld, world } from '../world.ts';
import { type Cell, everyCell, holding } from './tables.ts';

const words = 'He waited by the third lamp.';
let here: TestWorld;
let people: Cast;
let away: string;
let near: string;

beforeAll(async () => {
  here = await world();
  people = await cast(here);
  await archiveSigned(here);
  const telling = { scrypt: unstretched };
  away = (await amalTells(here, { words }, telling)).id;
  near = (await amalTells(here, { words: 'She rang the bell.' }, telling)).id;
  await here.settle();
  const before = await people.as(people.ines);
  for (const report of [away, near]) await before.post('/desk/api/claim', { report });
  await before.post('/desk/api/close', { report: away, reason: 'done_with_her' });
  here.clock.pass({ days: 31 });
  const { run } = await closesAway(here, await people.as(people.ines), people.ines);
  expect(run).toMatchObject({ shared: 1, kept: 0 });
}, 60_000);
afterAll(() => here[Symbol.asyncDispose]());

/** As the tables hold it: `everyCell` shows bytes escaped. */
const bytesOf = ({ value }: Cell): Uint8Array =>
  Buffer.from(
    value.replace(/\\(\\|[0-7]{3})/g, (_, code: string) =>
      code === '\\' ? code : String.fromCharCode(Number.parseInt(code, 8)),
    ),
    'latin1',
  );

async function everythingSealed(): Promise<Cell[]> {
  const sealed = (await everyCell(here.database.db)).filter(
    ({ type, value }) => type === 'bytea' && value.startsWith('age-encryption.org/v1'),
  );
  expect(sealed.length).toBeGreaterThan(4);
  return sealed;
}

/** Which of the two reports open to somebody who tries this key on every sealed thing in the database. */
async function openedBy(identity: string, sealed: readonly Cell[]): Promise<string[]> {
  const found = new Set<string>();
  for (const report of [away, near]) {
    const place = { installation: here.installation.id, report };
    for (const cell of sealed) {
      const secret = await openBoundSecret(bytesOf(cell), identity, place).catch(refusedAsNull);
      if (secret === null) continue;
      const told = (await sealedReader(here.database.db).items(report))[0]?.body ?? new Uint8Array();
      await openItem(told, secret.identity, { ...place, item: 'told' });
      found.add(report);
    }
  }
  return [...found];
}

function refusedAsNull(error: unknown): null {
  if (error instanceof KeyRefusal) return null;
  throw error;
}

test('every key of everybody here, and every table: the other report opens, this one does not', async () => {
  const stolen = await everythingSealed();
  for (const { keys } of [people.ines, people.omar])
    expect(await openedBy(keys.identity, stolen)).toEqual([near]);
  expect(await openedBy(people.layla.keys.identity, stolen)).toEqual([]);
});

test('no table holds her words, the key of her report or the archive key', async () => {
  const { identity } = await archiveKey(here.root.secret);
  const [row] = await waiting();
  const secret = await openBoundSecret(row?.secret ?? new Uint8Array(), identity, {
    installation: here.installation.id,
    report: away,
  });
  const traces = [words, secret.identity, identity, 'AGE-SECRET-KEY'];
  expect(holding(await everyCell(here.database.db), traces)).toEqual([]);
});

/** Asked for, so that it can be looked at as it lies there. */
async function waiting() {
  const ines = await people.as(people.ines);
  await ines.post('/desk/api/archive/ask', { report: away });
  return archiveStore(here.database.db).asked();
}

test('a caseworker’s browser cannot close away what is not due, what another has sealed anew, or to nobody', async () => {
  const ines = await people.as(people.ines);
  const send = (report: string, secret: string, was = 'a'.repeat(64)) =>
    ines.post('/desk/api/archive', { reports: [{ report, secret, was }] });
  const file = Buffer.from('age-encryption.org/v1\nnothing').toString('base64url');
  // Open, and so not due; then due, but made from a secret that is not there.
  expect((await send(near, file)).json()).toEqual({ shared: 0 });
  await ines.post('/desk/api/close', { report: near, reason: 'done_with_her' });
  here.clock.pass({ days: 31 });
  const later = await people.as(people.ines);
  const reports = [{ report: near, secret: file, was: 'a'.repeat(64) }];
  expect((await later.post('/desk/api/archive', { reports })).json()).toEqual({ shared: 0 });
  const plain = [{ report: near, secret: Buffer.from(words).toString('base64url'), was: 'a'.repeat(64) }];
  expect((await later.post('/desk/api/archive', { reports: plain })).status).toBe(422);
  expect(await sealedReader(here.database.db).secret(near)).not.toBeNull();
  // A report of other people does not exist for Layla.
  const layla = await people.as(people.layla);
  expect((await layla.post('/desk/api/archive', { reports })).json()).toEqual({ shared: 0 });
});

test('what was put into the archive in its place is not sealed to anybody', async () => {
  const { db } = here.database;
  const other = await newReportKey();
  const { recipient } = await archiveKey(here.root.secret);
  const bound = { told: 'a'.repeat(64), readers: [people.layla.reader.id] };
  const place = { installation: here.installation.id, report: away };
  const forged = await sealSecret({ ...place, identity: other.identity, bound }, [recipient]);
  const { rows } = await sql<{ body: Uint8Array }>`select body from report_archive`.execute(db);
  await sql`update report_archive set body = ${Buffer.from(forged)}`.execute(db);
  expect((await broughtBack(here)).data).toEqual({ opened: 0, refused: 1 });
  await sql`update report_archive set body = ${rows[0]?.body}`.execute(db);
  expect((await broughtBack(here)).data).toEqual({ opened: 1, refused: 0 });
  const stolen = await everythingSealed();
  expect(await openedBy(people.omar.keys.identity, stolen)).toEqual([away, near]);
  expect(await openedBy(people.layla.keys.identity, stolen)).toEqual([]);
  expect((await reportReader(db).byId(away))?.archived).toBeNull();
});

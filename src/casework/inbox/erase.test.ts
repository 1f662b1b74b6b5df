/** A year after closing: what Amal told is gone, what counts stays, and her code still leads somewhere. */
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { city, drafts, tells } from '../../../test/asking.ts';
import { browse } from '../../../test/browse.ts';
import { amalTells, type Cast, cast } from '../../../test/cast.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { translate } from '../../platform/i18n/index.ts';
import { showCode } from '../../platform/keys/index.ts';
import { keepTo, runs } from '../../platform/retention/index.ts';
import { defaultConsents } from '../../report/answers.ts';
import { keptHere } from '../../retention.ts';

const needs = ({ database, clock, installation }: TestWorld) => ({ db: database.db, clock, installation });
const looksThrough = (here: TestWorld) => keepTo(needs(here), keptHere(needs(here)));

async function count(here: TestWorld, table: string, report: string): Promise<number> {
  const id = sql.ref(table === 'report' ? 'id' : 'report');
  const found = await sql`select from ${sql.table(table)} where ${id} = ${report}`.execute(here.database.db);
  return found.rows.length;
}

const sealed = ['report_secret', 'report_item', 'report_reply', 'inbox'];
const held = async (here: TestWorld, report: string) =>
  Promise.all(sealed.map((table) => count(here, table, report)));

/** Ines opens it, writes back, and closes it. */
async function closes(here: TestWorld, people: Cast, report: string): Promise<void> {
  const ines = await people.as(people.ines);
  for (const path of ['claim', 'open'])
    expect((await ines.post(`/desk/api/${path}`, { report })).status).toBe(200);
  expect((await ines.post('/desk/api/close', { report, reason: 'nothing_more_we_can_do' })).status).toBe(200);
  await here.settle();
}

test('the words go on the day, not the day before; what counts, and the way back, stay', async () => {
  await using here = await world({ now: '2026-11-22T10:00:00Z', staging: { allowances: 'none' } });
  const people = await cast(here);
  const amal = await amalTells(here);
  const noor = await amalTells(here, { consents: { ...defaultConsents, keep: true } });
  const open = await amalTells(here);
  await here.settle();
  for (const { id } of [amal, noor]) await closes(here, people, id);

  here.clock.pass({ days: 364 });
  expect((await looksThrough(here)).story).toBe(0);
  expect(await held(here, amal.id)).toEqual([1, 1, 0, 1]);

  here.clock.pass({ days: 1 });
  expect((await looksThrough(here)).story).toBe(1);
  expect((await looksThrough(here)).story).toBe(0);
  expect(await held(here, amal.id)).toEqual([0, 0, 0, 0]);
  // Whoever asked us to keep the words, and whose report is still open, lose nothing.
  for (const { id } of [noor, open]) expect(await held(here, id)).toEqual([1, 1, 0, 1]);

  const { rows } = await sql<Record<string, unknown>>`
    select kinds, who, helped, readers, erased, arrived from report where id = ${amal.id}`.execute(
    here.database.db,
  );
  expect(rows).toEqual([
    {
      kinds: ['followed'],
      who: 'me',
      helped: 'nobody_did',
      readers: [],
      erased: '2027-11-22',
      arrived: '2026-11-22',
    },
  ]);
  const way = await sql<{ what: string; who: string | null }>`
    select what, who from report_event where report = ${amal.id} order by number`.execute(here.database.db);
  expect(way.rows).toEqual(['received', 'closed', 'erased'].map((what) => ({ what, who: null })));
  expect((await runs(here.database.db)).get('story')).toMatchObject({
    removed: 0,
    last: { day: '2027-11-22', removed: 1 },
  });
  // At the desk it does not exist any more.
  const ines = await people.as(people.ines);
  expect((await ines.post('/desk/api/claim', { report: amal.id })).status).toBe(404);
}, 60_000);

describe.each(['en', 'ar'] as const)('in %s', (locale) => {
  const t = translate(locale);

  test('she comes back, reads that it was erased, can add nothing, and withdraws the rest', async () => {
    await using here = await world({ now: '2026-11-22T10:00:00Z', staging: { allowances: 'none' } });
    const people = await cast(here);
    const amal = await amalTells(here);
    await here.settle();
    await closes(here, people, amal.id);
    here.clock.pass({ days: 366 });
    await looksThrough(here);

    const guest = browse(here);
    const back = (more: object) => guest.post(`/${locale}/back`, { code: showCode(amal.code), ...more });
    const page = (await back({})).text;
    expect(page).toContain(t('receipt.mine.erased', { day: t.day('2027-11-23') }));
    expect(page).not.toContain(t('receipt.mine.add'));
    const added = await back({ do: 'add', text: 'Once more.' });
    expect(added.text).toContain(t('refusal.report_erased.title'));
    expect(await count(here, 'report_item', amal.id)).toBe(0);
    expect((await back({ do: 'withdraw' })).status).toBe(200);
    expect(await count(here, 'report', amal.id)).toBe(0);
    expect(await count(here, 'tombstone', amal.id)).toBe(1);
  }, 60_000);
});

test('a draft goes on without a report whose words are gone', async () => {
  await using there = await city();
  const { here, ines } = there;
  const told = [await tells(there), await tells(there), await tells(there), await tells(there)];
  const [first] = told;
  const { line } = await drafts(ines, told);
  const report = first?.id ?? '';
  await ines.post('/desk/api/claim', { report });
  expect((await ines.post('/desk/api/close', { report, reason: 'done_with_her' })).status).toBe(200);
  here.clock.pass({ days: 365 });
  expect((await looksThrough(here)).story).toBe(1);
  await here.settle();
  const { rows } = await sql<{ report: string }>`
    select report from ask_report where ask = ${line.id} order by report`.execute(here.database.db);
  expect(rows.map(({ report }) => report)).toEqual(
    told
      .slice(1)
      .map(({ id }) => id)
      .sort(),
  );
}, 60_000);

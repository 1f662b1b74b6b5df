/** What was closed a month ago: closed away by Ines's browser, back by two papers, and nothing lost on either way. */
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InboxAnswer, InboxLine, OpenedReport, TimelineLine } from '../../src/casework/wire.ts';
import { fromBase64url, openSecret, showCode } from '../../src/platform/keys/index.ts';
import { keepTo } from '../../src/platform/retention/index.ts';
import { keptHere } from '../../src/retention.ts';
import { archiveSigned, archivingOf, broughtBack, closesAway } from '../archiving.ts';
import { type City, city, drafts, type Teller, tells } from '../asking.ts';
import { type Browser, browse } from '../browse.ts';
import { amalTells, newKeys, signedByRoot } from '../cast.ts';

let place: City;
const told: Record<string, Pick<Teller, 'id'>> = {};
/** Sessions end while days pass. */
const desk = (who: 'ines' | 'omar') => place.people.as(place.people[who]);
let amal: Awaited<ReturnType<typeof amalTells>>;

async function closes(desk: Browser, { id: report }: Pick<Teller, 'id'>): Promise<void> {
  for (const path of ['claim', 'open'])
    expect((await desk.post(`/desk/api/${path}`, { report })).status).toBe(200);
  expect((await desk.post('/desk/api/close', { report, reason: 'done_with_her' })).status).toBe(200);
}

const idOf = (name: string): string => told[name]?.id ?? '';
const lineOf = async (desk: Browser, report: string): Promise<InboxLine | undefined> =>
  (await desk.get('/desk/api/inbox')).json<InboxAnswer>().lines.find(({ id }) => id === report);
const wayOf = async (desk: Browser, report: string) =>
  (await desk.get(`/desk/api/timeline/${report}`)).json<{ events: TimelineLine[] }>().events;
/** [has a secret of its readers, is in the archive], for each. */
async function lies(): Promise<Record<string, string>> {
  const { rows } = await sql<{ id: string; open: boolean; away: boolean }>`select id,
    exists (select from report_secret where report = id) as open,
    exists (select from report_archive where report = id) as away from report`.execute(
    place.here.database.db,
  );
  const by = new Map(rows.map(({ id, open, away }) => [id, `${open ? 'open' : ''}${away ? 'away' : ''}`]));
  return Object.fromEntries(Object.entries(told).map(([name, { id }]) => [name, by.get(id) ?? 'gone']));
}

beforeAll(async () => {
  place = await city();
  const { here, ines } = place;
  amal = await amalTells(here);
  told.amal = amal;
  for (const name of ['added', 'asked', 'coming', 'late']) told[name] = await tells(place);
  await here.settle();
  for (const name of ['amal', 'added', 'coming']) await closes(ines, told[name] ?? { id: '' });
  await drafts(ines, [await tells(place), await tells(place), { id: idOf('asked') }]);
  await closes(ines, told.asked ?? { id: '' });
}, 60_000);
afterAll(() => place[Symbol.asyncDispose]());

describe('what was closed', () => {
  test('is due after a month, and not where an ask, a file or an addition is under way', async () => {
    const { here } = place;
    here.clock.pass({ days: 29 });
    const ines = await desk('ines');
    expect(await archivingOf(ines)).toEqual({ word: null, due: 0, away: 0, asked: 0 });
    here.clock.pass({ days: 1 });
    // She has just added something: the queue has not told the desk yet.
    const event = { report: idOf('added'), number: 90, day: '2026-12-22', what: 'added' };
    await sql`insert into report_event (report, number, day, what)
      values (${event.report}, ${event.number}, ${event.day}, ${event.what})`.execute(here.database.db);
    await sql`insert into report_bundle (id, begun_for, item, begun)
      values ('0000000000000000000000', ${idOf('coming')}, 'addition-1', '2026-12-22')`.execute(
      here.database.db,
    );
    expect(await archivingOf(await desk('ines'))).toMatchObject({ due: 1 });
    const layla = await place.people.as(place.people.layla);
    expect(await archivingOf(layla)).toMatchObject({ due: 0 });
  });

  test('stays where it is until the key has counted for 72 hours', async () => {
    const { here } = place;
    const handOut = async () => (await desk('ines')).post('/desk/api/archive/secrets', { after: null });
    expect((await handOut()).json()).toMatchObject({ code: 'archive_none' });
    expect(await archiveSigned(here)).toBe(true);
    expect(await archiveSigned(here)).toBe(false);
    expect((await handOut()).json()).toMatchObject({ code: 'archive_none' });
    here.clock.pass({ hours: 73 });
    expect((await handOut()).json<{ reports: unknown[] }>().reports).toHaveLength(1);
  });

  test('is closed away by her browser: no reader opens it, and a second run finds nothing', async () => {
    const { here, people } = place;
    const [ines, omar] = [await desk('ines'), await desk('omar')];
    const both = await Promise.all([
      closesAway(here, ines, people.ines),
      closesAway(here, omar, people.omar),
    ]);
    // Whoever came second wrote nothing, and was not refused.
    expect(both.reduce((sum, { run }) => sum + (run?.shared ?? 0), 0)).toBe(1);
    expect(await lies()).toEqual({
      amal: 'away',
      added: 'open',
      asked: 'open',
      coming: 'open',
      late: 'open',
    });
    expect(await archivingOf(ines)).toMatchObject({ due: 0, away: 1, asked: 0 });
    expect((await wayOf(omar, amal.id)).at(-1)).toMatchObject({ what: 'closed_away' });
    const day = { code: 'report_archived', params: { day: '2026-12-25' } };
    expect((await ines.post('/desk/api/reopen', { report: amal.id })).json()).toMatchObject(day);
    expect((await ines.post('/desk/api/asks/proof', { reports: [amal.id] })).json()).toMatchObject(day);
    expect((await ines.post('/desk/api/open', { report: amal.id })).status).toBe(409);
    expect(await lineOf(ines, amal.id)).toMatchObject({ state: 'closed', archived: '2026-12-25' });
  });

  test('what she adds is kept and seen: it stays closed, and its year begins anew', async () => {
    const { here } = place;
    const phone = browse(here);
    const code = showCode(amal.code);
    const mine = (await phone.post('/en/back', { code, do: 'open' })).text;
    expect(mine).toContain('25 December 2026');
    expect(mine).not.toMatch(/Ines|Omar/);
    here.clock.pass({ days: 300 });
    expect((await phone.post('/en/back', { code, do: 'add', text: 'He is back.' })).status).toBe(200);
    await here.settle();
    expect(await lineOf(await desk('ines'), amal.id)).toMatchObject({ state: 'closed', waitingForUs: true });
    here.clock.pass({ days: 100 });
    const { database, clock, installation } = here;
    const needs = { db: database.db, clock, installation };
    await keepTo(needs, keptHere(needs));
    expect((await lies()).amal).toBe('away');
  });

  test('a new key of a reader sees it too, and opens it when two papers have brought it back', async () => {
    const { here, people } = place;
    await signedByRoot(here, 'remove', people.omar.reader);
    const again = await newKeys(here, people.omar);
    await signedByRoot(here, 'add', again.reader);
    here.clock.pass({ hours: 73 });
    const omar = await people.as(again);
    expect(await lineOf(omar, amal.id)).toMatchObject({ waitingForUs: true });
    expect((await omar.post('/desk/api/archive/ask', { report: amal.id })).status).toBe(200);
    expect(await archivingOf(omar)).toMatchObject({ away: 1, asked: 1 });
    expect((await broughtBack(here)).data).toEqual({ opened: 1, refused: 0 });
    expect((await lies()).amal).toBe('open');
    expect(await lineOf(omar, amal.id)).toMatchObject({ state: 'new', archived: null, waitingForUs: true });

    const ines = await people.as(people.ines);
    for (const [desk, { keys }] of [
      [omar, again],
      [ines, people.ines],
    ] as const) {
      expect((await desk.post('/desk/api/claim', { report: amal.id })).status).toBe(200);
      const opened = (await desk.post('/desk/api/open', { report: amal.id })).json<OpenedReport>();
      const at = { installation: here.installation.id, report: amal.id };
      await openSecret(fromBase64url(opened.secret), keys.identity, at);
      expect(opened.items.map(({ name }) => name)).toEqual(['told', 'addition-1']);
      expect((await desk.post('/desk/api/release', { report: amal.id })).status).toBe(200);
    }
    // It is new, so the next run leaves it; and nobody has asked for anything more.
    expect(await closesAway(here, ines, people.ines)).toMatchObject({ run: { shared: 0 } });
    expect((await broughtBack(here)).text).toContain('Nobody');
  });

  test('is not hers to ask for who never read it, nor for what is not away', async () => {
    const { people } = place;
    const layla = await people.as(people.layla);
    const ask = async (desk: Browser, report: string) =>
      (await desk.post('/desk/api/archive/ask', { report })).json<{ code: string }>().code;
    expect(await ask(layla, idOf('amal'))).toBe('report_not_here');
    expect(await ask(await people.as(people.ines), idOf('late'))).toBe('not_found');
    const salma = await people.as(people.salma);
    expect((await salma.get('/desk/api/archive')).status).toBe(403);
  });
});

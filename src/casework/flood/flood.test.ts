/** Too many at once: what waits, who sees it, who decides, and that nobody is kept from her promise. */
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { type City, city } from '../../../test/asking.ts';
import { type Browser, browse } from '../../../test/browse.ts';
import { amalTells, unstretched } from '../../../test/cast.ts';
import { type Answers, defaultConsents } from '../../report/answers.ts';
import type { Groups } from '../asks/wire.ts';
import { eraseStories } from '../inbox/erase.ts';
import type { InboxAnswer } from '../wire.ts';
import { letInDue } from './let-in.ts';
import type { HeldAnswer } from './wire.ts';

const café = 'cafe-lamp';
const tells = (there: City, changes: Partial<Answers> = {}) =>
  amalTells(
    there.here,
    {
      where: { place: café },
      day: '2026-11-10',
      consents: { ...defaultConsents, ask: 'above_too' },
      ...changes,
    },
    { scrypt: unstretched },
  );

async function many(there: City, n: number, changes: Partial<Answers> = {}): Promise<string[]> {
  const all = await Promise.all(Array.from({ length: n }, () => tells(there, changes)));
  await there.here.settle();
  return all.map(({ id }) => id);
}

async function withCafé(): Promise<City> {
  const there = await city();
  await sql`insert into place (id, kind, name_en, name_ar)
    values (${café}, 'venue', 'Café Lamp', 'مقهى المصباح')`.execute(there.here.database.db);
  return there;
}

const inbox = async (desk: Browser) =>
  (await desk.get('/desk/api/inbox?most=1000')).json<InboxAnswer>().lines;
const queue = async (desk: Browser) => (await desk.get('/desk/api/held')).json<HeldAnswer>();
const does = (desk: Browser, from: string, decision: string, more: object = {}) =>
  desk.post('/desk/api/held', { wave: café, from, decision, reason: null, cameBack: false, ...more });

test('thirty of one café: eight come in, the rest waits, exists for no desk and stands behind nothing', async () => {
  await using there = await withCafé();
  const { ines, omar, here } = there;
  const told = await many(there, 30);
  const listed = (await inbox(ines)).map(({ id }) => id);
  expect(listed).toHaveLength(8);
  const held = told.filter((id) => !listed.includes(id));
  const { waves, week } = await queue(ines);
  expect(week).toEqual({ held: 22, came: 30 });
  expect(waves).toMatchObject([
    { id: café, why: 'place', letIn: 8, name: { en: 'Café Lamp' }, comesIn: '2026-11-28' },
  ]);
  expect(waves[0]?.parts.map(({ state, reports }) => [state, reports])).toEqual([['held', 22]]);

  const [one = ''] = held;
  for (const path of ['claim', 'open', 'release'])
    expect((await ines.post(`/desk/api/${path}`, { report: one })).status, path).toBe(404);
  expect((await ines.get(`/desk/api/timeline/${one}`)).status).toBe(404);
  const { groups, leftOut } = (await ines.get('/desk/api/asks/groups')).json<Groups>();
  expect([groups.length, leftOut.length]).toEqual([0, 8]);
  const draft = {
    ...{ body: 'zaytara-trams', about: { place: café }, kinds: ['followed'] },
    ...{ from: '2026-11', to: '2026-11', wishes: ['light'], words: { en: '', ar: '' } },
  };
  const tried = await ines.post('/desk/api/asks/draft', { draft, reports: held.slice(0, 3) });
  expect([tried.status, tried.json<{ code: string }>().code]).toEqual([404, 'report_not_here']);

  // Heard twice is sorted once; and who is not in the list of readers sees nothing of it.
  await sql`insert into outbox (event, subject) select 'report.received', id from report`.execute(
    here.database.db,
  );
  await here.settle();
  expect(await inbox(omar)).toHaveLength(8);
});

test('urgent ones and other places are not kept waiting by it; urgent ones stand after those of quiet places', async () => {
  await using there = await withCafé();
  await many(there, 12);
  const [urgent] = await many(there, 1, { soon: 'now' });
  const [elsewhere] = await many(there, 1, { where: { place: 'tram-1' } });
  const [quiet] = await many(there, 1, { where: { place: 'tram-1' }, soon: 'now' });
  const lines = await inbox(there.ines);
  expect(lines).toHaveLength(11);
  expect(lines.slice(0, 2).map(({ id, soon, crowded }) => [id, soon, crowded])).toEqual([
    [quiet, true, false],
    [urgent, true, true],
  ]);
  expect(lines.map(({ id }) => id)).toContain(elsewhere);
});

test('one proposes, another agrees, one takes back; what she added in between is seen', async () => {
  await using there = await withCafé();
  const { ines, omar, here } = there;
  const told = await many(there, 20);
  expect((await does(ines, 'held', 'propose')).status).toBe(422);
  expect((await does(ines, 'held', 'second')).status).toBe(409);
  const reason = { reason: 'called_for' };
  expect((await does(ines, 'held', 'propose', reason)).status).toBe(200);
  const alone = await does(ines, 'proposed', 'second');
  expect([alone.status, alone.json<{ code: string }>().code]).toEqual([403, 'second_is_first']);
  await many(there, 5);
  expect((await does(omar, 'proposed', 'second')).status).toBe(200);
  // What came after the proposal was not agreed to.
  const { waves } = await queue(ines);
  expect(waves[0]?.parts).toMatchObject([
    { state: 'held', reports: 5 },
    { state: 'aside', reports: 12, reason: 'called_for', proposedBy: 'Ines', secondBy: 'Omar' },
  ]);
  expect(await inbox(ines)).toHaveLength(8);

  const listed = (await inbox(ines)).map(({ id }) => id);
  const { rows } = await sql<{ report: string }>`select report from arrival where state = 'aside'`.execute(
    here.database.db,
  );
  const [back = ''] = rows.map(({ report }) => report);
  expect(told.filter((id) => !listed.includes(id))).toContain(back);
  await sql`insert into outbox (event, subject) values ('report.added', ${back})`.execute(here.database.db);
  await here.settle();
  expect((await queue(omar)).waves[0]?.parts[1]).toMatchObject({ state: 'aside', cameBack: 1 });
  expect((await does(omar, 'aside', 'let_in', { cameBack: true })).status).toBe(200);
  expect((await inbox(ines)).map(({ id }) => id)).toContain(back);
  const way = (await ines.get(`/desk/api/timeline/${back}`)).json<{
    events: { what: string; who: string }[];
  }>();
  expect(way.events.map(({ what, who }) => [what, who])).toEqual([
    ['received', null],
    ['set_aside', 'Omar'],
    ['taken_up', 'Omar'],
    ['let_in', 'Omar'],
  ]);
  expect((await does(omar, 'aside', 'back')).status).toBe(200);
  expect((await queue(omar)).waves[0]?.parts).toMatchObject([
    { state: 'held', reports: 5 },
    { state: 'kept', reports: 11 },
  ]);
  expect((await does(ines, 'kept', 'let_in')).status).toBe(200);
  expect(await inbox(ines)).toHaveLength(20);
});

test('what she left somebody out of, they cannot see, count or decide about', async () => {
  await using there = await withCafé();
  const { ines, omar, here, people } = there;
  await many(there, 12);
  await sql`update report set readers = array_remove(readers, ${people.omar.reader.id})`.execute(
    here.database.db,
  );
  expect((await queue(omar)).waves).toEqual([]);
  expect((await does(omar, 'held', 'let_in')).status).toBe(409);
  expect((await queue(ines)).waves).toHaveLength(1);
  for (const player of [people.salma, people.layla])
    expect((await (await people.as(player)).get('/desk/api/held')).status).toBe(403);
  expect((await browse(here).get('/desk/api/held')).status).toBe(401);
});

test('nobody decides: they come in by themselves before the promise of seven days', async () => {
  await using there = await withCafé();
  const { here, ines } = there;
  const needs = { db: here.database.db, clock: here.clock, installation: here.installation };
  await many(there, 20);
  expect((await does(ines, 'held', 'propose', { reason: 'machine' })).status).toBe(200);
  here.clock.pass({ days: 5 });
  expect(await letInDue(needs)).toBe(0);
  here.clock.pass({ days: 1 });
  expect(await letInDue(needs)).toBe(12);
  expect(await letInDue(needs)).toBe(0);
  const lines = await inbox(await there.people.as(there.people.ines));
  expect(lines).toHaveLength(20);
  expect(lines.filter(({ over }) => over)).toEqual([]);
});

test('from everywhere at once: what a quiet place says waits half a day at most, and one person cannot keep it', async () => {
  await using there = await withCafé();
  const { here, ines } = there;
  const needs = { db: here.database.db, clock: here.clock, installation: here.installation };
  await sql`insert into place (id, kind, name_en, name_ar)
    select 'spot-' || n, 'venue', 'Spot ' || n, 'مكان ' || n from generate_series(1, 70) n`.execute(needs.db);
  await Promise.all(
    Array.from({ length: 70 }, (_, n) => tells(there, { where: { place: `spot-${n + 1}` } })),
  );
  await here.settle();
  expect(await inbox(ines)).toHaveLength(60);
  const { waves } = await queue(ines);
  expect(waves).toMatchObject([{ id: '*', why: 'all', parts: [{ state: 'held', reports: 10 }] }]);
  const kept = { wave: '*', from: 'held', decision: 'keep', reason: null, cameBack: false };
  expect((await ines.post('/desk/api/held', kept)).status).toBe(409);
  here.clock.pass({ hours: 11 });
  expect(await letInDue(needs)).toBe(0);
  here.clock.pass({ hours: 1 });
  expect(await letInDue(needs)).toBe(10);
});

test('withdrawn from the queue nothing is left; set aside for a year, the words go', async () => {
  await using there = await withCafé();
  const { here, ines, omar } = there;
  const { db } = here.database;
  await many(there, 11);
  await does(ines, 'held', 'propose', { reason: 'same_words' });
  await does(omar, 'proposed', 'second');
  const aside = async () =>
    (await sql<{ report: string }>`select report from arrival where state = 'aside'`.execute(db)).rows;
  const [gone] = await aside();
  await sql`delete from report where id = ${gone?.report}`.execute(db);
  expect(await aside()).toHaveLength(2);
  const needs = { db, clock: here.clock, installation: here.installation };
  here.clock.pass({ days: 364 });
  expect(await eraseStories(needs)).toBe(0);
  here.clock.pass({ days: 1 });
  expect(await eraseStories(needs)).toBe(2);
  expect(await aside()).toEqual([]);
});

test('held ones do not become what is usual: the next day it is eight again', async () => {
  await using there = await withCafé();
  const { here } = there;
  await many(there, 30);
  here.clock.pass({ days: 1 });
  await many(there, 30);
  const { rows } = await sql<{ day: string; n: number }>`
    select day, count(*)::int as n from arrival where state = 'let_in' group by day order by day`.execute(
    here.database.db,
  );
  expect(rows.map(({ n }) => n)).toEqual([8, 8]);
});

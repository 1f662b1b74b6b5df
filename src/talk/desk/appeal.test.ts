/** A writer objects at their link, a second moderator answers; what is learnt, what is counted, and what is deleted. */
import { expect, test } from 'vitest';
import { browse } from '../../../test/browse.ts';
import { cast } from '../../../test/cast.ts';
import { bringsIn, moderators } from '../../../test/moderators.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { decisionOf } from '../train/decisions.ts';
import { appealToken } from './appeal.ts';
import { keptOfTalk } from './forget.ts';
import { keepDays, keepUndecidedDays } from './model.ts';
import { waiting } from './queue.ts';
import { deskStore } from './store.ts';

async function stage() {
  const here = await world({ now: '2026-11-22T10:00:00Z', staging: { allowances: 'none' } });
  const people = await cast(here);
  const players = await moderators(here);
  const [hana, youssef] = [await people.as(players.hana), await people.as(players.youssef)];
  await bringsIn(here, { people, player: players.hana });
  const [id = ''] = await waiting(here.database.db);
  const fold = { version: '1', kind: 'collapse', 'reason-collapse': 'minimise' };
  await hana.post(`/en/desk/talk/posts/${id}`, fold);
  const decision = (await deskStore(here.database.db).decisionOn(id))?.id ?? '';
  const path = `/talk/appeal/${appealToken(here, decision)}`;
  return { here, people, hana, youssef, id, decision, path };
}

const days = (here: TestWorld, n: number) => here.clock.pass({ days: n });
async function forgets({ database, clock, installation }: TestWorld): Promise<number> {
  let gone = 0;
  for (const { forget } of keptOfTalk({ db: database.db, clock, installation }))
    gone += (await forget?.()) ?? 0;
  return gone;
}

test('the writer says why in either language, without script, and reads the outcome at the same link', async () => {
  const { here, hana, youssef, decision, path } = await stage();
  await using _here = here;
  const anyone = browse(here);
  const page = await anyone.get(`/ar${path}`);
  expect(page.status).toBe(200);
  expect(page.headers['x-robots-tag']).toBe('noindex');
  expect(page.text).not.toContain('joke');
  expect((await anyone.post(`/en${path}`, { words: '  ' })).status).toBe(422);
  expect((await anyone.post(`/ar${path}`, { words: 'I was quoting\u0000 him.' })).status).toBe(303);
  expect((await anyone.post(`/ar${path}`, { words: 'Once more.' })).status).toBe(409);
  expect((await anyone.get(`/en${path}`)).text).toContain('I was quoting');

  const url = `/en/desk/talk/appeals/${decision}`;
  expect((await hana.get('/en/desk/talk/appeals')).text).toContain(decision);
  expect((await hana.get(url)).text).toContain('Another moderator has to look');
  expect((await hana.post(url, { outcome: 'stands' })).status).toBe(403);
  expect((await youssef.post(url, { words: 'You were.' })).status).toBe(422);
  expect((await youssef.post(url, { outcome: 'lifted', words: 'You were quoting.' })).status).toBe(303);
  expect((await youssef.post(url, { outcome: 'stands' })).status).toBe(404);
  const outcome = await anyone.get(`/en${path}`);
  expect(outcome.text).toContain('the decision is lifted');
  expect(outcome.text).toContain('You were quoting.');
});

test('a link that was changed, or whose decision was undone, leads nowhere', async () => {
  const { here, hana, id, path } = await stage();
  await using _here = here;
  const anyone = browse(here);
  const other = path.endsWith('A') ? 'Q' : 'A';
  expect((await anyone.get(`/en${path.slice(0, -1)}${other}`)).status).toBe(410);
  expect((await anyone.get(`/en${path.slice(0, -9)}`)).status).toBe(410);
  expect((await anyone.get(`/en${path.slice(0, 20)}${'!'.repeat(38)}`)).status).not.toBe(200);
  await hana.post(`/en/desk/talk/posts/${id}/undo`, { version: '2' });
  expect((await anyone.get(`/en${path}`)).status).toBe(410);
});

test('a decision somebody objected to is not undone by whoever made it', async () => {
  const { here, hana, id, path } = await stage();
  await using _here = here;
  await browse(here).post(`/en${path}`, { words: 'I was quoting him.' });
  expect((await hana.post(`/en/desk/talk/posts/${id}/undo`, { version: '2' })).status).toBe(403);
});

test('decisions are saved as `upstander talk learn` reads them, and counted without a word of a post', async () => {
  const { here, people, hana } = await stage();
  await using _here = here;
  const file = await hana.get('/en/desk/talk/decisions');
  expect(file.headers['content-disposition']).toContain('attachment');
  const [line = ''] = file.text.trim().split('\n');
  expect(decisionOf(line)).toMatchObject({ lang: 'en', moves: ['minimise'] });
  const salma = await people.as(people.salma);
  expect((await salma.get('/en/desk/talk/decisions')).status).toBe(403);
  for (const who of [hana, salma]) {
    const counts = (await who.get('/en/desk/talk/counts')).text;
    expect(counts).toContain('Half of them waited less than');
    expect(counts).not.toMatch(/joke|Hana decided/);
  }
});

test('posts are deleted when their days are over; the count of them stays', async () => {
  const { here, hana, decision, path } = await stage();
  await using _here = here;
  days(here, keepDays - 1);
  expect(await forgets(here)).toBe(0);
  await browse(here).post(`/en${path}`, { words: 'I was quoting him.' });
  days(here, 2);
  // An appeal is open: its decision stays until somebody has answered it, and for as long again.
  expect(await forgets(here)).toBe(0);
  expect(await deskStore(here.database.db).decision(decision)).toBeDefined();
  days(here, keepUndecidedDays);
  // What waited and what was only read around it.
  expect(await forgets(here)).toBe(4);
  expect(await waiting(here.database.db)).toEqual([]);
  expect((await hana.get('/en/desk/talk')).status).toBe(401);
});

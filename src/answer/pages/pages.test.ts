import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { browse } from '../../../test/browse.ts';
import { answerWords, city, type Invented, inventAsk, inventAsks } from '../../../test/invented.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { pauseAsk } from '../ask/care.ts';
import { wantedWriter } from '../names/store.ts';

let here: TestWorld;
let asks: Invented[];
beforeAll(async () => {
  here = await world({ staging: { allowances: 'none' } });
  asks = await inventAsks(here);
}, 60_000);
afterAll(() => here[Symbol.asyncDispose]());

const of = (standing: string) => asks.find((ask) => ask.standing === standing)?.id ?? '';
const get = async (path: string, from: TestWorld = here) => {
  const { status, text } = await browse(from).get(path);
  expect([path, status]).toEqual([path, 200]);
  return text;
};
const plain = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test.each(['en', 'ar', 'ar-f', 'ar-m'])('every public page is there (%s)', async (locale) => {
  const pages = [
    'answers',
    'areas',
    'corrections',
    'answers/university',
    'areas/old-harbour',
    'areas/weavers',
  ];
  for (const page of pages) await get(`/${locale}/${page}`);
  for (const { id } of asks) await get(`/${locale}/asks/${id}`);
});

describe('who answers', () => {
  it('has a row for whom we asked ten times and sentences for the others, most confirmed first', async () => {
    const html = await get('/en/answers');
    const table = html.slice(html.indexOf('<table'), html.indexOf('</table>'));
    expect(table).toContain('Zaytara Trams and Buses');
    expect(table).not.toContain('Harbour Ferries');
    expect(plain(html)).toContain('Asked 3 times.');
    expect(html.indexOf('Zaytara City Council')).toBeLessThan(html.indexOf('Harbour Ferries'));
  });

  it('has ourselves in it', async () => {
    expect(plain(await get('/en/answers'))).toContain('We ourselves: Door of the City');
  });

  it('leaves out a business without a public duty until it has answered or kept silent for 30 days', async () => {
    await using alone = await world();
    await city(alone);
    const about = { place: 'silk-mall' };
    await inventAsk(alone, { id: 'a'.repeat(16), body: 'silk-mall-company', about, standing: 'waiting' });
    expect(await get('/en/answers', alone)).toContain('Nobody has been asked yet');
    alone.clock.pass({ days: 90 });
    expect(await get('/en/answers', alone)).toContain('Silk Mall Company');
  });

  it('quotes the essay as hers', async () => {
    expect(plain(await get('/en/answers'))).toMatch(/“Okay, I believe you.*” A woman in Egypt, in her essay/);
  });
});

describe('the page of an ask', () => {
  it('names the body in its title and its preview, and never what happened', async () => {
    for (const { id } of asks) {
      const head = (await get(`/en/asks/${id}`)).split('</head>')[0] ?? '';
      expect(head).toMatch(/<title>[^<]*, asked on /);
      expect(head).toContain('og:title');
      expect(head).not.toMatch(/follow|remark|touch|stair|platform/i);
    }
  });

  it('says that reports are no findings, and never how many there are', async () => {
    const text = plain(await get(`/en/asks/${of('confirmed')}`));
    expect(text).toContain('Reports are what people told us. They are not findings.');
    expect(text).toContain('Several people');
  });

  it('shows the words of a body when they were passed, and before that they wait', async () => {
    expect(await get(`/en/asks/${of('confirmed')}`)).toContain(answerWords);
    const waiting = await get(`/en/asks/${of('says_kept')}`);
    expect(waiting).not.toContain(answerWords);
    expect(waiting).not.toContain('Station office');
    expect(plain(waiting)).toContain('within 3 working days');
  });

  it('shows every day of the clock', async () => {
    const text = plain(await get(`/en/asks/${of('waiting')}`));
    expect(text).toContain('20 working days, counted from the day after 17 November 2026.');
    expect(text).toMatch(/Wednesday,? 18 November 1 /);
    expect(text).toMatch(/Friday,? 20 November weekend/);
  });

  it('says what anyone can do after silence, and carries the open letter after 60 days of it', async () => {
    const late = plain(await get(`/en/asks/${of('late')}`));
    expect(late).toContain('What anyone can do now');
    expect(late).not.toContain('An open letter to');
    expect(plain(await get(`/en/asks/${of('silent')}`))).toContain('An open letter to');
    expect(plain(await get(`/en/asks/${of('waiting')}`))).not.toContain('What anyone can do now');
    expect((await browse(here).get(`/en/asks/${of('waiting')}/letter`)).status).toBe(404);
    await get(`/ar/asks/${of('silent')}/letter`);
  });
});

test('a paused ask is gone from every page, and its own says that it is no longer published', async () => {
  await using alone = await world();
  await city(alone);
  const id = 'p'.repeat(16);
  await inventAsk(alone, { id, body: 'zaytara-trams', about: { place: 'tram-1' }, standing: 'confirmed' });
  const { db } = alone.database;
  await db.transaction().execute((tx) => pauseAsk(tx, { ask: id, by: 'ines', today: '2026-11-22' }));
  for (const path of [
    '/en/answers',
    '/en/areas',
    '/en/answers/zaytara-trams',
    '/en/answers/feed.atom',
    '/api/v1/asks',
  ])
    expect([path, (await get(path, alone)).includes(id)]).toEqual([path, false]);
  for (const path of [`/en/asks/${id}`, `/en/asks/${id}/letter`, `/api/v1/asks/${id}`]) {
    const { status, text } = await browse(alone).get(path);
    expect([path, status]).toEqual([path, 410]);
    expect(text).toContain('no longer published');
  }
});

test('a place nobody answers for says so, whether or not anybody told anything', async () => {
  const said = 'No one has yet said they answer for this place.';
  expect(await get('/en/areas/orchards')).toContain(said);
  expect(await get('/en/areas')).toContain(said);
  expect(await get('/en/areas/old-harbour')).not.toContain(said);
});

test('a name that exists in English only is marked in Arabic', async () => {
  await using alone = await world();
  await city(alone);
  const mark = 'اسمها بالعربية';
  expect(await get('/ar/answers/harbour-ferries', alone)).not.toContain(mark);
  await alone.database.db
    .transaction()
    .execute((tx) => wantedWriter(tx).mark('body', { wanted: ['harbour-ferries'], found: [] }));
  expect(await get('/ar/answers/harbour-ferries', alone)).toMatch(/<bdi lang="en">Harbour Ferries<\/bdi>/);
  expect(await get('/en/answers/harbour-ferries', alone)).not.toContain('lang="en">Harbour');
});

test('feeds are Atom, the last first, each entry under one name everywhere', async () => {
  const all = await get('/en/answers/feed.atom');
  expect(all).toMatch(
    /^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/,
  );
  const days = [...all.matchAll(/<entry>[\s\S]*?<updated>([^<]+)</g)].map(([, day]) => day ?? '');
  expect(days.length).toBeGreaterThan(20);
  expect(days).toEqual(days.toSorted().toReversed());
  const ids = (text: string) => [...text.matchAll(/<entry>\s*<id>([^<]+)</g)].map(([, id]) => id);
  const one = ids(await get('/ar/answers/harbour-ferries/feed.atom'));
  expect(one.length).toBeGreaterThan(0);
  const everywhere = ids(all);
  expect(one.filter((id) => !everywhere.includes(id))).toEqual([]);
});

test('tables as files have a row for each', async () => {
  const rows = (await get('/en/answers/zaytara-trams/asks.csv')).trim().split('\r\n');
  expect(rows.length).toBe(1 + asks.filter(({ body }) => body === 'zaytara-trams').length);
  expect(rows[0]).toBe('ask,body,place_en,place_ar,asked_en,asked_ar,standing,sent,due,answered,promised');
});

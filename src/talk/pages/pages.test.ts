/** The pages about talk without script, and what is kept of them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browse } from '../../../test/browse.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { translate } from '../../platform/i18n/index.ts';
import { enough } from '../count/effect.ts';
import { type Counted, version } from '../count/model.ts';
import { type CountTables, countWriter } from '../count/store.ts';
import { moves } from '../model.ts';
import { replies, voices } from '../replies.ts';

const forum = 'https://forum.example';
let here: TestWorld;
beforeAll(async () => {
  here = await world({
    now: '2026-11-22T10:00:00Z',
    env: { TALK_SITES: forum },
    staging: { allowances: 'none' },
  });
}, 60_000);
afterAll(() => here[Symbol.asyncDispose]());

const counts = async () => {
  const db = here.database.db.withTables<CountTables>();
  const rows = await db.selectFrom('talk_count').selectAll().execute();
  return Object.fromEntries(rows.map(({ week, what, count }) => [`${week} ${what}`, count]));
};
const send = (fields: Record<string, string>, origin: string) =>
  here.app.inject({
    method: 'POST',
    url: '/api/talk/count',
    headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
const now = String(version);

describe.each(['en', 'ar'] as const)('Noor brings the talk back (%s)', (locale) => {
  const t = translate(locale);
  const post = {
    en: 'That is awful, but not all men are like that.',
    ar: 'ده شيء بشع، بس مش كل الرجالة كده.',
  }[locale];
  const words = { en: 'not all men are like that', ar: 'مش كل الرجالة كده' }[locale];

  test('the words are marked, with a reason, and three replies stand ready', async () => {
    const { status, text } = await browse(here).post(`/${locale}/talk/answer`, { post });
    expect(status).toBe(200);
    expect(text).toContain(`<mark>${words}</mark>`);
    expect(text).toContain(t('talk.move.not_all.why'));
    for (const voice of voices) expect(text).toContain(replies.not_all[voice]);
  });

  test('words that pull nothing away, as far as we can tell, leave the choice to whoever asks', async () => {
    const { text } = await browse(here).post(`/${locale}/talk/answer`, {
      post: { en: 'Which line was it?', ar: 'كان أنهي خط؟' }[locale],
    });
    expect(text).toContain(t('talking.answer.nothing'));
    expect(text).not.toContain('<mark>');
    for (const move of moves) {
      for (const voice of voices) expect(text).toContain(replies[move][voice]);
    }
  });

  test('nothing, or too much, is a sentence with what was typed still there', async () => {
    const empty = await browse(here).post(`/${locale}/talk/answer`, { post: '  ' });
    expect([empty.status, empty.text.includes(t('talking.answer.none'))]).toEqual([422, true]);
    const long = await browse(here).post(`/${locale}/talk/answer`, { post: `${post} `.repeat(200) });
    expect(long.status).toBe(422);
    expect(long.text).toContain(post);
  });

  test('the first page names the six moves', async () => {
    const { text } = await browse(here).get(`/${locale}/talk`);
    for (const move of moves) expect(text).toContain(t(`talk.move.${move}.name`));
  });
});

describe('what is kept', () => {
  test('a number of the week for each time, and none of the words', async () => {
    const before = (await counts())['2026-11-16 turn.found'] ?? 0;
    await browse(here).post('/en/talk/answer', { post: 'Not all men are like that, zebra-person.' });
    expect((await counts())['2026-11-16 turn.found']).toBe(before + 1);
    const db = here.database.db.withTables<CountTables>();
    const rows = await db.selectFrom('talk_count').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('zebra');
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(['count', 'version', 'week', 'what']);
  });

  test('a site on the list may count, and its page is told so; others may not', async () => {
    const one = await send({ what: 'pause.shown.changed', version: now }, forum);
    expect([one.statusCode, one.headers['access-control-allow-origin']]).toEqual([202, forum]);
    expect((await counts())['2026-11-16 pause.shown.changed']).toBe(1);
    expect(
      (await send({ what: 'pause.shown.changed', version: now }, 'https://other.example')).statusCode,
    ).toBe(403);
    expect((await counts())['2026-11-16 pause.shown.changed']).toBe(1);
  });

  test('names nobody knows, and numbers of another version, are refused', async () => {
    const before = await counts();
    for (const fields of [
      { what: 'pause.held.not_meant', version: now },
      { what: 'Amal', version: now },
      { what: 'pause.shown.changed', version: '0' },
      { what: 'pause.shown.changed' },
    ]) {
      expect((await send(fields, forum)).statusCode).toBe(422);
    }
    expect(await counts()).toEqual(before);
  });

  test('forty at once lose none', async () => {
    await Promise.all(
      Array.from({ length: 40 }, () => send({ what: 'pause.held.dropped', version: now }, forum)),
    );
    expect((await counts())['2026-11-16 pause.held.dropped']).toBe(40);
  });
});

describe('the page of the effect', () => {
  const page = async (locale = 'en') => (await browse(here).get(`/${locale}/talk/effect`)).text;
  const add = (what: Counted, count: number, week = '2026-11-09') =>
    countWriter(here.database.db).add(week, { version, what, count });

  test('says that it is too early, and shows no number while a week is not over', async () => {
    const early = await page();
    expect(early).toContain('Too few to say');
    await add('pause.shown.changed', enough, '2026-11-16');
    await add('pause.held.as_it_was', enough, '2026-11-16');
    expect(await page()).toBe(early);
  });

  test('then gives both differences with their intervals, and what chance can do', async () => {
    await add('pause.shown.as_it_was', 48);
    await add('pause.shown.changed', 30);
    await add('pause.shown.dropped', 12);
    await add('pause.shown.not_meant', 10);
    await add('pause.held.as_it_was', 78);
    await add('pause.held.changed', 12);
    await add('pause.held.dropped', 10);
    await add('pause.held.changed', 400, '2026-11-16');
    const text = await page();
    expect(text).toContain('30 of 100 among those who saw the pause, 12 of 100 among those who saw nothing.');
    // Newcombe's method 10 for 30/100 and 12/100: 0.0673 to 0.2876
    expect(text).toContain('18 of 100 more where the pause was seen');
    expect(text).toContain('between 7 and 29 points of 100.');
    expect(text).toContain('2 of 100 more where the pause was seen');
    expect(text.match(/Chance alone/g)).toHaveLength(1);
    // 12/100 and 10/100: what bounds it lies on both sides of none.
    expect(text).toContain('between \u22127 and 11 points of 100.</b> A minus means fewer.');
    expect(await page('ar')).toContain('بين \u2068\u22127\u2069 و\u206811\u2069 من كل 100');
  });

  test('numbers of another version are other numbers', async () => {
    const before = await page();
    await countWriter(here.database.db).add('2026-11-09', {
      version: version + 1,
      what: 'pause.shown.changed',
      count: 900,
    });
    expect(await page()).toBe(before);
  });
});

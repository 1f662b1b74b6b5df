import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, browse, type Heard } from '../../../test/browse.ts';
import { type Cast, cast } from '../../../test/cast.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { everyList, fromUtf8, openItem, openSecret, readCode } from '../../platform/keys/index.ts';
import { placeWriter } from '../../platform/place/index.ts';
import type { Told } from '../answers.ts';
import { reportReader, sealedReader } from '../index.ts';

let here: TestWorld;
let people: Cast;
let amal: Browser;
beforeAll(async () => {
  here = await world({ staging: { patience: { ms: 300, most: 2 }, allowances: 'none' } });
  people = await cast(here);
  amal = browse(here);
  await placeWriter(here.database.db).put([
    {
      id: 'helwan',
      kind: 'stop',
      name: { en: 'Helwan', ar: 'حلوان' },
      spellings: [],
      directions: [],
      parent: null,
      cell: null,
    },
  ]);
}, 60_000);
afterAll(() => here[Symbol.asyncDispose]());

const stateIn = ({ text }: Heard): string => /name="state" value="([^"]+)"/.exec(text)?.[1] ?? '';
/** What her Send says to the server. */
const buttonIn = ({ text }: Heard): string => /name="go" value="(send[^"]*)"/.exec(text)?.[1] ?? '';
const titleOf = ({ text }: Heard): string => /<title>([^<]*)</.exec(text)?.[1] ?? '';

/** Presses a button on the page she is on. */
const press = (page: Heard, go: string, typed: object = {}, locale = 'en') =>
  amal.post(`/${locale}/report/step`, { state: stateIn(page), go, ...typed });
const start = (locale = 'en', typed: object = {}) =>
  amal.post(`/${locale}/report/step`, { go: 'start', ...typed });

/** From the first page to the last, with the shortest answers. */
async function toTheLast(locale = 'en', typed: object = {}): Promise<Heard> {
  let page = await start(locale, typed);
  for (const answer of [
    {},
    { who: 'me' },
    {},
    { kinds: 'followed' },
    { helped: 'yes' },
    { where: 'place:helwan' },
  ]) {
    page = await press(page, 'continue', answer, locale);
    expect(page.status).toBe(200);
  }
  return press(page, 'continue', { wish: 'count' }, locale);
}

const sealedAnswers = {
  age: 'adult',
  soon: 'knows_where',
  words: 'هو مشى ورايا',
  day: '2026-11-20',
  time: '20:15',
};
const codeIn = ({ text }: Heard): string => {
  const [, list = ''] = /data-code[^>]*>(.*?)<\/ol>/.exec(text) ?? [];
  const [, check = ''] = /data-check-digit[^>]*>(\d?)</.exec(text) ?? [];
  return `${list.replace(/<[^>]+>/g, ' ')} ${check}`;
};

describe('Amal tells without script', () => {
  test('page by page to a receipt, and only Ines and Omar can open what she wrote', async () => {
    const last = await toTheLast();
    expect(titleOf(last)).toBe('Question 6');
    const receipt = await press(last, 'send', sealedAnswers);
    expect([receipt.status, titleOf(receipt)]).toEqual([200, 'Your code']);
    expect(readCode(codeIn(receipt), everyList)).toHaveProperty('ok');

    const { db } = here.database;
    const [report] = await reportReader(db).sealedTo(people.ines.reader.id);
    if (!report) throw new Error('nothing arrived');
    expect(report).toMatchObject({
      kinds: ['followed'],
      soon: true,
      place: 'helwan',
      week: '2026-11-16',
      cameBy: 'self',
    });
    const place = { installation: here.installation.id, report: report.id };
    const secret = await sealedReader(db).secret(report.id);
    const identity = await openSecret(secret ?? new Uint8Array(), people.ines.keys.identity, place);
    const [item] = await sealedReader(db).items(report.id);
    const told = JSON.parse(
      fromUtf8(await openItem(item?.body ?? new Uint8Array(), identity, { ...place, item: 'told' })),
    ) as Told;
    expect(told).toMatchObject({
      words: 'هو مشى ورايا',
      day: '2026-11-20',
      time: '20:15',
      soon: 'knows_where',
    });
  });

  test('a reload of the receipt sends the same form and shows the same code, also in Arabic', async () => {
    const last = await toTheLast();
    const receipt = await press(last, 'send', sealedAnswers);
    const again = await press(last, 'send', { ...sealedAnswers, words: 'Another story altogether' });
    expect(codeIn(again)).toBe(codeIn(receipt));
    expect(again.text.includes('This was sent before')).toBe(true);
    const arabic = await press(receipt, 'language', {}, 'ar');
    expect(codeIn(arabic)).toBe(codeIn(receipt));
    expect(receipt.text.includes('Another story altogether')).toBe(false);
  });

  test('Arabic gets digits and a check digit', async () => {
    const receipt = await press(await toTheLast('ar'), 'send', sealedAnswers, 'ar');
    expect(receipt.text.includes('data-check-digit')).toBe(true);
    expect(readCode(codeIn(receipt), everyList)).toMatchObject({ ok: { list: 'digits' } });
  });

  test('what is missing is said on the same page, with 422, and nothing typed is lost', async () => {
    const last = await toTheLast();
    const wrong = await press(last, 'send', { words: 'Half a sentence', soon: 'no', time: 'late' });
    expect([wrong.status, titleOf(wrong)]).toEqual([422, 'Error: Question 6']);
    expect(wrong.text.includes('href="#f-age"')).toBe(true);
    expect(wrong.text.includes('href="#f-time"')).toBe(true);
    expect(wrong.text.includes('Half a sentence')).toBe(true);
    const tomorrow = await press(last, 'send', { ...sealedAnswers, day: '2026-11-30' });
    expect(tomorrow.status).toBe(422);
    expect(tomorrow.text.includes('href="#f-day"')).toBe(true);
  });

  test('a place is found in Franco, without any answer in a URL', async () => {
    let page = await start();
    for (const answer of [{}, { who: 'me' }, {}, { kinds: 'followed' }, { helped: 'yes' }])
      page = await press(page, 'continue', answer);
    const found = await press(page, 'search', { q: '7elwan' });
    expect(found.text.includes('value="place:helwan"')).toBe(true);
    const nowhere = await press(page, 'search', { q: 'Atlantis' });
    expect(nowhere.text.includes('No place here has that name')).toBe(true);
  });

  test('the language changes in the middle, and the answers stay', async () => {
    const arabic = await press(await toTheLast(), 'language', { words: 'Kept' }, 'ar');
    expect(arabic.text.includes('lang="ar"')).toBe(true);
    expect(arabic.text.includes('Kept')).toBe(true);
    const receipt = await press(arabic, 'send', sealedAnswers, 'ar');
    expect(readCode(codeIn(receipt), everyList)).toMatchObject({ ok: { list: 'digits' } });
  });

  test('a form changed by hand is refused whole', async () => {
    const last = await toTheLast();
    const forged = stateIn(last).replace(/^./, (letter) => (letter === 'e' ? 'f' : 'e'));
    const answer = await amal.post('/en/report/step', { state: forged, go: 'send', ...sealedAnswers });
    expect(answer.status).toBe(422);
    expect(answer.text.includes('Begin again')).toBe(true);
  });

  test('leaving out both colleagues seals for the outside reader alone, and only by a button that names Layla', async () => {
    const { ines, omar, layla } = people;
    const reader = reportReader(here.database.db);
    const hers = async () => (await reader.sealedTo(layla.reader.id)).map(({ readers }) => readers);
    const [both, one] = [[ines.reader.id, omar.reader.id], [ines.reader.id]];
    const leaving = (page: Heard, left: readonly string[]) =>
      amal.post('/en/report/step', [
        ...Object.entries({
          ...sealedAnswers,
          state: stateIn(page),
          go: buttonIn(page),
          works_with_us: 'yes',
        }),
        ...left.map((id) => ['leave_out', id]),
      ]);
    const last = await toTheLast();
    expect([buttonIn(last), last.text.includes('Send to the caseworkers')]).toEqual(['send', true]);
    const asked = await leaving(last, both);
    expect(asked.text).toContain('Nothing is sent yet. With these answers nobody but Layla of');
    expect([asked.text.includes('Send to Layla of'), asked.text.includes('Send to the caseworkers')]).toEqual(
      [true, false],
    );
    expect(await hers()).toEqual([]);
    // With another mind Omar may stay, and then it is not Layla's button that sends it.
    const back = await leaving(asked, one);
    expect([back.text.includes('nobody but Omar'), buttonIn(back)]).toEqual([true, 'send']);
    const again = await leaving(back, both);
    const receipt = await leaving(again, both);
    expect([receipt.status, titleOf(receipt)]).toEqual([200, 'Your code']);
    expect(await hers()).toEqual([[layla.reader.id]]);
    expect([receipt.text.includes('So Layla'), receipt.text.includes('data-who-reads')]).toEqual([
      true,
      false,
    ]);
    // Back in the browser and sent once more it is the same report.
    expect(codeIn(await leaving(last, both))).toBe(codeIn(receipt));
  });

  test('on a shared phone the receipt offers no copy', async () => {
    const receipt = await press(await toTheLast('en', { shared: 'yes' }), 'send', sealedAnswers);
    expect(receipt.text.includes('data-shared="yes"')).toBe(true);
    expect(receipt.text.includes('data-copy')).toBe(false);
    expect(receipt.headers['cache-control']).toBe('no-store');
  });

  test('under 18, with nobody who may read it, nothing is kept', async () => {
    const { db } = here.database;
    const before = await reportReader(db).sealedTo(people.ines.reader.id);
    const stopped = await press(await toTheLast(), 'send', { ...sealedAnswers, age: 'under_18' });
    expect(stopped.text.includes('We cannot take what you would write')).toBe(true);
    expect(await reportReader(db).sealedTo(people.ines.reader.id)).toHaveLength(before.length);
  });
});

test('too many waiting at once: everything stays on the page', async () => {
  const pages = await Promise.all([toTheLast(), toTheLast(), toTheLast(), toTheLast(), toTheLast()]);
  const answers = await Promise.all(pages.map((page) => press(page, 'send', sealedAnswers)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 429, 429, 429]);
  const busy = answers.find(({ status }) => status === 429);
  expect(busy?.text.includes('هو مشى ورايا')).toBe(true);
  if (busy) expect((await press(busy, 'send', sealedAnswers)).status).toBe(200);
});

test('a real installation takes nothing before it can keep what it promises, and says what is missing', async () => {
  await using real = await world({ kind: 'real' });
  await cast(real);
  const noor = browse(real);
  const page = await noor.get('/en/report');
  expect([page.status, page.text.includes('Still missing:'), page.text.includes('<form')]).toEqual([
    200,
    true,
    false,
  ]);
  expect((await noor.get('/en/report/tell')).text.includes('data-tell')).toBe(false);
  expect((await noor.post('/en/report/step', { go: 'start' })).status).toBe(503);
  const answer = await noor.post('/api/reports', {});
  expect(answer.status).toBe(422);
});

test('junk in any field of the form is a page, never a 500', async () => {
  const last = await toTheLast();
  const kinds = await press(last, 'change:kinds');
  const forged = await press(kinds, 'change:words', { kinds: 'junk' });
  expect(forged.status).toBe(200);
  const name = fc.constantFrom(
    'go',
    'q',
    'words',
    'day',
    'where',
    'leave_out',
    'wish',
    'kinds',
    'contact',
    'state',
    'x',
  );
  const value = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      'change:kinds',
      'change:nothing',
      'search',
      'back',
      'place:',
      'here:8',
      'constructor',
      '__proto__',
    ),
  );
  const headers = { origin: here.config.publicUrl, 'content-type': 'application/x-www-form-urlencoded' };
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(name, value), { maxLength: 8 }),
      fc.boolean(),
      async (typed, signed) => {
        const fields = [
          ...(signed ? [['state', stateIn(last)]] : []),
          ...typed.map(([field, text]) => [field, text]),
        ];
        const payload = new URLSearchParams(fields as [string, string][]).toString();
        for (const url of ['/en/report/step', '/ar/back']) {
          const { statusCode } = await here.app.inject({ method: 'POST', url, headers, payload });
          expect(statusCode).toBeLessThan(500);
        }
      },
    ),
    { numRuns: 120 },
  );
}, 60_000);

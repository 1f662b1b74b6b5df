/** What a page may weigh (brotli, as a browser gets it), from `budgets.md` P7. Exact, so a test and not a benchmark. */
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rooms } from '../src/app.ts';
import { countryFile, places } from '../src/demo/content/index.ts';
import { langs } from '../src/platform/i18n/index.ts';
import { placeWriter } from '../src/platform/place/index.ts';
import { linesWriter } from '../src/report/index.ts';
import { weights } from '../src/talk/pages/pause.tsx';
import { browse } from './browse.ts';
import { cast } from './cast.ts';
import { inventAsks } from './invented.ts';
import { type TestWorld, world } from './world.ts';

const kB = 1024;
let here: TestWorld;
beforeAll(async () => {
  here = await world({ browsers: true, staging: { allowances: 'none' } });
  await cast(here);
  await placeWriter(here.database.db).put(places);
  await linesWriter(here.database.db).replace(countryFile('2026-11-22'));
  await inventAsks(here);
}, 120_000);
afterAll(() => here[Symbol.asyncDispose]());

const weight = (text: string) => brotliCompressSync(text).length;
const firstLoad = async (path: string) => {
  const html = (await browse(here).get(path)).text;
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, url]) => url ?? '');
  let css = 0;
  for (const url of sheets) css += weight((await browse(here).get(url)).text);
  return { html: weight(html), css, text: html, sheets: sheets.length };
};
const script = async (name: string) => {
  const file = await browse(here).get(rooms(here).assets.url(name));
  expect([name, file.status]).toEqual([name, 200]);
  return weight(file.text);
};

const pages = [
  '',
  '/report',
  '/report/tell',
  '/report/under-18',
  '/seen',
  '/seen/bus',
  '/help',
  '/need',
  '/back',
  '/keep',
];

describe.each(langs)('first load (%s)', (locale) => {
  test.each(pages)(
    '%s: HTML in one round trip, with its style under 24 kB, no font on a phone',
    async (path) => {
      const { html, css, text, sheets } = await firstLoad(`/${locale}${path}`);
      expect(sheets).toBe(1);
      expect(html).toBeLessThanOrEqual(14 * kB);
      expect(html + css).toBeLessThanOrEqual(24 * kB);
      expect(text).toMatch(/<html[^>]* class="[^"]*\bslim\b/);
      expect(text).not.toMatch(/<link[^>]+rel="preload"/);
    },
  );
});

const publicPages = [
  '/answers',
  '/answers/zaytara-trams',
  '/asks/asksilent0000000',
  '/areas',
  '/corrections',
];

const talkPages = [
  ['/talk', 1],
  ['/talk/answer', 2],
  ['/talk/pause', 2],
  ['/talk/effect', 1],
] as const;

describe.each(langs)('public pages (%s)', (locale) => {
  test.each(publicPages)('%s: HTML and style under 40 kB, no script but Leave', async (path) => {
    const { html, css, text } = await firstLoad(`/${locale}${path}`);
    expect(html + css).toBeLessThanOrEqual(40 * kB);
    expect([...text.matchAll(/<script/g)].length).toBe(1);
  });
});

describe.each(langs)('pages about talk (%s)', (locale) => {
  test.each(talkPages)('%s: HTML and style under 40 kB', async (path, scripts) => {
    const { html, css, text } = await firstLoad(`/${locale}${path}`);
    expect(html + css).toBeLessThanOrEqual(40 * kB);
    expect([...text.matchAll(/<script/g)].length).toBe(scripts);
  });
});

test('the desk: HTML and style under 60 kB', async () => {
  const { html, css } = await firstLoad('/en/sign-in');
  expect(html + css).toBeLessThanOrEqual(60 * kB);
});

// Phones of 2020, as scripts/build.mjs promises; Object.hasOwn is put there by what needs it.
test.each([
  ...['leave', 'report-start', 'tell', 'files', 'seal', 'receipt', 'find', 'work', 'stretch'],
  ...['back', 'open', 'seen', 'reconsider', 'talk-en', 'talk-ar'],
])('the script %s calls nothing that an older phone lacks', async (name) => {
  const { text } = await browse(here).get(rooms(here).assets.url(name));
  const newer =
    /\.(replaceChildren|at|replaceAll|findLast|findLastIndex|toSorted|toReversed|toSpliced)\(|\b(structuredClone|randomUUID|withResolvers)\b/g;
  expect(text.match(newer) ?? []).toEqual([]);
});

test.each([
  ['leave', 1 * kB],
  ['tell', 12 * kB],
  ['files', 4 * kB],
  ['work', 1 * kB],
  ['seen', 2 * kB],
  ['seal', 56 * kB],
  ['desk', 120 * kB],
  ['talk-desk', 2 * kB],
  ['you', 6 * kB],
  ['turn', 14 * kB],
  // The page that says how to use them names these.
  ['reconsider', weights.small * 1000],
  ['talk-en', weights.large * 1000],
  ['talk-ar', weights.large * 1000],
])('the script %s', async (name, most) => {
  expect(await script(name)).toBeLessThanOrEqual(most);
});

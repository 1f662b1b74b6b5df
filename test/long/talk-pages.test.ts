/** Bringing the talk back, and the pages about talk, in real browsers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { translate } from '../../src/platform/i18n/index.ts';
import { version } from '../../src/talk/count/model.ts';
import { countWriter } from '../../src/talk/count/store.ts';
import { classify, replies, shippedDetectors } from '../../src/talk/index.ts';
import { look, problems, visitor } from '../browser.ts';
import { talkCounts } from '../talk-counts.ts';
import { type TestWorld, world } from '../world.ts';

const said = {
  en: 'That is awful. But not all men are like that. Sorry.',
  ar: 'ده شيء بشع. بس مش كل الرجالة كده. آسف.',
};
const own = { en: 'Which line was it?', ar: 'كان أنهي خط؟' };

let here: TestWorld;
let url: string;
beforeAll(async () => {
  here = await world({ now: '2026-11-22T10:00:00Z', browsers: true, staging: { allowances: 'none' } });
  url = await here.listen();
}, 120_000);
afterAll(() => here?.[Symbol.asyncDispose]());

const counts = () => talkCounts(here.database.db);

describe.each(['en', 'ar'] as const)('bring it back (%s)', (locale) => {
  test('with script the words stay here, and a reply is copied', async () => {
    await using noor = await visitor({ locale });
    const { page, context } = noor;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    await page.goto(`${url}/${locale}/talk/answer`);
    await look(page, `talk-answer-${locale}-phone`);
    await page.locator('#post').fill(said[locale]);
    await page.locator('form[data-turn] button').click();
    await page.locator('#turned').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('turned');
    expect(await problems(page)).toEqual([]);
    await look(page, `talk-answered-${locale}-phone`);
    await page.locator('#not_all-egyptian').fill(`${replies.not_all.egyptian} !`);
    await page.locator('[data-copy="egyptian"]').first().click();
    await expect
      .poll(() => page.evaluate(() => navigator.clipboard.readText()))
      .toBe(`${replies.not_all.egyptian} !`);
    await expect.poll(counts).toHaveProperty(['turn.copied.egyptian']);
    await page.locator('#post').fill(own[locale]);
    await page.locator('form[data-turn] button').click();
    await page.locator('#choice').waitFor();
    expect(await page.locator('[data-copy]:visible').count()).toBe(0);
    await page.locator('summary', { hasText: translate(locale)('talk.move.tone.name') }).click();
    expect(await page.locator('#tone-egyptian').inputValue()).toBe(replies.tone.egyptian);
    expect(await page.locator('[data-copy]:visible').count()).toBe(3);
    expect(await problems(page)).toEqual([]);
    await look(page, `talk-chosen-${locale}-phone`);
    expect(
      sent.filter((body) => body !== '').every((body) => /^what=turn\.[\w.]+&version=\d+$/.test(body)),
    ).toBe(true);
    expect(noor.complaints).toEqual([]);

    await page.locator('#post').fill('');
    await page.locator('form[data-turn] button').click();
    await page.locator('.errors').waitFor();
    await page.locator('#post').fill(said[locale]);
    await page.locator('form[data-turn] button').click();
    await page.locator('#turned').waitFor();
    expect(await page.locator('.errors, .why, [aria-invalid]').count()).toBe(0);
  }, 60_000);

  test('without script it works as well', async () => {
    await using noor = await visitor({ locale, script: false, screen: 'desktop' });
    const { page } = noor;
    await page.goto(`${url}/${locale}/talk/answer`);
    await page.locator('#post').fill(said[locale]);
    await page.locator('form button').click();
    expect(await page.locator('mark').count()).toBe(1);
    expect(await page.locator('#not_all-english').inputValue()).toBe(replies.not_all.english);
    expect(await page.locator('[data-copy]').first().isVisible()).toBe(false);
    await look(page, `talk-answered-${locale}-desktop-no-script`);
  });

  test('the pages stand up to axe on a phone and a desktop, in the light and in the dark', async () => {
    for (const [what, count] of [
      ['pause.shown.as_it_was', 70],
      ['pause.shown.changed', 40],
      ['pause.held.as_it_was', 90],
      ['pause.held.changed', 12],
      ['pause.held.dropped', 9],
    ] as const) {
      await countWriter(here.database.db).add('2026-11-09', { version, what, count });
    }
    for (const screen of ['phone', 'desktop'] as const) {
      await using noor = await visitor({ locale, screen, dark: screen === 'desktop' });
      const { page } = noor;
      for (const path of ['', '/answer', '/pause', '/effect']) {
        await page.goto(`${url}/${locale}/talk${path}`);
        expect(await problems(page)).toEqual([]);
        const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(width).toBeLessThanOrEqual(0);
        await look(page, `talk${path.replace('/', '-')}-${locale}-${screen}`);
      }
      expect(noor.complaints).toEqual([]);
    }
  }, 120_000);
});

test('the same figures in this browser and in Node', async () => {
  const detectors = await shippedDetectors();
  const texts = [
    ...Object.values(said),
    ...Object.values(own),
    'He said "calm down". I did not.',
    'what were u wearing tho',
    'msh kol el regala keda',
    'مش وقته الكلام ده دلوقتي يا جماعة 😤😤 \u200f\ud800',
    '',
  ];
  await using noor = await visitor();
  const { page } = noor;
  await page.goto(`${url}/en/talk/pause`);
  const element = await page.request.get(`${url}/reconsider.js`);
  for (const text of texts) {
    const expected = classify(text, detectors);
    const [file] = (await element.text()).match(new RegExp(`/assets/talk-${expected.lang}-\\w+\\.js`)) ?? [];
    // as a string: what builds these tests rewrites an import() it can see
    const said = `import(${JSON.stringify(url + file)}).then((reading) => reading.classify(${JSON.stringify(text)}))`;
    const found = await page.evaluate(said);
    expect(found).toEqual(expected);
  }
}, 60_000);

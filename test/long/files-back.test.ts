/** Amal comes back with her code and adds a photo and her voice, without a word; Ines opens both. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aToneForAVoice, microphone } from '../browser/voice.ts';
import { look, problems, visitor } from '../browser.ts';
import { begin, codeOn, onPanel, records, send, toCheck } from '../e2e/amal.ts';
import { now, type Office, office, unlock } from '../e2e/desk.ts';
import { photo } from '../photo.ts';

let house: Office;
beforeAll(async () => {
  house = await office();
}, 120_000);
afterAll(() => house[Symbol.asyncDispose]());

test.each([
  { locale: 'en', dark: false, screen: 'phone' },
  { locale: 'ar', dark: true, screen: 'desktop' },
] as const)(
  'files are added with the code, up to as many as a report may have ($locale)',
  async (habits) => {
    await using amal = await visitor(habits);
    await amal.context.clock.setFixedTime(now);
    await amal.context.addInitScript(aToneForAVoice);
    const { page } = amal;
    const at = `${house.url}/${habits.locale}`;
    await begin(page, at);
    await toCheck(page, 'It was dark.');
    await send(page);
    const code = await codeOn(page);
    await house.here.settle();

    const asked: string[] = [];
    page.on('request', (one) => asked.push(new URL(one.url()).pathname));
    await page.locator('[data-kept]').first().click();
    await page.goto(`${at}/back`);
    await page.locator('#f-code').fill(code);
    await page.locator('[data-code-form] button.btn').first().click();
    await onPanel(page, 'mine');
    expect(asked.filter((path) => path.includes('/files-'))).toEqual([]);
    const seal = page.locator('form[data-add] button:not([type="button"])').last();
    await seal.click();
    await page.locator('[data-error-for="text"]:visible').waitFor();
    await page.locator('[data-files-open]').click();
    await page.locator('[data-files]').waitFor();
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-add-photo'))).toBe(true);
    const input = page.locator('[data-files] input[type="file"]');
    for (const n of [1, 2]) {
      await input.setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: photo() });
      await page
        .locator('[data-file-list] li')
        .nth(n - 1)
        .waitFor();
    }
    expect(await page.locator('[data-error-for="text"]').isVisible()).toBe(false);
    await records(page);
    expect(await problems(page)).toEqual([]);
    await look(page, `files-back-${habits.locale}`);
    // Still recording: sending ends it, and keeps it.
    await seal.click();
    await page.locator('[data-no-more-files]').waitFor();
    expect(await page.locator('[data-files]').isVisible()).toBe(false);
    expect(await problems(page)).toEqual([]);
    await look(page, `files-back-added-${habits.locale}`);
    expect(amal.complaints).toEqual([]);

    await house.here.settle();
    await using ines = await house.enters(house.people.ines, { locale: habits.locale });
    const desk = ines.page;
    await unlock(desk, house.phrases.ines);
    await desk.locator('.list a.open').last().click();
    await desk.locator('[data-key="o"]').click();
    const voice = desk.locator('details', { hasText: habits.locale === 'en' ? 'Recording 3' : 'تسجيل 3' });
    await voice.locator('summary').click();
    await voice.locator('button').click();
    await voice.locator('audio').waitFor();
    await look(desk, `files-back-desk-${habits.locale}`);
    expect(ines.complaints).toEqual([]);
  },
  120_000,
);

test('she withdraws while she records: the microphone is let go', async () => {
  await using amal = await visitor();
  await amal.context.clock.setFixedTime(now);
  await amal.context.addInitScript(aToneForAVoice);
  const { page } = amal;
  await begin(page, `${house.url}/en`);
  await toCheck(page, 'It was dark.');
  await send(page);
  const code = await codeOn(page);
  await page.locator('[data-kept]').first().click();
  await page.goto(`${house.url}/en/back`);
  await page.locator('#f-code').fill(code);
  await page.locator('[data-code-form] button.btn').first().click();
  await onPanel(page, 'mine');
  await page.locator('[data-files-open]').click();
  await records(page);
  expect(await microphone(page)).toBe('live');
  await page.locator('[data-withdraw] button').last().click();
  await onPanel(page, 'withdrawn');
  expect(await microphone(page)).toBe('ended');
}, 60_000);

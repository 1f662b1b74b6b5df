/** What a phone keeps comes back and is sent, in each language; and how it goes by itself. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { look, problems } from '../browser.ts';
import { begin, type City, city, codeOn, goOn, onPanel, send, toCheck } from '../e2e/amal.ts';
import { isEmpty, words, writes } from '../e2e/kept.ts';

let town: City;
beforeAll(async () => {
  town = await city();
}, 120_000);
afterAll(() => town[Symbol.asyncDispose]());

describe.each(['en', 'ar', 'fr'] as const)('Amal writes, and the page is loaded again (%s)', (locale) => {
  test('one tap brings all of it back, and sending takes it off the phone', async () => {
    await using amal = await town.phone({ locale });
    const { page } = amal;
    await writes(page, `${town.url}/${locale}`);
    expect(await problems(page)).toEqual([]);
    await look(page, `kept-writing-${locale}`);
    await page.reload();
    await onPanel(page, 'safe');
    expect(await page.locator('[data-kept-before] [data-until]').textContent()).toContain('29');
    expect(await page.content()).not.toContain(words);
    expect(await page.locator('input[name="who"]:checked').count()).toBe(0);
    expect(await problems(page)).toEqual([]);
    await look(page, `kept-before-${locale}`);
    await goOn(page);
    await onPanel(page, 'person');
    await page.locator('[data-readers] label', { hasText: 'Omar' }).waitFor();
    expect(await page.locator('[data-readers] input').count()).toBe(2);
    expect(await page.locator('[data-readers] input:checked').count()).toBe(1);
    await goOn(page);
    await onPanel(page, 'wishes');
    await goOn(page);
    await onPanel(page, 'check');
    expect(await page.locator('[data-sum="sealed"]').textContent()).toContain(words);
    await send(page);
    await codeOn(page);
    await expect.poll(() => isEmpty(page)).toBe(true);
    const [told] = await town.sealedTo(town.people.ines);
    expect(told?.kinds).toEqual(['followed']);
    expect(await town.sealedTo(town.people.omar)).toEqual([]);
    expect(amal.complaints).toEqual([]);
  }, 60_000);
});

describe.each(['ar', 'fr'] as const)('what is finished waits (%s)', (locale) => {
  test('closed, in words of its language, until it is deleted', async () => {
    await using amal = await town.phone({ locale, dark: locale === 'ar' });
    const { page, context } = amal;
    await begin(page, `${town.url}/${locale}`);
    await page.locator('[data-offline]:not([hidden])').waitFor({ state: 'attached' });
    await context.setOffline(true);
    await toCheck(page, words);
    await send(page);
    await onPanel(page, 'waiting');
    expect(await problems(page)).toEqual([]);
    await look(page, `waiting-${locale}`);
    await page.locator('[data-panel="waiting"] [data-delete-kept]').click();
    await onPanel(page, 'deleted');
    expect(await isEmpty(page)).toBe(true);
  }, 60_000);
});

describe('whoever takes the phone', () => {
  test.each(['draft', 'day'] as const)(
    'who changes the %s opens nothing',
    async (what) => {
      await using amal = await town.phone();
      const { page } = amal;
      await writes(page, `${town.url}/en`);
      await page.evaluate(async (part) => {
        const done = <R>(asked: IDBRequest<R>) =>
          new Promise<R>((resolve) => {
            asked.onsuccess = () => resolve(asked.result);
          });
        const base = await done(indexedDB.open('kept'));
        const lying = await done(base.transaction('kept').objectStore('kept').get('one'));
        if (part === 'day') lying.until = '2027-11-29';
        else lying.sealed[40] ^= 1;
        await done(base.transaction('kept', 'readwrite').objectStore('kept').put(lying, 'one'));
        base.close();
      }, what);
      await page.reload();
      await onPanel(page, 'safe');
      expect(await page.locator('[data-kept-before]').isVisible()).toBe(false);
      expect(await isEmpty(page)).toBe(true);
    },
    60_000,
  );
});

describe('it goes', () => {
  test('with its day', async () => {
    await using amal = await town.phone();
    const { page, context } = amal;
    await writes(page, `${town.url}/en`);
    await context.clock.setFixedTime('2026-11-29T20:00:00Z');
    await page.reload();
    await page.locator('[data-kept-before]:visible').waitFor();
    await context.clock.setFixedTime('2026-11-30T00:01:00Z');
    await page.reload();
    await onPanel(page, 'safe');
    expect(await page.locator('[data-kept-before]').isVisible()).toBe(false);
    expect(await isEmpty(page)).toBe(true);
  }, 60_000);

  test('with Leave, also where the way out is closed', async () => {
    await using amal = await town.phone();
    const { page, context } = amal;
    await writes(page, `${town.url}/en`);
    await context.route('**/leave', (route) => route.abort());
    await page.locator('a[data-leave]').first().click({ noWaitAfter: true });
    await page.waitForTimeout(500);
    await page.goto(`${town.url}/en`);
    expect(await isEmpty(page)).toBe(true);
  }, 60_000);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countryFile } from '../../src/demo/content/country.ts';
import { linesWriter } from '../../src/report/index.ts';
import { look, problems, until, visitor } from '../browser.ts';
import { type TestWorld, world } from '../world.ts';

const weather = 'https://weather.example/';
let here: TestWorld;
let origin: string;

beforeAll(async () => {
  here = await world({ browsers: true, env: { LEAVE_URL: weather }, staging: { allowances: 'none' } });
  await linesWriter(here.database.db).replace(countryFile('2026-11-22'));
  origin = await here.listen();
}, 120_000);
afterAll(async () => here?.[Symbol.asyncDispose]());

const keptHere = async () => (await caches.keys()).length > 0;

describe.each(['en', 'ar'] as const)('Noor sees it on a bus (%s)', (locale) => {
  test('without script: two taps to the card, one choice, and thanks', async () => {
    await using noor = await visitor({ locale, script: false });
    const { page } = noor;
    await page.goto(`${origin}/${locale}`);
    await page.locator(`a.door[href$="/seen"]`).click();
    await page.locator(`a.door[href$="/seen/bus"]`).click();
    expect(await page.locator('.fives > li').count()).toBe(5);
    await page.locator('a[href$="/bus/stopped"]').click();
    await page.locator('button.btn').last().click();
    expect(await page.locator('.errors').count()).toBe(1);
    await page.locator('label[for="stopped-how"]').click();
    await page.locator('button.btn').last().click();
    await page.waitForURL(`**/${locale}/seen/thanks`);
  }, 60_000);

  test('every page stands up to axe, and in the dark', async () => {
    await using noor = await visitor({ locale, dark: true });
    const { page } = noor;
    for (const path of [
      '',
      '/seen',
      '/seen/street',
      '/seen/work/did',
      '/seen/online/stopped',
      '/seen/thanks',
      '/help',
      '/need',
      '/keep',
    ]) {
      await page.goto(`${origin}/${locale}${path}`);
      expect(await problems(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await look(page, `first${path.replaceAll('/', '-')}-${locale}-dark`);
    }
    expect(noor.complaints).toEqual([]);
  }, 120_000);
});

describe('without a network', () => {
  test('the cards open again, a report page does not, and Leave takes the cards away', async () => {
    await using noor = await visitor({ locale: 'en' });
    const { page, context } = noor;
    await page.goto(`${origin}/en/seen`);
    await page.locator('#offline:not([hidden])').waitFor();
    await page.goto(`${origin}/en/report`);
    await page.goto(`${origin}/en/seen`);
    const kept = await page.evaluate(async () => {
      const requests = await (await caches.open('seen')).keys();
      return requests.map(({ url }) => new URL(url).pathname);
    });
    expect(kept.filter((path) => !path.startsWith('/assets/')).sort()).toEqual([
      '/en/help',
      '/en/seen',
      '/en/seen/bus',
      '/en/seen/online',
      '/en/seen/street',
      '/en/seen/work',
    ]);

    await context.setOffline(true);
    await page.goto(`${origin}/en/seen/street`);
    expect(await page.locator('.fives > li').count()).toBe(5);
    await expect(page.goto(`${origin}/en/report`)).rejects.toThrow();
    await context.setOffline(false);

    await page.goto(`${origin}/en/seen`);
    await until(page, () => navigator.serviceWorker.controller !== null);
    expect(await page.evaluate(keptHere)).toBe(true);
    await page.getByRole('link', { name: 'Leave' }).click();
    // there is no weather here: what matters is that it went there and came to rest
    await expect.poll(() => page.url()).not.toContain(origin);
    await page.goto(`${origin}/en/keep`);
    expect(await page.evaluate(keptHere)).toBe(false);
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(
      0,
    );
  }, 60_000);
});

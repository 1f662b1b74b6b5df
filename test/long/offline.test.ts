/** Without a network: the questions and the numbers open, what is finished waits, and nothing is called sent before it is. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { look, problems } from '../browser.ts';
import { begin, type City, city, codeOn, goOn, onPanel, send, skip, toCheck, toWhere } from '../e2e/amal.ts';
import { isEmpty, lyingIn, words } from '../e2e/kept.ts';

let town: City;
beforeAll(async () => {
  town = await city();
}, 120_000);
afterAll(() => town[Symbol.asyncDispose]());

test('Amal tells in a tunnel: it waits, and goes by her own tap', async () => {
  await using amal = await town.phone();
  const { page, context } = amal;
  const told = async () => (await town.sealedTo(town.people.ines)).length;
  await begin(page, `${town.url}/en`);
  await page.locator('[data-offline]:not([hidden])').waitFor({ state: 'attached' });

  await context.setOffline(true);
  await page.goto(`${town.url}/en/help`);
  expect(await page.locator('h1').textContent()).toBe('Get help now');
  await begin(page, `${town.url}/en`);
  await toCheck(page, words);
  await send(page);
  await onPanel(page, 'waiting');
  expect(await page.locator('[data-code] li').count()).toBe(0);
  expect(await problems(page)).toEqual([]);
  await look(page, 'waiting-en');
  for (const said of [words, 'followed', 'waiting', 'seed']) expect(await lyingIn(page)).not.toContain(said);

  await page.reload();
  await onPanel(page, 'waiting');
  expect(await page.content()).not.toContain(words);
  await page.locator('[data-send-waiting]').click();
  await page.locator('[data-waiting-status] strong').waitFor();
  expect(await page.locator('[data-waiting-status]').textContent()).toContain('did not get through');

  await context.setOffline(false);
  await expect.poll(() => page.locator('[data-waiting-status]').textContent()).toContain('not sent yet');
  expect(await told()).toBe(0);
  await page.goto(`${town.url}/en/report`);
  await page.locator('[data-waits]:visible').waitFor();
  await look(page, 'waiting-banner-en');
  await page.locator('[data-waits] a').click();
  await page.locator('[data-send-waiting]').click();
  await codeOn(page);
  expect(await told()).toBe(1);
  await expect.poll(() => isEmpty(page)).toBe(true);
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
}, 60_000);

test('the day after, a page the phone kept knows what day it is', async () => {
  await using amal = await town.phone();
  const { page, context } = amal;
  await begin(page, `${town.url}/en`);
  await page.locator('[data-offline]:not([hidden])').waitFor({ state: 'attached' });
  await context.setOffline(true);
  await context.clock.setFixedTime('2026-11-24T10:00:00Z');
  await begin(page, `${town.url}/en`);
  await toWhere(page);
  await page.locator('input[name="where"][value="unknown"]').check();
  await goOn(page);
  await onPanel(page, 'when');
  expect(
    await page
      .locator('input[type="radio"][name="day"]')
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
  ).toEqual(['2026-11-24', '2026-11-23', '']);
  await page.locator('input[name="day"]').first().check();
  await goOn(page);
  await onPanel(page, 'words');
  await page.locator('[data-add-photo]').waitFor();
  await skip(page);
  await onPanel(page, 'person');
}, 60_000);

test('a phone that is full is not said to keep what it does not, and shows the page of today', async () => {
  await using amal = await town.phone();
  const { page, context } = amal;
  await begin(page, `${town.url}/en`);
  await page.locator('[data-offline]:not([hidden])').waitFor({ state: 'attached' });
  await page.evaluate(async () => {
    const [name = ''] = await caches.keys();
    const before = new Response('<h1>Yesterday</h1>', { headers: { 'content-type': 'text/html' } });
    await (await caches.open(name)).put('/en/help', before);
  });
  const phone = await context.newCDPSession(page);
  await phone.send('Storage.overrideQuotaForOrigin', { origin: town.url, quotaSize: 1 });
  await toCheck(page, words);
  await context.setOffline(true);
  await send(page);
  await page.locator('[data-send-problem]:visible').waitFor();
  expect(await page.locator('[data-panel="waiting"]').isVisible()).toBe(false);
  expect(await page.locator('[data-kept-here]').isVisible()).toBe(false);
  expect(await page.locator('[name="words"]').inputValue()).toBe(words);
  await context.setOffline(false);
  page.on('dialog', (one) => void one.accept());
  await page.goto(`${town.url}/en/help`);
  expect(await page.locator('h1').textContent()).toBe('Get help now');
}, 60_000);

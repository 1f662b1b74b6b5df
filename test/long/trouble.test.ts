import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problems } from '../browser.ts';
import { answer, begin, type City, city, codeOn, goOn, onPanel, send, toCheck } from '../e2e/amal.ts';
import { isEmpty } from '../e2e/kept.ts';

let town: City;
beforeAll(async () => {
  town = await city();
}, 120_000);
afterAll(() => town[Symbol.asyncDispose]());

describe('when something goes wrong', () => {
  test('the network fails where nothing is kept: nothing was lost, and trying again shows the code', async () => {
    await using amal = await town.phone();
    const { page } = amal;
    await begin(page, `${town.url}/en`, { shared: true });
    await toCheck(page, 'Still here');
    await page.route('**/api/reports', (route) => route.abort());
    await send(page);
    await page.locator('[data-send-problem]').waitFor();
    expect(await page.locator('[data-send-problem]').textContent()).toContain('Nothing was lost');
    expect(await page.locator('[name="words"]').inputValue()).toBe('Still here');
    expect(await problems(page)).toEqual([]);
    await page.unroute('**/api/reports');
    await send(page);
    expect(await codeOn(page)).not.toBe('');
    expect(await page.locator('[data-repeated]').isVisible()).toBe(false);
  }, 60_000);

  test('the answer is lost on the way: one report, the same code', async () => {
    await using amal = await town.phone();
    const { page } = amal;
    await begin(page, `${town.url}/en`);
    await toCheck(page);
    const before = (await town.sealedTo(town.people.ines)).length;
    await page.route('**/api/reports', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await send(page);
    await onPanel(page, 'waiting');
    await page.unroute('**/api/reports');
    await page.locator('[data-send-waiting]').click();
    await codeOn(page);
    expect(await page.locator('[data-repeated]').textContent()).toContain('sent before');
    expect(await page.locator('[data-repeated]').isVisible()).toBe(true);
    expect(await town.sealedTo(town.people.ines)).toHaveLength(before + 1);
  }, 60_000);

  test('“Delete now” while what seals it is still on its way to her phone: nothing is sent', async () => {
    await using amal = await town.phone();
    const { page } = amal;
    let arrive = (): void => {};
    const arrives = new Promise<void>((done) => {
      arrive = done;
    });
    await page.route('**/assets/seal-*', async (route) => {
      await arrives;
      await route.continue();
    });
    const sent: string[] = [];
    page.on('request', (request) => sent.push(new URL(request.url()).pathname));
    await begin(page, `${town.url}/en`);
    await toCheck(page, 'Not after all');
    await send(page);
    await onPanel(page, 'sending');
    await page.locator('[data-kept-here] [data-delete-kept]').click();
    await onPanel(page, 'deleted');
    arrive();
    await page.waitForResponse((one) => one.url().includes('/assets/seal-'));
    await page.waitForTimeout(3_000);
    expect(sent).not.toContain('/api/reports');
    await onPanel(page, 'deleted');
    expect(await isEmpty(page)).toBe(true);
  }, 60_000);

  test('the list of readers does not hold: nothing leaves, and it is said by name', async () => {
    await using amal = await town.phone();
    const { page } = amal;
    await page.route('**/api/readers', async (route) => {
      const answer = await route.fetch();
      const body = JSON.parse(await answer.text()) as { entries: { signatures: { signature: string }[] }[] };
      const [first, second] = body.entries;
      if (first && second) first.signatures = second.signatures;
      await route.fulfill({ response: answer, json: body });
    });
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));
    await begin(page, `${town.url}/en`);
    await toCheck(page);
    await send(page);
    await onPanel(page, 'no_readers');
    expect(sent.some((url) => url.endsWith('/api/reports'))).toBe(false);
  }, 60_000);

  test('where nothing is kept a reload asks before it throws her words away', async () => {
    await using amal = await town.phone();
    const { page } = amal;
    await begin(page, `${town.url}/en`, { shared: true });
    await answer(page, 'who', 'me');
    await goOn(page);
    const asked = page.waitForEvent('dialog');
    const reloaded = page.reload();
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
    await reloaded;
    await onPanel(page, 'safe');
    expect(await page.locator('[data-panel="safe"] [role="status"]:visible').count()).toBe(0);
    expect(await page.locator('input[name="who"]:checked').count()).toBe(0);
  }, 30_000);

  test('without a secure context the page goes the way without script', async () => {
    await using amal = await town.phone();
    const { page, context } = amal;
    await context.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
    await page.goto(`${town.url}/en/report/tell`);
    await page.waitForURL('**/en/report**');
    expect(page.url()).not.toContain('/tell');
    await page.locator('form[data-start] button').click();
    expect(new URL(page.url()).pathname).toBe('/en/report/step');
  }, 30_000);
});

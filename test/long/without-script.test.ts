import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { translate } from '../../src/platform/i18n/index.ts';
import { look, problems } from '../browser.ts';
import { type City, city, codeOn } from '../e2e/amal.ts';
import { inesOpens } from '../e2e/ines.ts';

let town: City;
beforeAll(async () => {
  town = await city();
}, 120_000);
afterAll(() => town[Symbol.asyncDispose]());

const goOn = (page: Page) => page.locator('button[name="go"][value="continue"]').last().click();
const choose = (page: Page, name: string, value: string) =>
  page.locator(`input[name="${name}"][value="${value}"]`).check();

/** Looks at every page on the way; axe too, where scripts may run. */
async function onPage(page: Page, name: string, checked: boolean): Promise<void> {
  await look(page, name);
  if (checked) expect([name, ...(await problems(page))]).toEqual([name]);
}

/** From "Before you start" to the last page, choosing what the demonstration's city has. */
async function toTheLast(page: Page, url: string, { checked = false, shots = 'no' } = {}): Promise<void> {
  await page.goto(`${url}/report?script=off`);
  await onPage(page, `${shots}-1-before`, checked);
  await page.locator('form[data-start] button').click();
  await onPage(page, `${shots}-2-safe`, checked);
  await goOn(page);
  await choose(page, 'who', 'me');
  await onPage(page, `${shots}-3-who`, checked);
  await goOn(page);
  await onPage(page, `${shots}-4-age`, checked);
  await goOn(page);
  await choose(page, 'kinds', 'followed');
  await choose(page, 'kinds', 'touched');
  await onPage(page, `${shots}-5-kinds`, checked);
  await goOn(page);
  await onPage(page, `${shots}-6-five-days`, checked);
  await goOn(page);
  await choose(page, 'helped', 'nobody_did');
  await goOn(page);
  await page.locator('[name="q"]').fill('sta');
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).pathname).toBe(new URL(`${url}/report/step`).pathname);
  await page.locator('input[name="where"]').first().check();
  await onPage(page, `${shots}-7-where`, checked);
  await goOn(page);
  await onPage(page, `${shots}-8-wishes`, checked);
  await goOn(page);
}

describe.each(['en', 'ar'] as const)('Amal without script (%s)', (locale) => {
  test('tells, keeps her code, reads what Ines replied, and withdraws', async () => {
    await using amal = await town.phone({ locale, script: false });
    const { page } = amal;
    await toTheLast(page, `${town.url}/${locale}`);
    await page.getByText(translate(locale)('report.words.no_files')).waitFor();
    await choose(page, 'age', 'adult');
    await choose(page, 'soon', 'knows_where');
    await page.locator('[name="words"]').fill('هو كان واقف على السلم.');
    await page.locator('button[value="send"]').click();
    const code = await codeOn(page);
    await look(page, `noscript-${locale}-receipt`);
    await page.reload();
    expect(await codeOn(page)).toBe(code);

    await town.here.settle();
    const ines = await inesOpens(town);
    expect(ines.told.words).toBe('هو كان واقف على السلم.');
    await ines.reply('Thank you, Amal. شكرا لك.');

    await page.goto(`${town.url}/${locale}/back`);
    await page.locator('[name="code"]').first().fill(code.replaceAll(' ', '\n'));
    await page.locator('button[name="do"]').click();
    expect(await page.locator('[data-replies]').textContent()).toContain('شكرا لك');
    await look(page, `noscript-${locale}-mine`);
    await page.locator('form:has([value="withdraw_ask"]) button').click();
    await look(page, `noscript-${locale}-withdraw`);
    await page.locator('button[value="withdraw"]').click();
    await page.goto(`${town.url}/${locale}/back`);
    await page.locator('[name="code"]').first().fill(code);
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      page.locator('button[name="do"]').click(),
    ]);
    expect(answer.status()).toBe(410);
    expect(amal.complaints.filter((one) => !one.includes('410'))).toEqual([]);
  }, 90_000);

  test('finds every page in order: axe has nothing to say', async () => {
    await using amal = await town.phone({ locale });
    const { page } = amal;
    await toTheLast(page, `${town.url}/${locale}`, { checked: true, shots: `off-${locale}` });
    await onPage(page, `off-${locale}-9-last`, true);
    await page.locator('button[value="send"]').click();
    await onPage(page, `off-${locale}-9-wrong`, true);
    await choose(page, 'age', 'unsaid');
    await choose(page, 'soon', 'no');
    await choose(page, 'works_with_us', 'yes');
    for (const box of await page.locator('input[name="leave_out"]').all()) await box.check();
    await page.locator('button[value="send"]').click();
    const named = page.locator('button[value^="send:"]');
    expect(await named.textContent()).toContain('Layla');
    const asked = (await page.locator('.question').allInnerTexts()).join();
    expect(asked).not.toMatch(/caseworkers|مسؤولو الحالات|لمسؤولي الحالات/);
    await onPage(page, `off-${locale}-9-named`, true);
    await named.click();
    await codeOn(page);
    await onPage(page, `off-${locale}-10-receipt`, true);
    for (const path of ['readers', 'report/under-18', 'back']) {
      await page.goto(`${town.url}/${locale}/${path}`);
      await onPage(page, `page-${locale}-${path.replace('/', '-')}`, true);
    }
  }, 90_000);
});

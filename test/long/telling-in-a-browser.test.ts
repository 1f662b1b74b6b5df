import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { look, problems } from '../browser.ts';
import { answer, begin, type City, city, codeOn, goOn, onPanel, send, skip, toCheck } from '../e2e/amal.ts';

let town: City;
beforeAll(async () => {
  town = await city();
}, 120_000);
afterAll(() => town[Symbol.asyncDispose]());

describe.each(['en', 'ar'] as const)('Amal tells with script (%s)', (locale) => {
  test('and keeps her code; what she wrote never left the phone open', async () => {
    await using amal = await town.phone({ locale });
    const { page } = amal;
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    await begin(page, `${town.url}/${locale}`);
    await toCheck(page, 'Canary on the stairs');
    expect(await page.locator('[data-sum="sealed"]').textContent()).toContain('Canary on the stairs');
    expect(await page.locator('[data-reader-names]:visible').first().textContent()).toContain('Ines');
    expect(await problems(page)).toEqual([]);
    await look(page, `check-${locale}`);
    const address = page.url();
    await send(page);
    const code = await codeOn(page);
    expect(code).toMatch(locale === 'en' ? /^([a-z]+ ){5}[a-z]+$/ : /^(\d{4} ){5}\d$/);
    expect(page.url()).toBe(address);
    expect(await problems(page)).toEqual([]);
    await look(page, `receipt-${locale}`);
    expect(sent.join('\n')).not.toContain('Canary');
    expect(sent.join('\n')).not.toContain(code);
    expect(amal.complaints).toEqual([]);
  }, 60_000);
});

test('shared phone: Amal reports at noon, her brother opens the browser at one', async () => {
  await using phone = await town.phone();
  const { page, context } = phone;
  await begin(page, `${town.url}/en`, { shared: true });
  await toCheck(page, 'Nobody else reads this');
  await send(page);
  await codeOn(page);
  expect(await page.locator('[data-copy]').count()).toBe(0);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${town.url}/en`);
  await page.goBack();
  const found = await page.content();
  expect(found).not.toContain('Nobody else reads this');
  expect(await page.locator('[data-code] li').count()).toBe(0);
  expect(await context.cookies()).toEqual([]);
  expect(await page.title()).not.toMatch(/report|harass/i);
}, 60_000);

test('from home to the code: at most 24 taps and no typed word', async () => {
  await using amal = await town.phone();
  const { page } = amal;
  await page.goto(`${town.url}/en`);
  let taps = 0;
  const tap = async (act: Promise<void>) => {
    taps++;
    await act;
  };
  await tap(page.locator('main a[href$="/report"]').first().click());
  await tap(page.locator('form[data-start] button').click());
  await onPanel(page, 'safe');
  await tap(goOn(page));
  for (const [name, value] of [
    ['who', 'me'],
    ['age', 'adult'],
    ['kinds', 'followed'],
    ['soon', 'no'],
    ['helped', 'nobody_did'],
  ] as const) {
    await onPanel(page, name);
    await tap(answer(page, name, value));
    await tap(goOn(page));
  }
  await onPanel(page, 'where');
  await tap(page.locator('[data-where-results] input').first().check());
  await tap(goOn(page));
  for (const name of ['when', 'words', 'person']) {
    await onPanel(page, name);
    await tap(skip(page));
  }
  await onPanel(page, 'wishes');
  await tap(goOn(page));
  await onPanel(page, 'check');
  await tap(send(page));
  await codeOn(page);
  expect(taps).toBeLessThanOrEqual(24);
}, 60_000);

test('the whole way by keyboard alone, the focus always to be seen', async () => {
  await using amal = await town.phone({ screen: 'desktop' });
  const { page } = amal;
  await page.goto(`${town.url}/en/report`);
  const tabTo = async (selector: string) => {
    for (let presses = 0; presses < 60; presses++) {
      const there = await page.evaluate((one) => document.activeElement?.matches(one) ?? false, selector);
      if (there) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reached ${selector}`);
  };
  const press = async (selector: string, key = 'Enter') => {
    await tabTo(selector);
    const covered = await page.evaluate(() => {
      const box = document.activeElement?.getBoundingClientRect();
      const bar = document.querySelector('.leave')?.getBoundingClientRect();
      return box && bar ? box.bottom > bar.top && box.top < bar.bottom && box.right > bar.left : true;
    });
    expect(covered && selector).toBe(false);
    await page.keyboard.press(key);
  };
  await press('form[data-start] button');
  await onPanel(page, 'safe');
  await press('[data-panel="safe"] [data-go="continue"]');
  for (const [name, value] of [
    ['who', 'me'],
    ['age', 'adult'],
    ['kinds', 'followed'],
    ['soon', 'no'],
    ['helped', 'nobody_did'],
    ['where', 'unknown'],
  ] as const) {
    await onPanel(page, name);
    await tabTo(`[data-panel="${name}"] input[name="${name}"]`);
    if (name === 'kinds') await press(`input[value="${value}"]`, 'Space');
    else await page.locator(`input[name="${name}"][value="${value}"]`).press('Space');
    await press(`[data-panel="${name}"] [data-go="continue"]`);
  }
  for (const name of ['when', 'words', 'person']) {
    await onPanel(page, name);
    await press(`[data-panel="${name}"] [data-go="skip"]`);
  }
  await onPanel(page, 'wishes');
  await press('[data-panel="wishes"] [data-go="continue"]');
  await onPanel(page, 'check');
  await press('[data-panel="check"] [data-send]');
  await codeOn(page);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
}, 90_000);

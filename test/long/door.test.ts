/** The front door as a browser meets it: the one cookie there is, and a limit that loses nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { look, visitor } from '../browser.ts';
import { type Office, office } from '../e2e/desk.ts';

let place: Office;
beforeAll(async () => {
  place = await office();
}, 120_000);
afterAll(() => place[Symbol.asyncDispose]());

test('Ines gets one cookie, which no script reads and no other site sends; signing out takes it away', async () => {
  await using ines = await place.enters(place.people.ines);
  const cookies = await ines.context.cookies();
  expect(cookies.map(({ name }) => name)).toEqual(['__Host-session']);
  expect(cookies[0]).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' });
  expect(await ines.page.evaluate(() => document.cookie)).toBe('');
  await ines.page.locator('.desk-menu summary').click();
  await ines.page.locator('button', { hasText: 'Sign out' }).click();
  await ines.page.locator('h1', { hasText: 'Sign in' }).waitFor();
  expect(await ines.context.cookies()).toEqual([]);
}, 60_000);

test('Amal gets no cookie at all, wherever she goes', async () => {
  await using amal = await visitor();
  for (const path of ['', '/report', '/report/tell', '/seen', '/help', '/back', '/readers', '/keep']) {
    await amal.page.goto(`${place.url}/en${path}`);
  }
  expect(await amal.context.cookies()).toEqual([]);
}, 60_000);

describe.each(['en', 'ar'] as const)('too many codes (%s)', (locale) => {
  test('the page says how long to wait, and what was typed stands behind its button', async () => {
    await using guest = await visitor({ locale });
    const { page } = guest;
    const typed = 'condor emu windsock mirage shrimp corncob';
    let status = 0;
    for (let tries = 0; status !== 429 && tries < 40; tries++) {
      await page.goto(`${place.url}/${locale}/back?script=off`);
      const answer = await page.evaluate(async (code) => {
        const form = document.querySelector<HTMLFormElement>('main form');
        const body = new URLSearchParams({ code, do: 'open' });
        return (await fetch(form?.action ?? location.href, { method: 'POST', body })).status;
      }, typed);
      status = answer;
    }
    expect(status).toBe(429);
    await using plain = await visitor({ locale, script: false });
    await plain.page.goto(`${place.url}/${locale}/back`);
    await plain.page.locator('[name="code"]').first().fill(typed);
    await plain.page.locator('button[name="do"]').first().click();
    expect(await plain.page.locator('main').textContent()).toMatch(/\d/);
    expect(await plain.page.locator('input[name="code"][type="hidden"]').inputValue()).toBe(typed);
    await look(plain.page, `too-many-${locale}`);
  }, 90_000);
});

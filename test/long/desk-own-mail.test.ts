import { afterAll, beforeAll, expect, test } from 'vitest';
import { translate } from '../../src/platform/i18n/index.ts';
import { look, problems } from '../browser.ts';
import { goTo, type Office, office, unlock } from '../e2e/desk.ts';

let place: Office;
beforeAll(async () => {
  place = await office({ together: true });
}, 120_000);
afterAll(() => place[Symbol.asyncDispose]());

test.each(['en', 'ar', 'fr'] as const)(
  'Ines says where her news goes, and takes it away (%s)',
  async (locale) => {
    await using ines = await place.enters(place.people.ines, { locale, screen: 'phone' });
    const { page } = ines;
    await unlock(page, place.phrases.ines);
    await goTo(page, 'people');
    await page.getByText(translate(locale)('casework.own_mail.together')).waitFor();
    const form = page.locator('form:has(#own-mail)');
    await form.locator('button[type="submit"]').click();
    await page.locator('.wrong #own-mail:focus').waitFor();
    expect(await problems(page)).toEqual([]);
    await page.locator('#own-mail').fill('ines@home.example');
    await page.locator('#own-mail-language').selectOption('ar');
    await form.locator('button[type="submit"]').click();
    await form.locator('.plain-btn').waitFor();
    expect(await page.locator('#own-mail-language').inputValue()).toBe('ar');
    await look(page, `desk-own-mail-${locale}`);
    expect(await problems(page)).toEqual([]);
    await form.locator('.plain-btn').click();
    await form.locator('.plain-btn').waitFor({ state: 'detached' });
    expect(await page.locator('#own-mail').inputValue()).toBe('');
    expect(ines.complaints).toEqual([]);
  },
  60_000,
);

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Me } from '../../src/casework/wire.ts';
import { translate } from '../../src/platform/i18n/index.ts';
import { look, passkeyDevice, problems, type Visitor } from '../browser.ts';
import { amalTells, signedByRoot } from '../cast.ts';
import { goTo, type Office, office, unlock } from '../e2e/desk.ts';

let place: Office;
beforeAll(async () => {
  place = await office();
}, 120_000);
afterAll(() => place[Symbol.asyncDispose]());

/** Reads the generated phrase off the page and types it back, as from paper. */
async function keepPaper({ page }: Visitor): Promise<string> {
  const parts = await page.locator('ol.words li').allTextContents();
  await page.locator('.desk-page .acts .btn').first().click();
  await page.locator('textarea').fill(parts.join(' '));
  await page.locator('form button[type="submit"]').click();
  return parts.join(' ');
}

async function signs(person: Visitor, name: string): Promise<void> {
  const { page } = person;
  await goTo(page, 'people');
  const task = page.locator('.tasks > li', { hasText: name });
  await task.locator('input[type="checkbox"]').check();
  await task.locator('button').click();
  await task.locator('input[type="checkbox"]').waitFor({ state: 'detached' });
}

describe('a key', () => {
  test('is made by the one who was invited, signed by two, and counts after 72 hours', async () => {
    const { here, people, phrases } = place;
    await using salma = await place.enters(people.salma);
    expect(await salma.page.locator('main').textContent()).toContain('You cannot read reports');
    expect(await salma.page.locator('.desk-rooms a[href="#inbox"]').count()).toBe(0);
    await salma.page.locator('#invite-name').fill('Hanan');
    await salma.page.getByRole('button', { name: 'Make the link' }).click();
    const link = salma.page.locator('input[readonly]');
    await link.waitFor();
    expect(await problems(salma.page)).toEqual([]);
    await look(salma.page, 'desk-organiser');

    await using hanan = await place.enters(people.salma);
    await hanan.context.clearCookies();
    await passkeyDevice(hanan);
    await hanan.page.goto(await link.inputValue());
    await hanan.page.locator('main form button').click();
    await hanan.page.locator('h1', { hasText: 'Make your key' }).waitFor();
    expect(await problems(hanan.page)).toEqual([]);
    await look(hanan.page, 'desk-enrol');
    await hanan.page.locator('button', { hasText: 'Passkey and paper phrase' }).click();
    await hanan.page.locator('ol.words li').first().waitFor();
    expect(await hanan.page.locator('h1').last().textContent()).toBe('Write this down on paper');
    await look(hanan.page, 'desk-paper');
    await keepPaper(hanan);
    await hanan.page.locator('.desk-fingerprint').waitFor({ timeout: 20_000 });
    await look(hanan.page, 'desk-waiting');
    const words = await hanan.page.locator('.desk-fingerprint bdi').first().textContent();

    await using ines = await place.enters(people.ines);
    await unlock(ines.page, phrases.ines);
    await using omar = await place.enters(people.omar);
    await unlock(omar.page, phrases.omar);
    await goTo(ines.page, 'people');
    expect(await ines.page.locator('.desk-fingerprint bdi').first().textContent()).toBe(words);
    await look(ines.page, 'desk-sign');
    expect(await problems(ines.page)).toEqual([]);
    await signs(ines, 'Hanan');
    await signs(omar, 'Hanan');
    await omar.page.locator('.list .tag.mind').waitFor();
    await hanan.page.locator('button', { hasText: 'Look again' }).click();
    await hanan.page.locator('.empty', { hasText: 'It counts from 25 November 2026, 12:00' }).waitFor();
    expect(await problems(hanan.page)).toEqual([]);
    await look(hanan.page, 'desk-key-waits');

    here.clock.pass({ hours: 73 });
    await amalTells(here);
    await here.settle();
    await hanan.context.clock.setFixedTime(here.clock.now());
    await hanan.page.reload();
    // One touch signs in and opens the keys.
    await hanan.page.locator('button', { hasText: 'Sign in with a passkey' }).click();
    await hanan.page.locator('.list a.open').waitFor();
    await hanan.page.locator('.desk-menu summary').click();
    await hanan.page.locator('button', { hasText: 'Close the keys here' }).click();
    await hanan.page.locator('button', { hasText: 'Unlock with a passkey' }).click();
    await hanan.page.locator('.list a.open').waitFor();
    // The browser itself notes that the session had ended.
    expect(hanan.complaints.filter((line) => !line.includes('401'))).toEqual([]);
  }, 180_000);
});

describe('another paper', () => {
  test.each(['en', 'ar', 'fr'] as const)(
    'is begun and left again, and nothing changes (%s)',
    async (locale) => {
      const { people, phrases } = place;
      await using ines = await place.enters(people.ines, { locale, screen: 'phone' });
      const { page } = ines;
      const t = translate(locale);
      await unlock(page, phrases.ines);
      await goTo(page, 'people');
      const begin = page.getByRole('button', { name: t('casework.own.new_paper') });
      const cancel = page.getByRole('button', { name: t('casework.paper.cancel'), exact: true });
      await begin.click();
      await cancel.waitFor();
      expect(await problems(page)).toEqual([]);
      await look(page, `desk-paper-cancel-${locale}`);
      await cancel.click();
      await begin.click();
      await page.getByRole('button', { name: t('casework.paper.written') }).click();
      await page.locator('textarea').waitFor();
      expect(await problems(page)).toEqual([]);
      await look(page, `desk-paper-back-${locale}`);
      await cancel.click();
      await begin.waitFor();
      // By keyboard one goes on beside where one was.
      await page.locator('[aria-labelledby="own-title"] :focus').waitFor();
      expect(ines.complaints).toEqual([]);
      await using later = await place.enters(people.ines, { locale });
      await unlock(later.page, phrases.ines);
    },
    60_000,
  );
});

describe('Lock now', () => {
  test('takes three taps, opens nothing any more, and the way back gives the old reports again', async () => {
    const { here, people, phrases } = place;
    await amalTells(here);
    await here.settle();
    await using omar = await place.enters(people.omar, { locale: 'ar' });
    const { page } = omar;
    await unlock(page, phrases.omar);
    await page.locator('.desk-menu summary').click();
    await look(page, 'desk-menu-ar');
    expect(await problems(page)).toEqual([]);
    await page.locator('.desk-menu button').first().click();
    await page.locator('.desk-menu .note button').first().click();
    await page.locator('.note.good').waitFor();
    expect((await omar.context.request.get(`${place.url}/desk/api/me`)).status()).toBe(401);

    await using back = await place.enters(people.omar, { locale: 'ar' });
    await back.page.locator('button', { hasText: 'عبارة ورقية فقط' }).click();
    await back.page.locator('ol.words li').first().waitFor();
    const phrase = await keepPaper(back);
    await back.page.locator('.desk-fingerprint').waitFor({ timeout: 20_000 });
    const answer = await back.context.request.get(`${place.url}/desk/api/me`);
    const { waiting } = (await answer.json()) as Me;
    if (!waiting) throw new Error('No key waits');
    // Ines alone is not two: the root signs.
    await signedByRoot(here, 'add', waiting);
    here.clock.pass({ hours: 73 });

    await using ines = await place.enters(people.ines);
    await unlock(ines.page, phrases.ines);
    await ines.page.locator('.aside a[href="#share"]').click();
    await look(ines.page, 'desk-share');
    await ines.page.locator('.desk-page .acts .btn').click();
    await ines.page.locator('.note.good').waitFor();
    expect(await problems(ines.page)).toEqual([]);

    await using again = await place.enters(people.omar);
    await unlock(again.page, phrase);
    await again.page.locator('.list a.open').first().click();
    await again.page.locator('[data-key="o"]').click();
    await again.page.locator('[data-show]').waitFor();
    expect(ines.complaints).toEqual([]);
  }, 180_000);
});

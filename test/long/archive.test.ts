/** A month after closing: Ines closes away, Amal comes back and adds, Omar asks for it, and two papers bring it back. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { showCode } from '../../src/platform/keys/index.ts';
import { archiveSigned, broughtBack } from '../archiving.ts';
import { closeAll } from '../attacks/archive-kill.ts';
import { look, problems, type Visitor, visitor } from '../browser.ts';
import { amalTells, unstretched } from '../cast.ts';
import { type Office, office, unlock } from '../e2e/desk.ts';

const many = 230;
let place: Office;
let amal: Awaited<ReturnType<typeof amalTells>>;
beforeAll(async () => {
  place = await office();
  const { here } = place;
  for (let n = 1; n < many; n++) await amalTells(here, { soon: 'now' }, { scrypt: unstretched });
  amal = await amalTells(here, { soon: 'now', words: 'He waited by the third lamp.' });
  await here.settle();
  await closeAll(here.database.db, '2026-11-22');
  await archiveSigned(here);
  here.clock.pass({ days: 31 });
}, 300_000);
afterAll(() => place[Symbol.asyncDispose]());

const away = async ({ page }: Visitor): Promise<number> => {
  const answer = await page.context().request.get(`${place.url}/desk/api/archive`);
  return ((await answer.json()) as { away: number }).away;
};

const comesBack = async ({ page }: Visitor, locale: string): Promise<void> => {
  await page.goto(`${place.url}/${locale}/back`);
  await page.locator('[data-code-in]').first().fill(showCode(amal.code));
  await page.locator('[data-code-form] button').last().click();
};

const menu = async ({ page }: Visitor, name: string): Promise<void> => {
  await page.locator('.desk-menu summary').click();
  await page.locator(`.desk-menu a[href="#${name}"]`).click();
};

test('Ines closes away, closes the page midway, and goes on until none is left', async () => {
  const { people, phrases } = place;
  {
    await using ines = await place.enters(people.ines, { dark: true });
    await unlock(ines.page, phrases.ines);
    expect(await ines.page.locator('[data-rests]').textContent()).toContain(String(many));
    await ines.page.locator('[data-rests] a').click();
    await ines.page.locator('.column .btn').waitFor();
    expect(await problems(ines.page)).toEqual([]);
    await look(ines.page, 'archive-due-dark');
    let batches = 0;
    await ines.page.route('**/desk/api/archive', async (route) => {
      // The second batch never arrives.
      if (route.request().method() === 'GET' || ++batches === 1) await route.continue();
    });
    await ines.page.locator('.column .btn').click();
    await ines.page.locator('progress').waitFor();
    await expect.poll(() => away(ines), { timeout: 60_000 }).toBeGreaterThan(0);
    await look(ines.page, 'archive-runs');
    await ines.page.close();
  }
  await using again = await place.enters(people.ines, { locale: 'ar', screen: 'phone' });
  await unlock(again.page, phrases.ines);
  expect(await away(again)).toBeLessThan(many);
  await menu(again, 'archive');
  await again.page.locator('.column .btn:not(.second)').click();
  await again.page.locator('.note.good').waitFor({ timeout: 60_000 });
  expect(await away(again)).toBe(many);
  // Found again, all of them: no list of the desk ends before one that is away.
  const listed = again.page.locator('section .list a.open');
  await expect.poll(() => listed.count()).toBe(40);
  await again.page.locator('[data-more] .btn').click();
  await expect.poll(() => listed.count()).toBe(80);
  expect(await problems(again.page)).toEqual([]);
  await look(again.page, 'archive-done-phone-ar');
  expect(again.complaints).toEqual([]);
}, 300_000);

test.each([true, false])(
  'Amal comes back (script %s): it says since when, offers to tell anew, and keeps what she adds',
  async (script) => {
    for (const locale of ['en', 'ar'] as const) {
      await using phone = await visitor({ script, locale, dark: locale === 'ar' });
      const { page } = phone;
      if (script) await page.context().clock.setFixedTime(place.here.clock.now());
      await comesBack(phone, locale);
      await page.locator('form[data-add]').waitFor();
      expect(await page.locator('[data-archived-since]').textContent()).toContain('2026');
      expect(await page.locator('main').textContent()).not.toMatch(/Ines|Omar/);
      if (script) expect(await problems(page)).toEqual([]);
      await look(page, `archive-mine-${script ? 'with' : 'without'}-${locale}`);
      await page.locator('form[data-add] textarea').fill('He is back.');
      await page.locator('form[data-add] button:not([type="button"])').last().click();
      await page.locator('form[data-add] [data-status]:not(:empty), .note.good').first().waitFor();
      expect(phone.complaints).toEqual([]);
    }
    await place.here.settle();
  },
  120_000,
);

test('Omar sees that something was added, asks for it, and reads it when two papers have brought it back', async () => {
  const { here, people, phrases } = place;
  await using omar = await place.enters(people.omar);
  const { page } = omar;
  await unlock(page, phrases.omar);
  const closed = page.locator('.chips .chip').last();
  await closed.click();
  await look(page, 'archive-list');
  await page
    .locator('.list li', { has: page.locator('.tag.mind') })
    .locator('a.open')
    .first()
    .click();
  const ask = page.locator('.note + .acts .btn, .stack .acts .btn.second').first();
  await ask.waitFor();
  expect(await problems(page)).toEqual([]);
  await look(page, 'archive-report');
  await ask.click();
  await expect.poll(() => page.locator('main').textContent()).toContain('Omar asked for it');
  expect((await broughtBack(here)).data).toEqual({ opened: 1, refused: 0 });
  await page.locator('a.back').click();
  await page.locator('.list a.open').first().click();
  await page.locator('[data-key="o"]').click();
  await page.locator('[data-show] summary').first().click();
  await page.getByText('He waited by the third lamp.').waitFor();
  expect(await page.locator('main').textContent()).toContain('He is back.');
  await look(page, 'archive-back');
  expect(omar.complaints).toEqual([]);

  await using readers = await visitor({ screen: 'phone' });
  for (const locale of ['en', 'ar']) {
    await readers.page.goto(`${place.url}/${locale}/readers`);
    expect(await problems(readers.page)).toEqual([]);
    await look(readers.page, `archive-readers-${locale}`);
  }
}, 120_000);

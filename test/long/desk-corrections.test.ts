import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { termsOf, usualTerms } from '../../src/answer/index.ts';
import { browse } from '../browse.ts';
import { look, problems } from '../browser.ts';
import { type Office, office } from '../e2e/desk.ts';
import { inventAsk } from '../invented.ts';

const id = 'c'.repeat(16);
const words = { en: 'You were right: it is East Gate.', ar: 'صحيح: اسمها باب الشرق.' };
const body = 'zaytara-trams';
const calendar = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  'DTSTART;VALUE=DATE:20261125',
  'SUMMARY:Tram Day',
  'END:VEVENT',
  'END:VCALENDAR',
].join('\r\n');

let place: Office;
beforeAll(async () => {
  place = await office();
  const about = { place: 'east-gate-stop' };
  await inventAsk(place.here, { id, body, about, standing: 'waiting' });
}, 120_000);
afterAll(() => place[Symbol.asyncDispose]());

describe.each(['en', 'ar'] as const)('our own clocks and theirs (%s)', (locale) => {
  test('Ines answers what Noor wants corrected', async () => {
    const guest = browse(place.here);
    const said = 'The stop is called East Gate, not Gate East.';
    await guest.post(`/${locale}/corrections`, { ask: id, words: said, contact: 'noor@example.org' });
    await using ines = await place.enters(place.people.ines, { locale, screen: 'phone' });
    const { page, complaints } = ines;
    await page.locator('.desk-menu summary').click();
    await page.locator('.desk-menu a[href="#corrections"]').click();
    const form = page.locator('main form');
    await form.waitFor();
    await look(page, `desk-corrections-${locale}`);
    await form.locator('button[type="submit"]').click();
    await form.locator('.why').waitFor();
    expect(await problems(page)).toEqual([]);
    await form.locator('.opt label').first().click();
    await form.locator('textarea[lang="en"]').fill(words.en);
    await form.locator('button[type="submit"]').click();
    await form.locator('textarea[lang="ar"][aria-invalid="true"]').waitFor();
    await look(page, `desk-corrections-missing-${locale}`);
    await form.locator('textarea[lang="ar"]').fill(words.ar);
    await form.locator('button[type="submit"]').click();
    await form.waitFor({ state: 'detached' });
    await page.getByText(words[locale]).first().waitFor();
    expect(await page.locator('main').innerText()).not.toContain('noor@');
    await look(page, `desk-corrections-answered-${locale}`);
    await page.setViewportSize({ width: 1280, height: 800 });
    await guest.post(`/${locale}/corrections`, { ask: '', words: said, contact: '' });
    await page.reload();
    await form.waitFor();
    await look(page, `desk-corrections-wide-${locale}`);
    expect(await problems(page)).toEqual([]);
    await form.locator('.opt label').last().click();
    await form.locator('textarea[lang="en"]').fill(words.en);
    await form.locator('textarea[lang="ar"]').fill(words.ar);
    await form.locator('button[type="submit"]').click();
    await form.waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  }, 60_000);

  test('Salma sets how long the trams have, and sees the day before she saves it', async () => {
    const path = join(place.here.config.data, `holidays-${locale}.ics`);
    await writeFile(path, calendar);
    const db = place.here.database.db;
    await using salma = await place.enters(place.people.salma, { locale, dark: locale === 'ar' });
    const { page } = salma;
    await page.locator('.desk-menu summary').click();
    await page.locator('.desk-menu a[href="#bodies"]').click();
    const line = page.locator('.list > .whole', { has: page.locator(`#body-${body}-nameEn`) });
    const part = line.locator('details').last();
    await part.locator('summary').click();
    const answer = part.locator(`#terms-${body}-answer`);
    await answer.fill('');
    await part.locator('button[type="submit"]').click();
    await part.locator('.why').waitFor();
    await answer.fill('0');
    await part.locator('button[type="submit"]').click();
    await part.locator('[role="alert"]').waitFor();
    await look(page, `desk-terms-refused-${locale}`);
    expect(await problems(page)).toEqual([]);
    await answer.fill(locale === 'ar' ? '٣' : '3');
    // Five days to read would end after three to answer.
    await part.locator('button[type="submit"]').click();
    await part.locator('[role="alert"]').waitFor();
    await look(page, `desk-terms-order-${locale}`);
    await part.locator(`#terms-${body}-acknowledge`).fill('2');
    const due = part.locator('[role="status"] b');
    expect(await due.innerText()).toContain('25');
    await part.locator('input[type="file"]').setInputFiles(path);
    await part.locator('button[type="submit"]').click();
    await part.getByText('Tram Day').waitFor();
    await look(page, `desk-terms-saved-${locale}`);
    expect(await due.innerText()).toContain('26');
    expect((await termsOf(db, body)).answer).toEqual({ days: 3, counted: 'working' });
    while ((await part.locator('.chip[aria-pressed="false"]').count()) > 0)
      await part.locator('.chip[aria-pressed="false"]').first().click();
    await part.locator('button[type="submit"]').click();
    await part.locator('[role="alert"]').waitFor();
    await look(page, `desk-terms-weekend-${locale}`);
    await page.setViewportSize({ width: 360, height: 740 });
    await look(page, `desk-terms-phone-${locale}`);
    expect(await problems(page)).toEqual([]);
    expect((await termsOf(db, body)).calendar.weekend).toEqual([5, 6]);
    await part.locator('.acts .plain-btn').click();
    await part.locator('.acts .plain-btn').waitFor({ state: 'detached' });
    expect((await termsOf(db, body)).answer).toEqual(usualTerms.answer);
  }, 60_000);
});

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bodyReader } from '../../src/answer/index.ts';
import { look, problems } from '../browser.ts';
import { type Office, office } from '../e2e/desk.ts';
import { bodies as file } from '../importing.ts';

let place: Office;
beforeAll(async () => {
  place = await office();
}, 120_000);
afterAll(() => place[Symbol.asyncDispose]());

describe.each(['en', 'ar'] as const)('bodies at the desk (%s)', (locale) => {
  test('Salma enters one, Omar confirms its address', async () => {
    const db = place.here.database.db;
    {
      await using salma = await place.enters(place.people.salma, { locale });
      const { page } = salma;
      await page.locator('.desk-menu summary').click();
      await page.locator('.desk-menu a[href="#bodies"]').click();
      await page.locator('#body-new-nameEn').waitFor({ state: 'attached' });
      await page.locator('.aside details summary').first().click();
      await page.locator('.aside details form button[type="submit"]').click();
      await page.locator('#body-new-nameEn-why').waitFor();
      await page.locator('#body-new-nameEn').fill(`Night Buses ${locale}`);
      await page.locator('#body-new-nameAr').fill('أتوبيسات الليل');
      await page.locator('#body-new-mail').fill('not a mail');
      await page.locator('.aside details form button[type="submit"]').click();
      await page.locator('.aside details .note, .aside details [role="alert"]').first().waitFor();
      await look(page, `desk-bodies-refused-${locale}`);
      await page.locator('#body-new-mail').fill(`asks@${locale}.night.example`);
      await page.locator('.aside details form button[type="submit"]').click();
      await page.locator('#mails-title').waitFor();
      await look(page, `desk-bodies-${locale}`);
      expect(await problems(page)).toEqual([]);
    }
    const id = `night-buses-${locale}`;
    expect((await bodyReader(db).byId(id))?.mail).toBeNull();
    await using omar = await place.enters(place.people.omar, { locale, screen: 'phone' });
    const { page } = omar;
    await page.locator('.desk-menu summary').click();
    await page.locator('.desk-menu a[href="#bodies"]').click();
    await page.locator('#mails-title').waitFor();
    await look(page, `desk-bodies-confirm-${locale}`);
    expect(await problems(page)).toEqual([]);
    const note = page.locator('.note', { hasText: `asks@${locale}.night.example` });
    await note.locator('.btn').first().click();
    await note.waitFor({ state: 'detached' });
    expect((await bodyReader(db).byId(id))?.mail).toBe(`asks@${locale}.night.example`);
  }, 60_000);

  test('Salma looks at a file before she takes it in', async () => {
    const path = join(place.here.config.data, `bodies-${locale}.csv`);
    await writeFile(path, file.replaceAll('pharmacy', `pharmacy-${locale}`));
    await using salma = await place.enters(place.people.salma, { locale });
    const { page } = salma;
    await page.locator('.desk-menu summary').click();
    await page.locator('.desk-menu a[href="#bodies"]').click();
    const part = page.locator('section[aria-labelledby="file-title"]');
    await part.locator('button').first().click();
    await page.locator('#import-file-why').waitFor();
    await part.locator('input[type="file"]').setInputFiles(path);
    await part.locator('button').first().click();
    await part.locator('.note.mind').waitFor();
    await look(page, `desk-bodies-file-${locale}`);
    expect(await problems(page)).toEqual([]);
    expect(await bodyReader(place.here.database.db).byId(`pharmacy-${locale}`)).toBeNull();
    await part.locator('button').nth(1).click();
    await part.locator('.note.good').waitFor();
    expect(await bodyReader(place.here.database.db).byId(`pharmacy-${locale}`)).not.toBeNull();
  }, 60_000);
});

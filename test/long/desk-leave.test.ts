import { afterAll, beforeAll, expect, test } from 'vitest';
import { look, problems } from '../browser.ts';
import { amalTells } from '../cast.ts';
import { type Office, office, unlock } from '../e2e/desk.ts';

let place: Office;
beforeAll(async () => {
  place = await office();
}, 120_000);
afterAll(() => place[Symbol.asyncDispose]());

test('Omar is told what only he opens, and stays; Ines, with whom nothing goes, signs herself off', async () => {
  const { here, people, phrases } = place;
  await amalTells(here, { worksWithUs: 'yes', leaveOut: [people.ines.reader.id] });
  await amalTells(here);
  await here.settle();
  {
    await using omar = await place.enters(people.omar, { locale: 'ar', screen: 'phone' });
    await unlock(omar.page, phrases.omar);
    await omar.page.locator('.desk-menu summary').click();
    await omar.page.locator('.desk-menu a[href="#leaving"]').click();
    await omar.page.locator('.note.mind').waitFor();
    expect(await omar.page.locator('.desk-page .list li').count()).toBe(1);
    expect(await problems(omar.page)).toEqual([]);
    await look(omar.page, 'desk-leaving-alone-ar');
  }
  await using ines = await place.enters(people.ines);
  await unlock(ines.page, phrases.ines);
  await ines.page.locator('.desk-menu summary').click();
  await ines.page.locator('.desk-menu a[href="#leaving"]').click();
  await ines.page.locator('#leaving-sure').waitFor();
  await ines.page.locator('.desk-page .acts .btn').click();
  expect(await ines.page.locator('.why').count()).toBe(1);
  await ines.page.locator('#leaving-sure').check();
  expect(await problems(ines.page)).toEqual([]);
  await look(ines.page, 'desk-leaving');
  await ines.page.locator('.desk-page .acts .btn').click();
  await ines.page.locator('.desk-page').waitFor({ state: 'detached' });
  expect((await ines.context.request.get(`${place.url}/desk/api/me`)).status()).toBe(401);
  expect(ines.complaints.filter((line) => !line.includes('401'))).toEqual([]);
}, 120_000);

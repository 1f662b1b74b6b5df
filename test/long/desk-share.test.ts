import type { Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { look, problems, type Visitor } from '../browser.ts';
import { amalTells, arrive, type Keyholder, signedByRoot } from '../cast.ts';
import { goTo, type Office, office, unlock } from '../e2e/desk.ts';

const told = 230;
let place: Office;
let hanan: Keyholder;

beforeAll(async () => {
  place = await office();
  const { here } = place;
  for (let n = 0; n < told; n++) await amalTells(here);
  await amalTells(here, { worksWithUs: 'yes', leaveOut: [place.people.omar.reader.id] });
  await here.settle();
  hanan = await arrive(here, { name: 'Hanan', roles: ['caseworker'] });
  await signedByRoot(here, 'add', hanan.reader);
  here.clock.pass({ hours: 73 });
}, 300_000);
afterAll(() => place[Symbol.asyncDispose]());

const written = async ({ page }: Visitor) => {
  const answer = await page.context().request.get(`${place.url}/desk/api/reseal`);
  const { log } = (await answer.json()) as { log: { reports: number }[] };
  return log.reduce((all, { reports }) => all + reports, 0);
};

test('Ines lets Hanan in: she sees how far it is, closes the page midway, goes on, and all but one are shared', async () => {
  const { people, phrases } = place;
  {
    await using ines = await place.enters(people.ines);
    await unlock(ines.page, phrases.ines);
    await ines.page.locator('.aside a[href="#share"]').click();
    await ines.page.locator('.tasks li').waitFor();
    expect(await ines.page.locator('.tasks li').textContent()).toContain('230');
    expect(await problems(ines.page)).toEqual([]);
    await look(ines.page, 'desk-share-new');
    let batches = 0;
    const lost: Route[] = [];
    await ines.page.route('**/desk/api/reseal', async (route) => {
      // The second batch never arrives.
      if (route.request().method() === 'GET' || ++batches === 1) await route.continue();
      else lost.push(route);
    });
    await ines.page.locator('.tasks .btn').click();
    await expect.poll(() => written(ines), { timeout: 30_000 }).toBeGreaterThan(0);
    await ines.page.locator('progress').waitFor();
    await look(ines.page, 'desk-share-runs');
    expect(await problems(ines.page)).toEqual([]);
    for (const route of lost) await route.abort();
    await ines.page.close();
  }
  await using again = await place.enters(people.ines, { locale: 'ar', screen: 'phone' });
  await unlock(again.page, phrases.ines);
  const before = await written(again);
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(told);
  await again.page.locator('.desk-menu summary').click();
  await again.page.locator('.desk-menu a[href="#share"]').click();
  await again.page.locator('.tasks li').waitFor();
  await look(again.page, 'desk-share-phone-ar');
  await again.page.locator('.tasks .btn').click();
  await again.page.locator('.note.good').waitFor({ timeout: 60_000 });
  expect(await written(again)).toBe(told);
  expect(await problems(again.page)).toEqual([]);
  await look(again.page, 'desk-share-done-ar');
  expect(await again.page.locator('.tasks').count()).toBe(0);

  await using hers = await place.enters(people.omar);
  await unlock(hers.page, phrases.omar);
  await goTo(hers.page, 'inbox');
  expect(await hers.page.locator('.aside a[href="#share"]').count()).toBe(0);
  expect([again.complaints, hers.complaints]).toEqual([[], []]);
}, 300_000);

import { afterAll, beforeAll, expect, test } from 'vitest';
import { look, problems } from '../browser.ts';
import { amalTells } from '../cast.ts';
import { type Office, office, unlock } from '../e2e/desk.ts';

let place: Office;
beforeAll(async () => {
  place = await office();
}, 120_000);
afterAll(() => place[Symbol.asyncDispose]());

test.each(['en', 'ar'] as const)(
  'a long list says that it goes on, and shows the rest (%s)',
  async (locale) => {
    for (let n = 0; n < 3; n++) await amalTells(place.here);
    await place.here.settle();
    await using ines = await place.enters(place.people.ines, { locale });
    const { page } = ines;
    // As if the first part of a list held two.
    await page.route('**/desk/api/inbox?most=300', (route) =>
      route.continue({ url: route.request().url().replace('300', '2') }),
    );
    await unlock(page, place.phrases.ines);
    await page.locator('[data-more]').waitFor();
    expect(await page.locator('.list li').count()).toBe(2);
    await look(page, `desk-inbox-more-${locale}`);
    expect(await problems(page)).toEqual([]);
    await page.locator('[data-more] button').click();
    await page.locator('[data-more]').waitFor({ state: 'detached' });
    expect(await page.locator('.list li').count()).toBeGreaterThanOrEqual(3);
  },
);

/** What a phone keeps of what is being written: closed, for a while, and only where she wants it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { look, problems } from '../browser.ts';
import { begin, type City, city, onPanel } from '../e2e/amal.ts';
import { isEmpty, lyingIn, words, writes } from '../e2e/kept.ts';

let town: City;
beforeAll(async () => {
  town = await city();
}, 120_000);
afterAll(() => town[Symbol.asyncDispose]());

describe('whoever takes the phone', () => {
  test('finds closed bytes, a key no page can read, and one day', async () => {
    await using amal = await town.phone();
    await writes(amal.page, `${town.url}/en`);
    const dump = await lyingIn(amal.page);
    expect(dump).toContain('[a key that stays]');
    expect(dump).toContain('2026-11-29');
    for (const said of [words, 'Canary', 'followed', 'nobody_did', 'draft', 'fields', 'place:'])
      expect(dump).not.toContain(said);
  }, 60_000);
});

describe('it goes', () => {
  test('with “Delete now”, from the page and from the phone', async () => {
    await using amal = await town.phone();
    const { page } = amal;
    await writes(page, `${town.url}/en`);
    await page.locator('[data-kept-here] [data-delete-kept]').click();
    await onPanel(page, 'deleted');
    expect(await isEmpty(page)).toBe(true);
    expect(await page.locator('[name="words"]').inputValue()).toBe('');
    expect(await problems(page)).toEqual([]);
    await look(page, 'kept-deleted-en');
    await page.reload();
    await onPanel(page, 'safe');
    expect(await page.locator('[data-kept-before]').isVisible()).toBe(false);
  }, 60_000);
});

test('looking leaves no trace: who only opens the page has kept nothing', async () => {
  await using noor = await town.phone();
  const { page } = noor;
  await begin(page, `${town.url}/en`);
  expect(await isEmpty(page)).toBe(true);
}, 30_000);

import { vi } from 'vitest';

vi.mock('../../src/report/index.ts', async (orig) => ({ ...((await orig()) as object), routes: () => [] }));

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { look, problems } from '../browser.ts';
import { amalTells } from '../cast.ts';
import { type Office, office, unlock } from './desk.ts';

let place: Office;
beforeAll(async () => {
  place = await office();
}, 120_000);
afterAll(() => place[Symbol.asyncDispose]());

describe.each(['en', 'ar'] as const)('Ines at her desk (%s)', (locale) => {
  test('unlocks with her paper, claims, reads behind Show, and replies', async () => {
    await amalTells(place.here);
    await place.here.settle();
    await using ines = await place.enters(place.people.ines, { locale });
    const { page } = ines;
    await look(page, `desk-unlock-${locale}`);
    expect((await problems(page)).filter((p) => !p.includes('.banner'))).toEqual([]);
    await unlock(page, place.phrases.ines);
    await page.locator('.list li').first().waitFor();
    await look(page, `desk-inbox-${locale}`);
    expect((await problems(page)).filter((p) => !p.includes('.banner'))).toEqual([]);
    await page.locator('.list a.open').first().click();
    await page.locator('[data-key="o"]').click();
    await page.locator('[data-show]').waitFor();
    await look(page, `desk-report-closed-${locale}`);
    await page.locator('[data-show] summary').click();
    expect(await page.locator('[data-show]').textContent()).toContain('followed me');
    await page.locator('[data-key="r"]').fill('Thank you. I have read it.');
    await look(page, `desk-report-${locale}`);
    expect((await problems(page)).filter((p) => !p.includes('.banner'))).toEqual([]);
    await page.locator('form .btn').first().click();
    await page.locator('#replies-title').waitFor();
    expect(ines.complaints).toEqual([]);
  }, 90_000);
});

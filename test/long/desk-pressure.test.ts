/** Ines writes down what happened to her, and to somebody who told; Omar reads what is sealed to him. */
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PressureLog } from '../../src/casework/pressure/wire.ts';
import { fromUtf8 } from '../../src/platform/keys/index.ts';
import { openWith } from '../../src/platform/keys/seal.ts';
import { look, problems } from '../browser.ts';
import { amalTells } from '../cast.ts';
import { type Office, office, unlock } from '../e2e/desk.ts';

let place: Office;
beforeAll(async () => {
  place = await office();
}, 120_000);
afterAll(() => place[Symbol.asyncDispose]());

const canary = 'Canary: a man asked at the gate';

describe.each([
  ['en', 'phone', false],
  ['ar', 'desktop', true],
  ['fr', 'phone', true],
] as const)('pressure (%s)', (locale, screen, dark) => {
  test('is sealed in the browser, shown to who may read it, taken away and taken back', async () => {
    const { here, people, phrases } = place;
    await amalTells(here);
    await here.settle();
    await using ines = await place.enters(people.ines, { locale, screen, dark });
    const { page } = ines;
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    await unlock(page, phrases.ines);
    await page.locator('.list a.open').first().click();
    await page.locator('[data-key="o"]').click();
    await page.locator('[data-show]').waitFor();
    await page.locator('.desk-menu summary').click();
    await page.locator('.desk-menu a[href="#pressure"]').click();
    await page.locator('#about-us').waitFor();
    const save = page.locator('.desk-page form .acts .btn');
    await save.click();
    await page.locator('.wrong #pressure-words:focus').waitFor();
    await look(page, `desk-pressure-early-${locale}`);
    expect(await problems(page)).toEqual([]);
    await page.locator('#pressure-on').fill('2026-11-20');
    await page.locator('#pressure-words').fill(canary);
    await save.click();
    await page.locator('.speak li', { hasText: canary }).waitFor();
    await page.locator('input[name="pressure-about"]').nth(1).check();
    await page.locator('#pressure-words').fill(`${canary} for her`);
    await save.click();
    await page.locator('.speak li', { hasText: 'for her' }).waitFor();
    await look(page, `desk-pressure-${locale}`);
    expect(await problems(page)).toEqual([]);
    expect(sent.join('\n')).not.toContain('Canary');
    const [zip] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('#pressure-list ~ .acts .btn').click(),
    ]);
    const files = unzipSync(await readFile(await zip.path()));
    const sealed = Object.keys(files).filter((name) => name.endsWith('.age'));
    for (const name of sealed) {
      const text = await openWith(people.ines.keys.identity, files[name] ?? new Uint8Array());
      expect(fromUtf8(text)).toContain(canary);
    }
    expect(fromUtf8(files['README.txt'] ?? new Uint8Array())).toContain('age -d -i');

    const omar = await people.as(people.omar);
    expect((await omar.get('/desk/api/pressure')).json<PressureLog>().lines).toHaveLength(sealed.length);
    for (let left = sealed.length; left > 0; left--) {
      await page.locator('.speak li .plain-btn').first().click();
      await page.locator('.speak li .btn:focus').click();
      await page
        .locator('.speak li')
        .nth(left - 1)
        .waitFor({ state: 'detached' });
    }
    expect((await omar.get('/desk/api/pressure')).json()).toEqual({ lines: [], more: 0 });
    expect(ines.complaints).toEqual([]);
  }, 90_000);
});

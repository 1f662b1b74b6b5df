import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromUtf8, openSecret } from '../../src/platform/keys/index.ts';
import { openWith } from '../../src/platform/keys/seal.ts';
import { look, problems, visitor } from '../browser.ts';
import { amalTells } from '../cast.ts';
import { goTo, type Office, office, unlock } from '../e2e/desk.ts';

let place: Office;
beforeAll(async () => {
  place = await office();
}, 120_000);
afterAll(() => place[Symbol.asyncDispose]());

describe.each(['en', 'ar'] as const)('someone is on the phone (%s)', (locale) => {
  test('Ines asks the same questions, reads them back, seals here, and reads out the code', async () => {
    await using ines = await place.enters(place.people.ines, { locale });
    const { page } = ines;
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    await unlock(page, place.phrases.ines);
    await goTo(page, 'intake');
    await page.locator('form .acts .btn').click();
    await page.locator('.errors').waitFor();
    expect(await problems(page)).toEqual([]);
    for (const [name, value] of [
      ['who', 'me'],
      ['age', 'adult'],
      ['kinds', 'touched'],
      ['soon', 'knows_where'],
      ['helped', 'nobody_did'],
    ]) {
      await page.locator(`input[name="${name}"][value="${value}"]`).check();
    }
    await page.locator('#ask-place_search').fill('a');
    await page.locator('input[name="where"][value^="place:"]').first().check();
    await page.locator('#ask-words').fill('Canary on the phone');
    await look(page, `desk-intake-${locale}`);
    expect(await problems(page)).toEqual([]);
    await page.locator('form .acts .btn').click();
    await page.locator('#agreed').waitFor();
    await page.locator('h1:focus').waitFor();
    expect(await page.locator('.sum').textContent()).toContain('Canary on the phone');
    await look(page, `desk-read-back-${locale}`);
    expect(await problems(page)).toEqual([]);
    const send = page.locator('.desk-page .acts .btn').first();
    await send.click();
    await page.locator('.wrong #agreed:focus').waitFor();
    await look(page, `desk-read-back-too-early-${locale}`);
    expect(await problems(page)).toEqual([]);
    await page.locator('#agreed').check();
    await send.click();
    await page.locator('[data-code] li').first().waitFor({ timeout: 20_000 });
    const code = (await page.locator('[data-code] li').allTextContents()).join(' ');
    expect(code).toMatch(locale === 'en' ? /^([a-z]+ ){5}[a-z]+$/ : /^(\d{4} ){4}\d{4}$/);
    await look(page, `desk-code-${locale}`);
    expect(await problems(page)).toEqual([]);
    expect(sent.join('\n')).not.toContain('Canary');
    await place.here.settle();
    await goTo(page, 'inbox');
    await page.locator('.list a.open').first().waitFor();
    expect(await page.locator('.list .desk-tags .tag').count()).toBeGreaterThan(1);
    expect(ines.complaints).toEqual([]);
  }, 90_000);
});

describe('what Ines takes away', () => {
  test('opens with her own identity: first the secret, then the items', async () => {
    const { here, people, phrases } = place;
    await amalTells(here);
    await here.settle();
    await using ines = await place.enters(people.ines);
    const { page } = ines;
    await unlock(page, phrases.ines);
    const mine = (await page.locator('.list li').count()) - 1;
    await page.locator('.list a.open').nth(mine).click();
    await page.locator('[data-key="o"]').click();
    await page.locator('[data-show]').waitFor();
    await page.locator('.desk-menu summary').click();
    await page.locator('.desk-menu a[href="#export"]').click();
    await page.locator('.opt input').first().check();
    await look(page, 'desk-export');
    expect(await problems(page)).toEqual([]);
    const [zip] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.desk-page .acts .btn').click(),
    ]);
    await page.locator('a[href="#identity"].lone').click();
    await page.locator('textarea').fill(phrases.ines);
    await look(page, 'desk-identity');
    expect(await problems(page)).toEqual([]);
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator('form .btn').click()]);

    const identity = /^AGE-SECRET-KEY-.*$/m.exec(fromUtf8(await readFile(await file.path())))?.[0] ?? '';
    expect(identity).toBe(people.ines.keys.identity);
    const folder = unzipSync(await readFile(await zip.path()));
    const id = Object.keys(folder)[0]?.split('/')[0] ?? '';
    const bytes = (name: string) => folder[`${id}/${name}`] ?? new Uint8Array();
    const secret = await openSecret(bytes('secret.age'), identity, {
      installation: here.installation.id,
      report: id,
    });
    expect(fromUtf8(await openWith(secret, bytes('items.age')))).toContain('He followed me from the stop.');
    expect(fromUtf8(bytes('README.txt'))).toContain('age -d -i');
    expect(ines.complaints).toEqual([]);
  }, 90_000);
});

describe('how much we can take', () => {
  test('is set by Ines and seen by everybody', async () => {
    await using ines = await place.enters(place.people.ines, { screen: 'phone' });
    const { page } = ines;
    await goTo(page, 'capacity');
    await page.locator('#state-slow').check();
    await look(page, 'desk-capacity');
    expect(await problems(page)).toEqual([]);
    await page.locator('form .btn:not(.second)').click();
    await page.locator('[role="status"] .note.good', { hasText: 'Shown to everybody: Slow' }).waitFor();
    const answer = await ines.context.request.get(`${place.url}/api/readers`);
    expect(((await answer.json()) as { capacity: { state: string } }).capacity.state).toBe('slow');
  }, 60_000);

  test.each(['en', 'ar', 'fr'] as const)(
    'and what she takes on herself (%s)',
    async (locale) => {
      await using ines = await place.enters(place.people.ines, { locale, screen: 'phone' });
      const { page } = ines;
      await goTo(page, 'capacity');
      const most = page.locator('input[id^="most-"]');
      await most.fill('many');
      await page.locator('.tasks form .btn').click();
      await page.locator('.wrong input[id^="most-"]:focus').waitFor();
      expect(await problems(page)).toEqual([]);
      await most.fill('12');
      await page.locator('input[id^="away-"]').fill('2026-11-25');
      await page.locator('.tasks form .btn').click();
      await page.locator('[role="status"]', { hasText: 'Ines' }).waitFor({ state: 'attached' });
      await look(page, `desk-carrying-${locale}`);
      expect(await problems(page)).toEqual([]);
      const kept = await (await ines.context.request.get(`${place.url}/desk/api/carrying`)).json();
      expect(kept).toMatchObject([{ name: 'Ines', most: 12, away: '2026-11-25' }]);
    },
    60_000,
  );

  test('nobody is here: everybody reads so before they write', async () => {
    await using salma = await place.enters(place.people.salma);
    await goTo(salma.page, 'capacity');
    await look(salma.page, 'desk-carrying-organiser');
    expect(await problems(salma.page)).toEqual([]);
    for (const form of await salma.page.locator('.tasks form').all()) {
      await form.locator('input[id^="away-"]').fill('2026-11-25');
      await form.locator('.btn').click();
      await form.locator('.btn:not([disabled])').waitFor();
    }
    for (const locale of ['en', 'ar', 'fr'] as const) {
      await using amal = await visitor({ locale, screen: 'phone' });
      await amal.page.goto(`${place.url}/${locale}/report`);
      await look(amal.page, `report-away-${locale}`);
      expect(await amal.page.locator('.note.mind a[href$="/help"]').count()).toBe(1);
      expect(await problems(amal.page)).toEqual([]);
      await amal.page.goto(`${place.url}/${locale}`);
      await look(amal.page, `home-away-${locale}`);
    }
  }, 60_000);
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { look, problems, visitor } from '../browser.ts';
import { arrive, signedByRoot } from '../cast.ts';
import {
  answer,
  begin,
  type City,
  city,
  codeOn,
  goOn,
  onPanel,
  panel,
  send,
  toCheck,
  toWhere,
} from '../e2e/amal.ts';

let town: City;
beforeAll(async () => {
  town = await city();
}, 120_000);
afterAll(() => town[Symbol.asyncDispose]());

describe('the way through the questions', () => {
  test("the browser's Back goes one question back, and the address never changes", async () => {
    await using amal = await town.phone();
    const { page } = amal;
    await begin(page, `${town.url}/en`);
    const address = page.url();
    await answer(page, 'who', 'me');
    await goOn(page);
    await onPanel(page, 'age');
    await page.goBack();
    await onPanel(page, 'who');
    expect(await page.locator('input[name="who"][value="me"]').isChecked()).toBe(true);
    await page.goForward();
    await onPanel(page, 'age');
    expect(page.url()).toBe(address);
    expect(await page.title()).toContain('Question 2');
  }, 30_000);

  test('nothing chosen is said in a summary that has the focus, and the summary leads to the answers', async () => {
    await using amal = await town.phone();
    const { page } = amal;
    await begin(page, `${town.url}/en`);
    await goOn(page);
    const summary = panel(page, 'who').locator('[data-errors]');
    await summary.waitFor();
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.title()).toMatch(/^Error/);
    expect(await problems(page)).toEqual([]);
    await summary.locator('a').first().click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('who');
  }, 30_000);

  test('Get help now opens beside what she wrote; Leave over there leaves both', async () => {
    await using amal = await town.phone();
    const { page, context } = amal;
    await context.route('**/leave', (route) => route.fulfill({ body: 'elsewhere' }));
    await begin(page, `${town.url}/en`);
    await answer(page, 'who', 'me');
    await goOn(page);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    const opened = context.waitForEvent('page');
    await page.getByRole('link', { name: 'Get help now' }).first().click();
    const help = await opened;
    await help.waitForURL('**/en/help');
    expect(await help.evaluate(() => window.opener)).toBeNull();
    await onPanel(page, 'age');
    expect(await page.locator('input[name="who"][value="me"]').isChecked()).toBe(true);
    const readers = page.locator('footer').getByRole('link', { name: 'Who can read this' });
    expect(await readers.getAttribute('rel')).toBe('noopener');
    await help.getByRole('link', { name: 'Leave' }).first().click({ noWaitAfter: true });
    await Promise.all([help, page].map((tab) => tab.waitForURL('**/leave')));
    expect(asked).toEqual([]);
  }, 30_000);

  test('under 18 is told what we may have to pass on before anything is written', async () => {
    await using amal = await town.phone();
    const { page } = amal;
    await begin(page, `${town.url}/en`);
    await answer(page, 'who', 'me');
    await goOn(page);
    await answer(page, 'age', 'under_18');
    await goOn(page);
    await onPanel(page, 'under_18');
    await goOn(page);
    await onPanel(page, 'kinds');
  }, 30_000);

  test('the five days follow the kinds, and Change comes back to the check page', async () => {
    await using amal = await town.phone();
    const { page } = amal;
    await begin(page, `${town.url}/en`);
    await toCheck(page);
    await page.locator('[data-change="kinds"]').first().click();
    await onPanel(page, 'kinds');
    await answer(page, 'kinds', 'touched');
    await goOn(page);
    await onPanel(page, 'five_days');
    await goOn(page);
    await onPanel(page, 'check');
  }, 30_000);

  test('a place is found in three spellings, and a line asks for its direction', async () => {
    await using amal = await town.phone();
    const { page } = amal;
    await begin(page, `${town.url}/en`);
    await toWhere(page);
    const search = page.locator('[data-where-search]');
    for (const typed of ['ترام 1', 'teram 1', 'tram 1']) {
      await search.fill(typed);
      await page.locator('[data-where-results] .opt', { hasText: 'Tram 1' }).waitFor();
    }
    const line = page.locator('[data-where-results] .opt', { hasText: 'Tram 1' });
    await line.locator('input').check();
    await page.locator('select[name="direction"]').waitFor();
    await page.locator('select[name="direction"]').selectOption({ index: 1 });
    await goOn(page);
    await onPanel(page, 'when');
  }, 30_000);

  test('"where I am" leaves rounded to a thousandth of a degree, and only in a POST', async () => {
    await using amal = await town.phone();
    const { page, context } = amal;
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation({ latitude: -47.2001234, longitude: -122.4009876 });
    await begin(page, `${town.url}/en`);
    await toWhere(page);
    const asked = page.waitForRequest('**/api/place');
    await page.locator('[data-here]').click();
    const request = await asked;
    expect(request.method()).toBe('POST');
    expect(JSON.parse(request.postData() ?? '')).toEqual({ lat: -47.2, lng: -122.401 });
    await page.locator('[data-where-results] input:checked').waitFor({ state: 'attached' });
    await goOn(page);
    await onPanel(page, 'when');
  }, 30_000);

  test('a colleague she leaves out is no reader, and leaving out all of ours asks somebody outside', async () => {
    await using amal = await town.phone();
    const { page } = amal;
    await begin(page, `${town.url}/en`);
    await toCheck(page);
    await page.locator('[data-change="person"]').first().click();
    await answer(page, 'works_with_us', 'yes');
    await page.locator('[data-readers] .opt', { hasText: 'Ines' }).locator('input').check();
    await goOn(page);
    await onPanel(page, 'check');
    const names = page.locator('[data-panel="check"] [data-reader-names]').first();
    expect(await names.textContent()).toBe('Omar');
    await send(page);
    await codeOn(page);
    const { omar } = town.people;
    const readers = (await town.sealedTo(omar)).map((report) => report.readers);
    expect(readers).toContainEqual([omar.reader.id]);
  }, 60_000);
});

describe('with an outside reader who is trained to talk with people under 18', () => {
  beforeAll(async () => {
    const { here } = town;
    const organisation = 'The Corner House';
    const widad = await arrive(here, { name: 'Widad', roles: ['outside'], organisation, childTrained: true });
    await signedByRoot(here, 'add', widad.reader);
    here.clock.pass({ hours: 73 });
  });

  test.each([
    ['en', 'phone'],
    ['ar', 'desktop'],
  ] as const)(
    'under 18, leaving out Ines says who reads it then and why (%s, %s)',
    async (locale, screen) => {
      const { here, url } = town;
      await using amal = await visitor({ locale, screen });
      await amal.context.clock.setFixedTime(here.clock.now());
      const { page } = amal;
      await begin(page, `${url}/${locale}`);
      await toCheck(page);
      await page.locator('[data-change="age"]').first().click();
      await onPanel(page, 'age');
      await answer(page, 'age', 'under_18');
      await goOn(page);
      await onPanel(page, 'under_18');
      await goOn(page);
      await onPanel(page, 'check');
      await page.locator('[data-change="person"]').first().click();
      await answer(page, 'works_with_us', 'yes');
      expect(await page.locator('[data-leave-out-hint]').textContent()).toContain('Ines');
      await page.locator('[data-readers] .opt', { hasText: 'Ines' }).locator('input').check();
      const goes = page.locator('[data-goes-outside]');
      await goes.waitFor({ state: 'visible' });
      expect(await goes.textContent()).toMatch(/Ines.*Widad.*The Corner House/);
      await look(page, `leave-out-minor-${locale}`);
      expect(await problems(page)).toEqual([]);
      await goOn(page);
      await onPanel(page, 'check');
      const names = page.locator('[data-panel="check"] [data-reader-names]').first();
      expect(await names.textContent()).toContain('Widad');
      await look(page, `leave-out-minor-check-${locale}`);
      await page.locator('[data-change="words"]').first().click();
      const asked = await page.locator('[data-panel="words"]').innerText();
      expect(asked).toContain('Widad');
      expect(asked).not.toMatch(/caseworkers|مسؤولو الحالات/);
      await goOn(page);
      await onPanel(page, 'check');
      // Neither the button nor what comes next speaks of caseworkers here, nor of the day they promise.
      expect(await page.locator('[data-send] span').textContent()).toContain('Widad');
      await send(page);
      const reads = page.locator('li', { has: page.locator('[data-who-reads]') });
      await reads.waitFor();
      expect(await reads.innerText()).toMatch(/Widad.*The Corner House/);
      expect(await reads.locator('time').isVisible()).toBe(false);
    },
    60_000,
  );
});

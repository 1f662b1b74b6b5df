import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { look, problems } from '../browser.ts';
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
  skip,
  toCheck,
  toWhere,
} from './amal.ts';

let town: City;
beforeAll(async () => {
  town = await city();
}, 120_000);
afterAll(() => town[Symbol.asyncDispose]());

describe.each(['en', 'ar'] as const)('Amal tells with script (%s)', (locale) => {
  test('and keeps her code; what she wrote never left the phone open', async () => {
    await using amal = await town.phone({ locale });
    const { page } = amal;
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    await begin(page, `${town.url}/${locale}`);
    expect(await problems(page)).toEqual([]);
    await toCheck(page, 'Canary on the stairs');
    expect(await page.locator('[data-sum="sealed"]').textContent()).toContain('Canary on the stairs');
    expect(await page.locator('[data-reader-names]:visible').first().textContent()).toContain('Ines');
    expect(await problems(page)).toEqual([]);
    await look(page, `check-${locale}`);
    const address = page.url();
    await send(page);
    const code = await codeOn(page);
    expect(code).toMatch(locale === 'en' ? /^([a-z]+ ){5}[a-z]+$/ : /^(\d{4} ){5}\d$/);
    expect(page.url()).toBe(address);
    expect(await problems(page)).toEqual([]);
    await look(page, `receipt-${locale}`);
    expect(sent.join('\n')).not.toContain('Canary');
    expect(sent.join('\n')).not.toContain(code);
    expect(amal.complaints).toEqual([]);
  }, 60_000);
});

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

describe('when something goes wrong', () => {
  test('the network fails: nothing was lost, and trying again shows the code', async () => {
    await using amal = await town.phone();
    const { page } = amal;
    await begin(page, `${town.url}/en`);
    await toCheck(page, 'Still here');
    await page.route('**/api/reports', (route) => route.abort());
    await send(page);
    await page.locator('[data-send-problem]').waitFor();
    expect(await page.locator('[data-send-problem]').textContent()).toContain('Nothing was lost');
    expect(await page.locator('[name="words"]').inputValue()).toBe('Still here');
    expect(await problems(page)).toEqual([]);
    await page.unroute('**/api/reports');
    await send(page);
    expect(await codeOn(page)).not.toBe('');
  }, 60_000);

  test('the answer is lost on the way: one report, the same code', async () => {
    await using amal = await town.phone();
    const { page } = amal;
    await begin(page, `${town.url}/en`);
    await toCheck(page);
    const before = (await town.sealedTo(town.people.ines)).length;
    await page.route('**/api/reports', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await send(page);
    await page.locator('[data-send-problem]').waitFor();
    await page.unroute('**/api/reports');
    await send(page);
    await codeOn(page);
    expect(await town.sealedTo(town.people.ines)).toHaveLength(before + 1);
  }, 60_000);

  test('the list of readers does not hold: nothing leaves, and it is said by name', async () => {
    await using amal = await town.phone();
    const { page } = amal;
    await page.route('**/api/readers', async (route) => {
      const answer = await route.fetch();
      const body = JSON.parse(await answer.text()) as { entries: { signatures: { signature: string }[] }[] };
      const [first, second] = body.entries;
      if (first && second) first.signatures = second.signatures;
      await route.fulfill({ response: answer, json: body });
    });
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));
    await begin(page, `${town.url}/en`);
    await toCheck(page);
    await send(page);
    await onPanel(page, 'no_readers');
    expect(sent.some((url) => url.endsWith('/api/reports'))).toBe(false);
  }, 60_000);

  test('a reload asks before it throws her words away, and says so afterwards', async () => {
    await using amal = await town.phone();
    const { page } = amal;
    await begin(page, `${town.url}/en`);
    await answer(page, 'who', 'me');
    await goOn(page);
    const asked = page.waitForEvent('dialog');
    const reloaded = page.reload();
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
    await reloaded;
    await onPanel(page, 'safe');
    expect(await page.locator('[role="status"]:visible').first().textContent()).not.toBe('');
    expect(await page.locator('input[name="who"]:checked').count()).toBe(0);
  }, 30_000);

  test('without a secure context the page goes the way without script', async () => {
    await using amal = await town.phone();
    const { page, context } = amal;
    await context.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }));
    await page.goto(`${town.url}/en/report/tell`);
    await page.waitForURL('**/en/report**');
    expect(page.url()).not.toContain('/tell');
    await page.locator('form[data-start] button').click();
    expect(new URL(page.url()).pathname).toBe('/en/report/step');
  }, 30_000);
});

test('shared phone: Amal reports at noon, her brother opens the browser at one', async () => {
  await using phone = await town.phone();
  const { page, context } = phone;
  await begin(page, `${town.url}/en`, { shared: true });
  await toCheck(page, 'Nobody else reads this');
  await send(page);
  await codeOn(page);
  expect(await page.locator('[data-copy]').count()).toBe(0);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${town.url}/en`);
  await page.goBack();
  const found = await page.content();
  expect(found).not.toContain('Nobody else reads this');
  expect(await page.locator('[data-code] li').count()).toBe(0);
  expect(await context.cookies()).toEqual([]);
  expect(await page.title()).not.toMatch(/report|harass/i);
}, 60_000);

test('from home to the code: at most 24 taps and no typed word', async () => {
  await using amal = await town.phone();
  const { page } = amal;
  await page.goto(`${town.url}/en`);
  let taps = 0;
  const tap = async (act: Promise<void>) => {
    taps++;
    await act;
  };
  await tap(page.locator('main a[href$="/report"]').first().click());
  await tap(page.locator('form[data-start] button').click());
  await onPanel(page, 'safe');
  await tap(goOn(page));
  for (const [name, value] of [
    ['who', 'me'],
    ['age', 'adult'],
    ['kinds', 'followed'],
    ['soon', 'no'],
    ['helped', 'nobody_did'],
  ] as const) {
    await onPanel(page, name);
    await tap(answer(page, name, value));
    await tap(goOn(page));
  }
  await onPanel(page, 'where');
  await tap(page.locator('[data-where-results] input').first().check());
  await tap(goOn(page));
  for (const name of ['when', 'words', 'person']) {
    await onPanel(page, name);
    await tap(skip(page));
  }
  await onPanel(page, 'wishes');
  await tap(goOn(page));
  await onPanel(page, 'check');
  await tap(send(page));
  await codeOn(page);
  expect(taps).toBeLessThanOrEqual(24);
}, 60_000);

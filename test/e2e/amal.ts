/** Amal at her phone: the shortest way through the questions, the same in both languages. */
import type { Locator, Page } from 'playwright-core';
import { countryFile, places } from '../../src/demo/content/index.ts';
import { placeWriter } from '../../src/platform/place/index.ts';
import { linesWriter, type OpenReport, reportReader } from '../../src/report/index.ts';
import { type Habits, type Visitor, visitor } from '../browser.ts';
import { type Cast, cast, type Keyholder } from '../cast.ts';
import { type TestWorld, type WorldOptions, world } from '../world.ts';

/** The instant of these tests, on the server and on every phone. */
export const now = '2026-11-22T10:00:00Z';

export interface City extends AsyncDisposable {
  here: TestWorld;
  people: Cast;
  url: string;
  phone(habits?: Habits): Promise<Visitor>;
  /** What stands open of the reports sealed to this reader. */
  sealedTo(reader: Keyholder): Promise<OpenReport[]>;
}

/** A world with places, lines and readers, listening. */
export async function city({ env = {} }: Pick<WorldOptions, 'env'> = {}): Promise<City> {
  await using started = new AsyncDisposableStack();
  const here = started.use(await world({ now, browsers: true, env }));
  const people = await cast(here);
  await placeWriter(here.database.db).put(places);
  await linesWriter(here.database.db).replace(countryFile(now.slice(0, 10)));
  const url = await here.listen();
  const ended = started.move();
  return {
    here,
    people,
    url,
    async phone(habits) {
      const one = await visitor(habits);
      await one.context.clock.setFixedTime(now);
      return one;
    },
    sealedTo: ({ reader }) => reportReader(here.database.db).sealedTo(reader.id),
    [Symbol.asyncDispose]: () => ended.disposeAsync(),
  };
}

/** The panel that is open; its name is the question's. */
export const panel = (page: Page, name: string) => page.locator(`[data-panel="${name}"]`);

export async function onPanel(page: Page, name: string): Promise<void> {
  await panel(page, name).waitFor({ state: 'visible' });
}

export const goOn = (page: Page) => page.locator('[data-go="continue"]:visible').click();
export const skip = (page: Page) => page.locator('[data-go="skip"]:visible').click();

/** One answer on the panel that is open. */
export async function answer(page: Page, name: string, value: string): Promise<void> {
  await page.locator(`input[name="${name}"][value="${value}"]:visible`).check();
}

/** From "Before you start" to the first question. */
export async function begin(page: Page, url: string, { shared = false } = {}): Promise<void> {
  await page.goto(`${url}/report`);
  if (shared) await page.locator('[name="shared"]').check();
  await page.locator('form[data-start] button').click();
  await onPanel(page, 'safe');
  await goOn(page);
  await onPanel(page, 'who');
}

/** Every question once, as briefly as can be; leaves her at "where". */
export async function toWhere(page: Page): Promise<void> {
  for (const [name, value] of [
    ['who', 'me'],
    ['age', 'adult'],
    ['kinds', 'followed'],
    ['soon', 'no'],
    ['helped', 'nobody_did'],
  ] as const) {
    await onPanel(page, name);
    await answer(page, name, value);
    await goOn(page);
  }
  await onPanel(page, 'where');
}

/** To the check page. */
export async function toCheck(page: Page, words = ''): Promise<void> {
  await toWhere(page);
  await answer(page, 'where', 'unknown');
  await goOn(page);
  await onPanel(page, 'when');
  await skip(page);
  await onPanel(page, 'words');
  if (words === '') await skip(page);
  else {
    await page.locator('[name="words"]').fill(words);
    await goOn(page);
  }
  await onPanel(page, 'person');
  await skip(page);
  await onPanel(page, 'wishes');
  await goOn(page);
  await onPanel(page, 'check');
}

/** Begins a recording, and waits until a second of it is there. */
export async function records(
  page: Page,
  press: (button: Locator) => Promise<void> = (button) => button.click(),
): Promise<void> {
  await press(page.locator('[data-record]'));
  await page.locator('[data-recorded]', { hasText: '0:01' }).waitFor();
}

export const send = (page: Page) => page.locator('[data-send]:visible').first().click();

/** The code as it stands on the receipt: words, or groups of digits and the check digit. */
export async function codeOn(page: Page): Promise<string> {
  await page.locator('[data-code] li').first().waitFor();
  const parts = await page.locator('[data-code] li').allTextContents();
  const check = page.locator('[data-check-digit]');
  const digit = (await check.count()) > 0 ? await check.first().textContent() : '';
  return [...parts, digit ?? ''].join(' ').trim();
}

/**
 * Whoever takes her phone, and whoever takes it apart: a browser with a folder of its own, shut down and read through
 * file by file.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keptIn } from '../attacks/left-behind.ts';
import { inFolder } from '../attacks/places.ts';
import { tracesOf } from '../attacks/trace.ts';
import { openProfile } from '../browser/launch.ts';
import { begin, type City, city, codeOn, now, onPanel, send, toCheck } from '../e2e/amal.ts';
import { lyingIn, writes } from '../e2e/kept.ts';

let town: City;
beforeAll(async () => {
  town = await city();
}, 120_000);
afterAll(() => town[Symbol.asyncDispose]());

interface Phone extends AsyncDisposable {
  /** Its browser, opened anew. */
  open(): Promise<{ context: BrowserContext; page: Page }>;
  /** Where a text stands in what the browser wrote to the disk; it is shut first. */
  holding(text: string): Promise<string[]>;
}

async function phone(): Promise<Phone> {
  const folder = await mkdtemp(join(tmpdir(), 'playwright-phone-'));
  let opened: BrowserContext | undefined;
  const shut = async () => {
    await opened?.close();
    opened = undefined;
  };
  return {
    async open() {
      await shut();
      opened = await openProfile(folder);
      opened.setDefaultTimeout(10_000);
      await opened.clock.setFixedTime(now);
      return { context: opened, page: await opened.newPage() };
    },
    async holding(text) {
      await shut();
      return inFolder(folder, { traces: tracesOf('it', text), since: 0 });
    },
    async [Symbol.asyncDispose]() {
      await shut();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const canary = () => `canary ${crypto.randomUUID()} on the stairs`;

test('shared phone: she reports at noon, her brother opens the browser at one', async () => {
  await using hers = await phone();
  const words = canary();
  const { page, context } = await hers.open();
  const steps = () => page.evaluate(() => history.length);
  await page.goto(`${town.url}/en`);
  await begin(page, `${town.url}/en`, { shared: true });
  const before = await steps();
  expect(
    await page.evaluate(() =>
      Array.from(document.querySelectorAll('form, input, textarea')).every(
        (one) => one.getAttribute('autocomplete') === 'off',
      ),
    ),
  ).toBe(true);
  await toCheck(page, words);
  await page.locator('[data-go="back"]:visible').click();
  await onPanel(page, 'wishes');
  await page.locator('[data-go="continue"]:visible').click();
  await send(page);
  const code = await codeOn(page);
  expect(await steps()).toBe(before);
  expect(await page.locator('[data-copy]').count()).toBe(0);

  // He presses Back, and then Forward.
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(`${town.url}/en/help`);
  await page.goBack();
  await onPanel(page, 'safe');
  for (const said of [words, code]) expect(await page.content()).not.toContain(said);
  expect(await page.locator('[data-panel] [role="status"]:visible, [data-code] li').count()).toBe(0);
  expect(await keptIn(page)).toEqual([{}, {}, null, '', [], []]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(await context.cookies()).toEqual([]);
  await page.close();

  for (const said of [words, code]) expect(await hers.holding(said)).toEqual([]);
}, 90_000);

test('not sent yet: the browser opens it again, its folder holds no word of it', async () => {
  await using hers = await phone();
  const words = canary();
  const { page } = await hers.open();
  await writes(page, `${town.url}/en`, words);
  const again = await hers.open();
  await again.page.goto(`${town.url}/en/report/tell`);
  await again.page.locator('[data-kept-before]:visible').waitFor();
  expect(await lyingIn(again.page)).toContain('[a key that stays]');
  expect(await hers.holding(words)).toEqual([]);

  const once = await hers.open();
  await once.page.goto(`${town.url}/en/report/tell`);
  await once.page.locator('[data-panel="safe"] [data-go="continue"]').click();
  await onPanel(once.page, 'person');
  expect(await once.page.locator('[name="words"]').inputValue()).toBe(words);
}, 90_000);

test('what a page does keep open is found there', async () => {
  await using hers = await phone();
  const words = canary();
  const { page } = await hers.open();
  await page.goto(`${town.url}/en`);
  await page.evaluate((text) => localStorage.setItem('kept', text), words);
  await page.waitForTimeout(500);
  expect(await hers.holding(words)).not.toEqual([]);
}, 60_000);

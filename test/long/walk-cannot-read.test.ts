/** Walk 2: she cannot read. A whole report by listening and tapping; not one key is pressed, not one word is written. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { look, until } from '../browser.ts';
import { type City, city, codeOn, onPanel, panel } from '../e2e/amal.ts';
import { inesOpens } from '../e2e/ines.ts';
import { type Recorded, recorded } from '../recorded.ts';

const pages = [
  ...['before', 'safe', 'who', 'age', 'kinds', 'five_days', 'soon', 'helped', 'where', 'when', 'words'],
  ...['person', 'wishes', 'check', 'receipt'],
];
let sounds: Recorded;
let town: City;
beforeAll(async () => {
  sounds = await recorded(['en', 'ar'], pages);
  town = await city({ env: { UPSTANDER_DATA: sounds.data } });
}, 120_000);
afterAll(async () => {
  await town[Symbol.asyncDispose]();
  await sounds[Symbol.asyncDispose]();
});

/** Taps play on what is read aloud here, and hears it begin. */
async function listens(page: Page, within: string): Promise<void> {
  const player = page.locator(`${within} audio`);
  expect([within, await player.count()]).toEqual([within, 1]);
  await player.scrollIntoViewIfNeeded();
  await player.evaluate((audio: HTMLAudioElement) => audio.play());
  await until(page, () => [...document.querySelectorAll('audio')].some(({ currentTime }) => currentTime > 0));
  await player.evaluate((audio: HTMLAudioElement) => {
    audio.pause();
    audio.currentTime = 0;
  });
}

/** Listens, finds a picture at every answer, taps one and goes on. */
async function taps(page: Page, name: string, answers: readonly string[]): Promise<void> {
  await onPanel(page, name);
  await listens(page, `[data-panel="${name}"]`);
  const shown = panel(page, name).locator('.opt:visible:not([data-where-results] .opt) > label');
  for (const answer of await shown.all())
    expect([name, await answer.textContent(), await answer.locator('svg').count()]).toEqual([
      name,
      expect.any(String),
      1,
    ]);
  for (const value of answers)
    await panel(page, name).locator(`.opt:has(> input[value="${value}"]) > label`).tap();
  await goesOn(page);
}

const goesOn = (page: Page) => page.locator('[data-go="continue"]:visible').tap();

test.each(['ar', 'en'] as const)(
  'she listens and taps, and Ines reads what she answered (%s)',
  async (locale) => {
    await using amal = await town.phone({ locale });
    const { page, context } = amal;
    await context.grantPermissions(['geolocation'], { origin: town.url });
    await context.setGeolocation({ latitude: 30.0444, longitude: 31.2357, accuracy: 20 });
    const keys: string[] = [];
    await page.exposeFunction('pressed', (key: string) => void keys.push(key));
    await page.addInitScript(() =>
      addEventListener('keydown', ({ key }) => {
        (window as unknown as { pressed(key: string): void }).pressed(key);
      }),
    );
    await page.goto(`${town.url}/${locale}/report`);
    await listens(page, 'main');
    await page.locator('form[data-start] button').tap();
    await onPanel(page, 'safe');
    await listens(page, '[data-panel="safe"]');
    await goesOn(page);
    await taps(page, 'who', ['me']);
    await taps(page, 'age', ['adult']);
    await taps(page, 'kinds', ['followed', 'touched']);
    await onPanel(page, 'five_days');
    await listens(page, '[data-panel="five_days"]');
    await goesOn(page);
    await taps(page, 'soon', ['knows_where']);
    await taps(page, 'helped', ['nobody_did']);

    await onPanel(page, 'where');
    await page.locator('[data-here]').tap();
    await page.locator('input[name="where"][value^="here:"]').waitFor();
    await page.locator('.opt:has(> input[value^="here:"]) > label').tap();
    await look(page, `walk-cannot-read-where-${locale}`);
    await taps(page, 'where', []);
    await taps(page, 'when', ['2026-11-22', 'evening']);
    await onPanel(page, 'words');
    await listens(page, '[data-panel="words"]');
    await page.locator('[data-go="skip"]:visible').tap();
    await taps(page, 'person', []);
    await taps(page, 'wishes', []);
    await onPanel(page, 'check');
    await listens(page, '[data-panel="check"]');
    await page.locator('[data-send]:visible').first().tap();
    expect((await codeOn(page)).length).toBeGreaterThan(20);
    await listens(page, '[data-receipt-here]');
    await look(page, `walk-cannot-read-receipt-${locale}`);

    await town.here.settle();
    const { told } = await inesOpens(town);
    expect(told).toMatchObject({ age: 'adult', soon: 'knows_where', day: '2026-11-22' });
    expect(told.words ?? '').toBe('');
    expect(keys).toEqual([]);
    expect(amal.complaints).toEqual([]);
  },
  120_000,
);

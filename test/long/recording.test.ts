/** Amal says something into her phone instead of writing it; Ines opens it at her desk. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportReader } from '../../src/report/index.ts';
import { everyCell, holding } from '../attacks/tables.ts';
import { aToneForAVoice, microphone } from '../browser/voice.ts';
import { type Habits, look, problems, until, type Visitor, visitor } from '../browser.ts';
import { answer, begin, codeOn, goOn, onPanel, records, send, skip, toWhere } from '../e2e/amal.ts';
import { now, type Office, office, unlock } from '../e2e/desk.ts';
import { photo } from '../photo.ts';

let house: Office;
beforeAll(async () => {
  house = await office();
}, 120_000);
afterAll(() => house[Symbol.asyncDispose]());

async function toWords(page: Page, url: string): Promise<void> {
  await begin(page, url);
  await toWhere(page);
  await answer(page, 'where', 'unknown');
  await goOn(page);
  await skip(page);
  await onPanel(page, 'words');
}

async function amalAt(locale: 'en' | 'ar' | 'fr', habits: Habits = {}): Promise<Visitor> {
  const amal = await visitor({ locale, ...habits });
  await amal.context.clock.setFixedTime(now);
  await amal.context.addInitScript(aToneForAVoice);
  return amal;
}

test('a recording is made, rested and heard by her own taps, goes sealed without a word beside it, and is opened in silence', async () => {
  await using amal = await amalAt('ar', { dark: true });
  const { page } = amal;
  const may = new Map<string, string | undefined>();
  page.on('response', (one) => may.set(new URL(one.url()).pathname, one.headers()['permissions-policy']));
  await toWords(page, `${house.url}/ar`);
  expect(may.get('/ar/report/tell')).toContain('microphone=(self)');
  expect(may.get('/ar/report')).toContain('microphone=()');
  await page.locator('[data-record]').waitFor();
  expect([...may.keys()].filter((path) => /^\/assets\/.*files/.test(path))).toHaveLength(1);
  await page.locator('[data-record]').click();
  const time = page.locator('[data-recorded]');
  await page.locator('[data-record-pause]').waitFor();
  expect(await microphone(page)).toBe('live');
  await time.filter({ hasText: '0:01' }).waitFor();
  await look(page, 'recording-ar-dark');
  await page.locator('[data-record-pause]').click();
  const rested = await time.textContent();
  await page.waitForTimeout(1_500);
  expect(await time.textContent()).toBe(rested);
  expect(await problems(page)).toEqual([]);
  await look(page, 'recording-paused-ar-dark');
  await page.locator('[data-record-go-on]').click();
  await time.filter({ hasText: '0:02' }).waitFor();
  await page.locator('[data-record-end]').click();
  const heard = page.locator('[data-file-list] audio');
  await heard.waitFor();
  expect(await microphone(page)).toBe('ended');
  const silent = (one: HTMLAudioElement) => [one.paused, one.autoplay];
  expect(await heard.evaluate(silent)).toEqual([true, false]);
  await until(
    page,
    () => (document.querySelector<HTMLAudioElement>('[data-file-list] audio')?.readyState ?? 0) > 0,
  );
  await heard.evaluate((one: HTMLAudioElement) => one.play());
  await until(
    page,
    () => (document.querySelector<HTMLAudioElement>('[data-file-list] audio')?.currentTime ?? 0) > 0,
  );
  expect(await problems(page)).toEqual([]);
  await look(page, 'recorded-ar-dark');
  await goOn(page);
  await onPanel(page, 'person');
  await skip(page);
  await onPanel(page, 'wishes');
  await goOn(page);
  await onPanel(page, 'check');
  expect(await page.locator('[data-sum="sealed"]').textContent()).toContain('تسجيل 1');
  await send(page);
  await codeOn(page);
  await house.here.settle();
  expect(amal.complaints).toEqual([]);
  const stolen = await everyCell(house.here.database.db);
  expect(stolen.some(({ table, column }) => table === 'report_piece' && column === 'body')).toBe(true);
  // What every recording of this browser begins with, and what a browser writes into it.
  expect(holding(stolen, ['webm', 'Opus', 'Chrome'])).toEqual([]);

  await using ines = await house.enters(house.people.ines, { locale: 'ar' });
  const desk = ines.page;
  await unlock(desk, house.phrases.ines);
  await desk.locator('.list a.open').last().click();
  await desk.locator('[data-key="o"]').click();
  const file = desk.locator('details', { hasText: 'تسجيل 1' });
  await file.locator('summary').click();
  expect(await desk.locator('audio').count()).toBe(0);
  await look(desk, 'recording-desk-closed-ar');
  await file.locator('button').click();
  const sound = file.locator('audio');
  await sound.waitFor();
  expect(await sound.evaluate(silent)).toEqual([true, false]);
  await until(desk, () => (document.querySelector('audio')?.readyState ?? 0) > 0);
  expect(await problems(desk)).toEqual([]);
  await look(desk, 'recording-desk-ar');
  const saved = desk.waitForEvent('download');
  await file.locator('button').last().click();
  const bytes = await (await (await saved).createReadStream()).toArray();
  const whole = Buffer.concat(bytes as Buffer[]).toString('latin1');
  // It plays, and does not say which browser it comes from.
  expect([whole.includes('Opus'), /chrom|lavf|webm project|mozilla|libwebm/i.test(whole)]).toEqual([
    true,
    false,
  ]);
  const reader = reportReader(house.here.database.db);
  const [report] = await reader.sealedTo(house.people.ines.reader.id);
  const events = await reader.events(report?.id ?? '');
  expect(events.map(({ what, who }) => [what, who])).toContainEqual(['file_opened', 'Ines']);
  expect(ines.complaints).toEqual([]);
}, 90_000);

test('where a browser records MP4, the recording plays and does not say when it was made', async () => {
  await using amal = await amalAt('en');
  const { page } = amal;
  await amal.context.addInitScript(() => {
    MediaRecorder.isTypeSupported = (type) => type === 'audio/mp4';
    // The page itself may not fetch what it plays.
    const made = URL.createObjectURL;
    URL.createObjectURL = (blob) => made(Object.assign(window, { played: blob }).played);
  });
  await toWords(page, `${house.url}/en`);
  await records(page);
  await page.locator('[data-record-end]').click();
  const heard = page.locator('[data-file-list] audio');
  await heard.waitFor();
  await until(
    page,
    () => (document.querySelector<HTMLAudioElement>('[data-file-list] audio')?.readyState ?? 0) > 0,
  );
  await heard.evaluate((one: HTMLAudioElement) => one.play());
  await until(
    page,
    () => (document.querySelector<HTMLAudioElement>('[data-file-list] audio')?.currentTime ?? 0) > 0,
  );
  const bytes = await page.evaluate(async () => {
    const { played } = window as unknown as { played: Blob };
    return [...new Uint8Array(await played.arrayBuffer())];
  });
  const content = Buffer.from(bytes);
  for (const kind of ['mvhd', 'tkhd', 'mdhd']) {
    const at = content.indexOf(kind) + 4;
    expect([kind, at > 4, content.subarray(at + 4, at + 20).every((byte) => byte === 0)]).toEqual([
      kind,
      true,
      // Otherwise it is the second in which she began to speak.
      true,
    ]);
  }
  expect(content.includes('SoundHandler')).toBe(false);
  expect(amal.complaints).toEqual([]);
}, 60_000);

describe('the microphone', () => {
  test('is let go, and nothing is kept, when she throws a recording away or skips the question', async () => {
    await using amal = await amalAt('en', { screen: 'desktop' });
    const { page } = amal;
    await toWords(page, `${house.url}/en`);
    await records(page, (button) => button.press('Enter'));
    await look(page, 'recording-en-desktop');
    await page.locator('[data-record-drop]').press('Enter');
    expect(await microphone(page)).toBe('ended');
    expect(await page.locator('[data-file-list] li').count()).toBe(0);
    await records(page);
    await skip(page);
    await onPanel(page, 'person');
    expect(await microphone(page)).toBe('ended');
    await page.locator('[data-go="back"]:visible').click();
    await onPanel(page, 'words');
    expect(await page.locator('[data-file-list] li').count()).toBe(0);
    expect(amal.complaints).toEqual([]);
  }, 60_000);

  test('is let go and what was said is kept when she goes on, and may be taken out again', async () => {
    await using amal = await amalAt('fr');
    const { page } = amal;
    await toWords(page, `${house.url}/fr`);
    await records(page);
    await goOn(page);
    await onPanel(page, 'person');
    expect(await microphone(page)).toBe('ended');
    await page.locator('[data-go="back"]:visible').click();
    await onPanel(page, 'words');
    expect(await page.locator('[data-name]').first().textContent()).toMatch(/^Enregistrement 1, 0:0\d$/);
    expect(await problems(page)).toEqual([]);
    await look(page, 'recorded-fr');
    await page.locator('[data-file-list] [data-remove]').click();
    expect(await page.locator('[data-file-list] li').count()).toBe(0);
  }, 60_000);

  test('rests at once where the page is out of sight by the time it is given', async () => {
    await using amal = await amalAt('en');
    const { page } = amal;
    await toWords(page, `${house.url}/en`);
    await page.evaluate(() => Object.defineProperty(document, 'visibilityState', { value: 'hidden' }));
    await page.locator('[data-record]').click();
    await page.locator('[data-record-go-on]').waitFor();
    expect(await page.locator('[data-record-pause]').isVisible()).toBe(false);
    expect(await page.locator('[data-file-status]').textContent()).toContain('Paused');
  }, 60_000);

  test('has its place while it runs: a photo that would take it is not added', async () => {
    await using amal = await amalAt('en');
    const { page } = amal;
    await toWords(page, `${house.url}/en`);
    const input = page.locator('[data-files] input');
    const picked = { name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: photo() };
    const files = page.locator('[data-file-list] li');
    for (const n of [0, 1]) {
      await input.setInputFiles(picked);
      await files.nth(n).waitFor();
    }
    await records(page);
    await input.setInputFiles(picked);
    await page.locator('[data-file-status]', { hasText: '3' }).waitFor();
    expect(await files.count()).toBe(2);
    await page.locator('[data-record-end]').click();
    await files.nth(2).waitFor();
    expect(await files.nth(2).locator('[data-name]').textContent()).toContain('Recording 3');
  }, 60_000);

  test('that is refused, or that is not there, is said with what helps, and she can go on without', async () => {
    await using amal = await visitor({ locale: 'en' });
    await amal.context.clock.setFixedTime(now);
    const { page } = amal;
    await toWords(page, `${house.url}/en`);
    await page.locator('[data-record]').click();
    // Whichever of the two this machine says: both name the way on.
    await page.locator('[data-file-status]', { hasText: 'or write instead' }).waitFor();
    expect(await page.locator('[data-record]').isVisible()).toBe(true);
    expect(await problems(page)).toEqual([]);
    await look(page, 'recording-refused-en');
    await goOn(page);
    await onPanel(page, 'person');
    expect(amal.complaints).toEqual([]);
  }, 60_000);
});

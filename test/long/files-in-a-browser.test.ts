/** Amal adds a photo and says something into her phone; Ines opens both at her desk. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportReader } from '../../src/report/index.ts';
import { everyCell, holding } from '../attacks/tables.ts';
import { look, problems, visitor } from '../browser.ts';
import { answer, begin, codeOn, goOn, onPanel, send, skip, toWhere } from '../e2e/amal.ts';
import { now, type Office, office, unlock } from '../e2e/desk.ts';
import { photo, takenWith } from '../photo.ts';

let house: Office;
beforeAll(async () => {
  house = await office();
}, 120_000);
afterAll(() => house[Symbol.asyncDispose]());

const sealedToInes = () => reportReader(house.here.database.db).sealedTo(house.people.ines.reader.id);

test('a photo goes sealed from her phone to the desk, without what the camera wrote beside it', async () => {
  await using amal = await visitor();
  await amal.context.clock.setFixedTime(now);
  const { page } = amal;
  await begin(page, `${house.url}/en`);
  await toWhere(page);
  await answer(page, 'where', 'unknown');
  await goOn(page);
  await skip(page);
  await onPanel(page, 'words');
  await page
    .locator('[data-files] input')
    .setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: photo() });
  await page.locator('[data-file-list] li').waitFor();
  expect(await page.locator('[data-name]').first().textContent()).toMatch(/^Photo 1, \d+ kB$/);
  expect(await problems(page)).toEqual([]);
  await look(page, 'files-words-en');
  await goOn(page);
  await onPanel(page, 'person');
  await skip(page);
  await onPanel(page, 'wishes');
  await goOn(page);
  await onPanel(page, 'check');
  expect(await page.locator('[data-sum="sealed"]').textContent()).toContain('Photo 1');
  await send(page);
  await codeOn(page);
  expect(amal.complaints).toEqual([]);
  await house.here.settle();
  const stolen = await everyCell(house.here.database.db);
  expect(
    stolen.filter(({ table, column }) => table === 'report_piece' && column === 'body').length,
  ).toBeGreaterThan(0);
  expect(holding(stolen, [takenWith, 'JFIF', 'IMG_1'])).toEqual([]);

  await using ines = await house.enters(house.people.ines);
  const desk = ines.page;
  await unlock(desk, house.phrases.ines);
  await desk.locator('.list a.open').last().click();
  await desk.locator('[data-key="o"]').click();
  const file = desk.locator('details', { hasText: 'Photo 1' });
  await file.waitFor();
  await look(desk, 'files-desk-closed-en');
  await file.locator('summary').click();
  expect(await desk.locator('img.file').count()).toBe(0);
  await file.getByRole('button', { name: 'Open the file' }).click();
  const shown = desk.locator('img.file');
  await shown.waitFor();
  const events = await reportReader(house.here.database.db).events((await sealedToInes())[0]?.id ?? '');
  expect(events.map(({ what, who }) => [what, who])).toContainEqual(['file_opened', 'Ines']);
  expect(await shown.evaluate((one: HTMLImageElement) => [one.naturalWidth, one.naturalHeight])).toEqual([
    900, 600,
  ]);
  expect(await problems(desk)).toEqual([]);
  await look(desk, 'files-desk-en');
  const saved = desk.waitForEvent('download');
  await file.getByRole('button', { name: 'Save a copy' }).click();
  const bytes = await (await (await saved).createReadStream()).toArray();
  const whole = Buffer.concat(bytes as Buffer[]).toString('latin1');
  expect(whole.startsWith('\xff\xd8')).toBe(true);
  expect([whole.includes('Exif'), whole.includes('Canary')]).toEqual([false, false]);
  expect(ines.complaints).toEqual([]);
}, 90_000);

test('a photo that is still being drawn is waited for, and skipping the question cancels it', async () => {
  await using amal = await visitor();
  await amal.context.clock.setFixedTime(now);
  await amal.context.addInitScript(() => {
    const drawn = HTMLCanvasElement.prototype.toBlob;
    HTMLCanvasElement.prototype.toBlob = function (...how) {
      setTimeout(() => drawn.apply(this, how), 1_500);
    };
  });
  const { page } = amal;
  await begin(page, `${house.url}/en`);
  await toWhere(page);
  await answer(page, 'where', 'unknown');
  await goOn(page);
  await skip(page);
  await onPanel(page, 'words');
  const input = page.locator('[data-files] input');
  const files = page.locator('[data-file-list] li');
  const picked = { name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: photo() };
  await input.setInputFiles(picked);
  await goOn(page);
  await onPanel(page, 'person');
  expect(await files.count()).toBe(1);
  await page.locator('[data-go="back"]:visible').click();
  await onPanel(page, 'words');
  await input.setInputFiles(picked);
  await skip(page);
  await onPanel(page, 'person');
  await page.waitForTimeout(2_000);
  expect(await files.count()).toBe(0);
}, 60_000);

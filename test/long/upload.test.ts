/** Her photos are on their way when the server dies, the page is reloaded, or she takes it back. Nothing goes twice. */
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort, type Kysely, openDatabase } from '../../src/platform/db/index.ts';
import { everyCell } from '../attacks/tables.ts';
import { look, problems, visitor } from '../browser.ts';
import { built } from '../built.ts';
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
  toWhere,
} from '../e2e/amal.ts';
import { isEmpty, lyingIn } from '../e2e/kept.ts';
import { dataFolder } from '../house/house.ts';
import { standing } from '../house/standing.ts';
import { photo, takenWith } from '../photo.ts';

let town: City;
beforeAll(async () => {
  await built();
  town = await city();
}, 120_000);
afterAll(() => town[Symbol.asyncDispose]());

/** Some megabytes, so that there are several pieces. */
const large = photo({ width: 2000, height: 1400 });
const words = 'Canary on the stairs';

/** To the check page, with words and a photo. */
async function toCheckWithPhoto(page: Page, url: string, { shared = false } = {}): Promise<void> {
  await begin(page, url, { shared });
  await toWhere(page);
  await answer(page, 'where', 'unknown');
  await goOn(page);
  await skip(page);
  await onPanel(page, 'words');
  await page.locator('[name="words"]').fill(words);
  await page
    .locator('[data-files] input')
    .setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: large });
  await page.locator('[data-file-list] li').waitFor();
  await goOn(page);
  await onPanel(page, 'person');
  await skip(page);
  await onPanel(page, 'wishes');
  await goOn(page);
  await onPanel(page, 'check');
}

interface Wire {
  /** Pieces the server said it has taken. */
  taken(): number;
  /** Of this page: requests that carried a piece, whatever became of them. */
  sent(): number;
  /** From now on each piece waits this long before it leaves. */
  slow(milliseconds: number): void;
}

async function watched(page: Page): Promise<Wire> {
  // Several of these tests wait for a server to stand again.
  page.setDefaultTimeout(60_000);
  let [taken, sent, slowness] = [0, 0, 0];
  await page.route('**/api/pieces', async (route) => {
    sent++;
    await pause(slowness);
    await route.continue().catch(() => {});
  });
  page.on('response', (one) => {
    if (new URL(one.url()).pathname === '/api/pieces' && one.status() === 200) taken++;
  });
  return {
    taken: () => taken,
    sent: () => sent,
    slow(milliseconds) {
      slowness = milliseconds;
    },
  };
}

const count = async (db: Kysely<unknown>, table: 'report' | 'report_piece'): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(db);
  return rows[0]?.n ?? 0;
};
/** So many pieces have left, or are about to. */
const onItsWay = (wire: Wire, part: number) =>
  expect.poll(wire.sent, { timeout: 60_000 }).toBeGreaterThanOrEqual(part);

test('the server is killed in the middle and stands again: the page goes on by itself, and no piece goes twice', async () => {
  await using folder = await dataFolder();
  await using house = await standing(folder.path, { port: await freePort() });
  await using database = await openDatabase({ data: folder.path }, { max: 1 });
  const before = await count(database.db, 'report_piece');
  await using amal = await visitor();
  const { page } = amal;
  const wire = await watched(page);
  await toCheckWithPhoto(page, `${await house.url()}/en`);
  wire.slow(300);
  await send(page);
  for (const part of [2, 4]) {
    await onItsWay(wire, part);
    await house.killServer();
  }
  await codeOn(page);
  const pieces = (await count(database.db, 'report_piece')) - before;
  expect(pieces).toBeGreaterThan(3);
  // One whose answer a kill took is there all the same, or was never taken: either way it is asked for first.
  expect(wire.taken()).toBeLessThanOrEqual(pieces);
  expect(wire.sent()).toBeLessThanOrEqual(pieces + 2);
}, 180_000);

test('a reload in the middle: what is finished waits, sealed; by her tap only what is missing goes', async () => {
  await using amal = await town.phone();
  const { page } = amal;
  const { db } = town.here.database;
  const wire = await watched(page);
  const reports = await count(db, 'report');
  const lay = await count(db, 'report_piece');
  page.on('dialog', (one) => void one.accept());
  await toCheckWithPhoto(page, `${town.url}/en`);
  wire.slow(500);
  await send(page);
  await onItsWay(wire, 3);
  const lies = await lyingIn(page);
  expect(lies).toContain('[a key that stays]');
  for (const said of [words, takenWith, 'age-encryption', 'waiting', '-> X25519'])
    expect(lies).not.toContain(said);
  await page.reload();
  await onPanel(page, 'waiting');
  expect(await problems(page)).toEqual([]);
  await look(page, 'upload-waiting-en');
  expect(await count(db, 'report')).toBe(reports);
  // One that was on the wire may still arrive.
  await page.waitForTimeout(1_000);
  const there = (await count(db, 'report_piece')) - lay;
  expect(there).toBeGreaterThan(0);
  const before = wire.sent();
  wire.slow(0);
  await page.locator('[data-send-waiting]').click();
  await codeOn(page);
  const pieces = (await count(db, 'report_piece')) - lay;
  expect(wire.sent() - before).toBe(pieces - there);
  expect(await count(db, 'report')).toBe(reports + 1);
  await expect.poll(() => isEmpty(page)).toBe(true);
  expect(amal.complaints).toEqual([]);
  const stolen = await everyCell(db);
  expect(stolen.filter(({ table, column }) => table === 'report_bundle' && column === 'id')).toHaveLength(1);
}, 180_000);

test('“Delete now” in the middle stops it: nothing lies on the phone, and no report comes', async () => {
  await using amal = await town.phone();
  const { page } = amal;
  const { db } = town.here.database;
  const reports = await count(db, 'report');
  const wire = await watched(page);
  await toCheckWithPhoto(page, `${town.url}/en`);
  wire.slow(2_000);
  await send(page);
  await onItsWay(wire, 2);
  // The browser's Back brings no question back that could be changed meanwhile.
  await page.goBack();
  await page.waitForTimeout(300);
  expect(await panel(page, 'sending').isVisible()).toBe(true);
  await page.locator('[data-kept-here] [data-delete-kept]').click();
  await onPanel(page, 'deleted');
  const sent = wire.sent();
  await page.waitForTimeout(3_000);
  expect(wire.sent()).toBeLessThanOrEqual(sent + 1);
  expect(await count(db, 'report')).toBe(reports);
  expect(await isEmpty(page)).toBe(true);
  expect(await page.locator('[data-panel="deleted"]').isVisible()).toBe(true);
  expect(amal.complaints).toEqual([]);
}, 180_000);

test('so does Shift pressed three times, also while the way out is slow', async () => {
  await using amal = await town.phone();
  const { page, context } = amal;
  const { db } = town.here.database;
  const reports = await count(db, 'report');
  const wire = await watched(page);
  await context.route('**/leave', async (route) => {
    await pause(8_000);
    await route.abort().catch(() => {});
  });
  await toCheckWithPhoto(page, `${town.url}/en`);
  wire.slow(500);
  await send(page);
  await onItsWay(wire, 2);
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift');
  const sent = wire.sent();
  await page.waitForTimeout(3_000);
  expect(wire.sent()).toBeLessThanOrEqual(sent + 1);
  expect(await count(db, 'report')).toBe(reports);
  await page.goto(`${town.url}/en`);
  expect(await isEmpty(page)).toBe(true);
}, 180_000);

test('on a phone that others use nothing lies there while it is sent', async () => {
  await using amal = await town.phone();
  const { page } = amal;
  const wire = await watched(page);
  await toCheckWithPhoto(page, `${town.url}/en`, { shared: true });
  wire.slow(300);
  await send(page);
  await onItsWay(wire, 2);
  expect(await isEmpty(page)).toBe(true);
  wire.slow(0);
  await codeOn(page);
  expect(await isEmpty(page)).toBe(true);
}, 180_000);

test('nothing is reached for more than a minute: it waits with its photo, and goes by her tap', async () => {
  await using amal = await town.phone();
  const { page, context } = amal;
  const wire = await watched(page);
  await toCheckWithPhoto(page, `${town.url}/en`);
  wire.slow(300);
  await send(page);
  await onItsWay(wire, 3);
  await context.setOffline(true);
  await panel(page, 'waiting').waitFor({ timeout: 120_000 });
  expect(await page.locator('[data-file-list] li').count()).toBe(0);
  await context.setOffline(false);
  await page.locator('[data-send-waiting]').click();
  await codeOn(page);
}, 180_000);

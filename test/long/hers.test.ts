/** What becomes of her report outside: Amal is asked whether a body may be, and whether anything changed. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askForWord } from '../../src/answer/hers/word-store.ts';
import { askReader } from '../../src/answer/index.ts';
import { furnishBodies } from '../../src/demo/bodies.ts';
import { addDays } from '../../src/platform/clock.ts';
import { showCode } from '../../src/platform/keys/index.ts';
import { answered } from '../asks.ts';
import { look, problems, type Visitor } from '../browser.ts';
import { amalTells } from '../cast.ts';
import { type City, city, now, onPanel } from '../e2e/amal.ts';

const today = now.slice(0, 10);
const body = 'zaytara-trams';
let town: City;
beforeAll(async () => {
  town = await city();
  await furnishBodies(town.here.database.db);
}, 120_000);
afterAll(() => town[Symbol.asyncDispose]());

let made = 0;
/** Two have told of one place; Amal is asked about the trams, which say of two things that they are done, or will be. */
async function told() {
  const { db } = town.here.database;
  const where = { place: 'tram-1' };
  const [amal, noor] = [await amalTells(town.here, { where }), await amalTells(town.here, { where })];
  const behind = [amal.submission.id, noor.submission.id];
  await db.transaction().execute((tx) => askForWord(tx, { report: behind[0] ?? '', body, today }));
  const ask = (day: string, kind: 'done' | 'will_do') =>
    answered(db, `ask-${made++}`, { behind, body, place: where.place, day, kind });
  const done = await ask(addDays(today, -30), 'done');
  const promised = await ask(addDays(today, -5), 'will_do');
  return { amal: showCode(amal.code), noor: showCode(noor.code), done, promised };
}

async function comesBack({ page }: Visitor, code: string, locale: string): Promise<void> {
  await page.goto(`${town.url}/${locale}/back`);
  await page.locator('[data-code-in]').first().fill(code);
  await page.locator('#code-form button').last().click();
}

/** The ask that is said to be done. */
const doneOn = (page: Page, { done }: { done: string }) =>
  page.locator('[data-asks] li', { has: page.locator(`[href$="/asks/${done}"]`) });

const happenedTo = async (ask: string) =>
  (await askReader(town.here.database.db).byId(ask))?.events.map(({ what }) => what);

describe.each(['en', 'ar'] as const)('Amal is asked (%s)', (locale) => {
  test('with script: what she says is signed on her phone, and her code never leaves it', async () => {
    const telling = await told();
    await using amal = await town.phone({ locale });
    const { page } = amal;
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    await comesBack(amal, telling.amal, locale);
    await onPanel(page, 'mine');
    const question = page.locator('[data-questions] li');
    expect(await question.locator('h3').textContent()).toMatch(/\S/);
    expect(await problems(page)).toEqual([]);
    await look(page, `hers-${locale}-1-asked`);
    await question.locator('[data-say="later"]').click();
    await question.locator('[data-status]', { hasText: /\S/ }).waitFor();
    await question.locator('[data-say="yes"]').click();
    await question.locator('[data-said]').waitFor();
    expect(await question.locator('[data-say]:visible').count()).toBe(1);

    const asks = page.locator('[data-asks] [data-list] > li');
    expect(await asks.locator('[data-change]:visible').count()).toBe(1);
    const done = doneOn(page, telling);
    await done.locator('[data-say="yes"]').click();
    await done.locator('[data-said]').waitFor();
    expect(await problems(page)).toEqual([]);
    await look(page, `hers-${locale}-2-said`);
    expect(sent.join('\n')).not.toContain(telling.amal);
    expect(amal.complaints).toEqual([]);

    await comesBack(amal, telling.amal, locale);
    await onPanel(page, 'mine');
    await question.locator('[data-said]').waitFor();
    expect(await happenedTo(telling.done)).toEqual(['answered']);
  }, 60_000);

  test('without script: the same, and the second who says so makes it so', async () => {
    const telling = await told();
    await using amal = await town.phone({ locale, script: false, screen: 'desktop', dark: true });
    const { page } = amal;
    await comesBack(amal, telling.amal, locale);
    await look(page, `hers-${locale}-3-no-script`);
    await page.locator('[data-questions] [data-say="no"]').click();
    await page.locator('[data-questions] [data-said]').waitFor();
    for (const code of [telling.amal, telling.noor]) {
      await comesBack(amal, code, locale);
      await doneOn(page, telling).locator('[data-say="yes"]').click();
      await doneOn(page, telling).locator('[data-said]').waitFor();
    }
    expect(await happenedTo(telling.done)).toEqual(['answered', 'confirmed']);
    await look(page, `hers-${locale}-4-confirmed`);
  }, 60_000);
});

/** Walk 14: the office is searched. Three taps at an open desk, and then device, paper and server together open nothing. */
import { sql } from 'kysely';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unwrapByPhrase } from '../../src/platform/keys/index.ts';
import { inFolder } from '../attacks/places.ts';
import { everyCell, holding } from '../attacks/tables.ts';
import { tracesOf } from '../attacks/trace.ts';
import { amalTells } from '../cast.ts';
import { type Office, office, unlock } from '../e2e/desk.ts';

const words = 'He waited by the third lamp.';
let place: Office;
beforeAll(async () => {
  place = await office();
}, 120_000);
afterAll(() => place[Symbol.asyncDispose]());

/** What this browser keeps of us, in whatever it keeps things. */
const keptBy = (page: Page) =>
  page.evaluate(async () => ({
    local: JSON.stringify({ ...localStorage }),
    session: JSON.stringify({ ...sessionStorage }),
    databases: (await indexedDB.databases()).map(({ name }) => name ?? ''),
    caches: await caches.keys(),
    history: JSON.stringify(history.state),
    page: document.documentElement.outerHTML,
  }));

test.each(['en', 'ar'] as const)(
  'Lock now: what was open is gone from the page, Back brings nothing, and no copy of anything opens (%s)',
  async (locale) => {
    const { here, people, phrases } = place;
    const who = locale === 'en' ? ('ines' as const) : ('omar' as const);
    await amalTells(here, { words });
    await here.settle();
    await using desk = await place.enters(people[who], { locale });
    await using elsewhere = await place.enters(people[who], { locale, screen: 'phone' });
    const { page } = desk;
    await unlock(page, phrases[who]);
    await unlock(elsewhere.page, phrases[who]);
    await page.locator('.list a.open').first().click();
    await page.locator('[data-key="o"]').click();
    await page.locator('[data-show] summary').click();
    await page.getByText(words).waitFor();

    await page.locator('.desk-menu summary').click();
    await page.locator('.desk-menu button').first().click();
    await page.locator('.desk-menu .note button').first().click();
    await page.locator('.note.good').waitFor();
    const traces = [words, phrases[who], 'AGE-SECRET-KEY'];
    for (let back = 0; back < 2; back++) {
      const kept = JSON.stringify(await keptBy(page));
      expect(traces.filter((trace) => kept.includes(trace))).toEqual([]);
      await page.goBack().catch(() => null);
    }
    // The other device of the same person: its session is over, its keys find nothing to open.
    const { request } = elsewhere.context;
    for (const path of ['me', 'inbox', 'reseal'])
      expect([path, (await request.get(`${place.url}/desk/api/${path}`)).status()]).toEqual([path, 401]);

    // Whoever takes the server and finds the paper as well: no table and no file holds what the phrase would open.
    const { rows } = await sql<{ person: string; body: Uint8Array }>`select person, body from wrap`.execute(
      here.database.db,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ person }) => person === people[who].id)).toEqual([]);
    const opened = await Promise.allSettled(rows.map(({ body }) => unwrapByPhrase(body, phrases[who])));
    expect(opened.filter(({ status }) => status === 'fulfilled')).toEqual([]);
    const left = holding(await everyCell(here.database.db), traces);
    const files = await inFolder(here.config.data, {
      traces: traces.flatMap((trace) => tracesOf(trace, trace)),
      since: 0,
    });
    expect([...left, ...files]).toEqual([]);
  },
  90_000,
);

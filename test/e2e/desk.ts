/** Ines at her desk: how a test brings a caseworker in, and what she does there. */
import type { Page } from 'playwright-core';
import { signInLink } from '../../src/casework/index.ts';
import { furnishBodies } from '../../src/demo/bodies.ts';
import { places } from '../../src/demo/content/places.ts';
import { codeList, newPhrase } from '../../src/platform/keys/index.ts';
import { placeWriter } from '../../src/platform/place/index.ts';
import { type Habits, type Visitor, visitor } from '../browser.ts';
import { type Cast, cast, type Player } from '../cast.ts';
import { house } from '../together.ts';
import { type TestWorld, world } from '../world.ts';

export const now = '2026-11-22T10:00:00Z';

export interface Office extends AsyncDisposable {
  here: TestWorld;
  people: Cast;
  url: string;
  phrases: { ines: string; omar: string; layla: string };
  /** A browser in which this person has used a sign-in link; the desk stands before them, locked. */
  enters(player: Player, habits?: Habits): Promise<Visitor>;
}

/** `keeps`: public pages are kept until something changes, as in a server. `together`: two must open here. */
export async function office({ keeps = false, together = false } = {}): Promise<Office> {
  await using started = new AsyncDisposableStack();
  const here = started.use(await world({ now, browsers: true, keeps }));
  const phrases = {
    ines: newPhrase(codeList('en')),
    omar: newPhrase(codeList('ar')),
    layla: newPhrase(codeList('en')),
  };
  const people = await (together ? house : cast)(here, { phrases });
  await placeWriter(here.database.db).put(places);
  await furnishBodies(here.database.db);
  const url = await here.listen();
  const ended = started.move();
  return {
    here,
    people,
    url,
    phrases,
    async enters(player, habits = {}) {
      const one = await visitor({ screen: 'desktop', ...habits });
      await one.context.clock.setFixedTime(here.clock.now());
      const link = await signInLink({ db: here.database.db, clock: here.clock }, player.id);
      await one.page.goto(`${url}/${habits.locale ?? 'en'}${link}`);
      await one.page.locator('main form button').click();
      await one.page.locator('.desk-page h1').waitFor();
      return one;
    },
    [Symbol.asyncDispose]: () => ended.disposeAsync(),
  };
}

/** Opens her keys with the phrase on her paper. */
export async function unlock(page: Page, phrase: string): Promise<void> {
  await page.locator('textarea').fill(phrase);
  await page.locator('form button[type="submit"]').click();
  await page.locator('textarea').waitFor({ state: 'detached', timeout: 20_000 });
}

/** Opens the page of a link in the way around the desk. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page.locator(`.desk-rooms a[href="#${name}"]`).click();
}

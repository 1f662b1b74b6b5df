/** Walk 13: both caseworkers fall ill. The intake says so by itself, what they held is taken over, somebody new is let in. */
import { expect, test } from 'vitest';
import { countCarried } from '../../src/casework/index.ts';
import { codeList, newPhrase } from '../../src/platform/keys/index.ts';
import type { Capacity } from '../../src/report/wire.ts';
import { look, problems, type Visitor, visitor } from '../browser.ts';
import { amalTells, arrive, type Keyholder, signedByRoot } from '../cast.ts';
import { type Office, office, unlock } from '../e2e/desk.ts';
import { sharer, shares } from '../sharing.ts';

const said = {
  en: { full: 'as many reports as one person can carry', back: 'before 5 December 2026' },
  ar: { full: 'أقصى ما يمكن حمله', back: '5 ديسمبر 2026' },
};

/** What stands before the first question, or nothing. */
async function before({ url }: Office, locale: 'en' | 'ar', name: string): Promise<string> {
  await using amal = await visitor({ locale, screen: 'phone' });
  await amal.page.goto(`${url}/${locale}/report`);
  expect(await problems(amal.page)).toEqual([]);
  await look(amal.page, `walk-two-ill-${name}-${locale}`);
  expect(amal.complaints).toEqual([]);
  return (await amal.page.locator('main .note.mind').allTextContents()).join('\n');
}

async function stateOf({ url }: Office): Promise<Capacity> {
  return ((await (await fetch(`${url}/api/readers`)).json()) as { capacity: Capacity }).capacity;
}

/** Claims the first of the list, which a colleague holds who is away, and reads it. */
async function takesOver(
  { page }: Visitor,
  { from, words, shot }: Record<'from' | 'words' | 'shot', string>,
) {
  await page.locator('.list a.open').first().click();
  const note = page.locator('[aria-labelledby="words-title"] .note.mind');
  await note.waitFor();
  expect(await note.textContent()).toContain(from);
  expect(await problems(page)).toEqual([]);
  await look(page, shot);
  await page.locator('[data-key="o"]').click();
  await page.locator('[data-show] summary').click();
  await page.getByText(words).waitFor();
}

test.each(['en', 'ar'] as const)(
  'who comes to tell reads why, a colleague takes over, somebody new is let in, and it is open again (%s)',
  async (locale) => {
    await using place = await office();
    const { here, people, phrases, url } = place;
    const needs = { db: here.database.db, clock: here.clock, installation: here.installation };
    const words = 'He waits at the stop every morning.';
    const soon = await amalTells(here, { words, soon: 'now' });
    const other = await amalTells(here);
    await here.settle();
    const [ines, omar] = [await people.as(people.ines), await people.as(people.omar)];
    await ines.post('/desk/api/claim', { report: soon.id });
    await omar.post('/desk/api/claim', { report: other.id });
    await omar.post('/desk/api/carrying', { id: people.omar.id, most: 1, away: null });
    expect(await stateOf(place)).toMatchObject({ state: 'open', because: null });
    const away = async (
      { id }: Keyholder,
      { until, most = null }: { until: string; most?: number | null },
    ) => {
      const heard = await (await people.as(people.salma)).post('/desk/api/carrying', {
        id,
        most,
        away: until,
      });
      expect(heard.status).toBe(200);
    };

    // Ines is ill, and Omar carries as many as he takes on: from Monday on it is said, before anybody writes.
    await away(people.ines, { until: '2026-12-06' });
    here.clock.set('2026-11-30T08:00:00Z');
    {
      await using hisDesk = await place.enters(people.omar, { locale });
      await countCarried(needs);
      expect(await stateOf(place)).toMatchObject({ state: 'urgent', because: 'full' });
      expect(await before(place, locale, 'full')).toContain(said[locale].full);
      // What could happen again soon does not wait for Ines, whatever he carries.
      await unlock(hisDesk.page, phrases.omar);
      await takesOver(hisDesk, { from: 'Ines', words, shot: `walk-two-ill-taken-${locale}` });
      expect(hisDesk.complaints).toEqual([]);
    }

    // Then Omar too. It is said at once, with the day, and what is sent is kept.
    await away(people.omar, { until: '2026-12-04', most: 1 });
    expect(await stateOf(place)).toMatchObject({ state: 'urgent', because: 'away', back: '2026-12-05' });
    expect(await before(place, locale, 'away')).toContain(said[locale].back);
    const meanwhile = await amalTells(here);
    await here.settle();
    await away(people.omar, { until: '2026-12-31', most: 1 });

    // Ines is back, and nobody has to say so.
    here.clock.set('2026-12-07T08:00:00Z');
    await people.as(people.ines);
    await countCarried(needs);
    expect(await stateOf(place)).toMatchObject({ state: 'open', because: null });
    expect(await before(place, locale, 'open')).not.toContain(said[locale].full);

    // Somebody new is signed in, and Ines opens for her what there was before.
    const phrase = newPhrase(codeList(locale));
    const hanan = await arrive(here, { name: 'Hanan', roles: ['caseworker'] }, phrase);
    await signedByRoot(here, 'add', hanan.reader);
    here.clock.pass({ hours: 73 });
    const sharing = await sharer(here, await people.as(people.ines), people.ines);
    expect(await shares(sharing, hanan.reader.id)).toMatchObject({
      ended: true,
      run: { shared: 3, kept: 0 },
    });
    await using herDesk = await place.enters(hanan, { locale, screen: 'phone' });
    await unlock(herDesk.page, phrase);
    await takesOver(herDesk, { from: 'Omar', words, shot: `walk-two-ill-newcomer-${locale}` });
    const { request } = herDesk.context;
    const { lines } = (await (await request.get(`${url}/desk/api/inbox`)).json()) as {
      lines: { id: string; claimedBy: { name: string; away: boolean } | null }[];
    };
    const held = new Map(lines.map(({ id, claimedBy }) => [id, claimedBy]));
    expect(held.get(soon.id)).toMatchObject({ name: 'Hanan', away: false });
    expect(held.get(other.id)).toMatchObject({ name: 'Omar', away: true });
    expect(held.get(meanwhile.id)).toBe(null);
    expect(herDesk.complaints).toEqual([]);
  },
  120_000,
);

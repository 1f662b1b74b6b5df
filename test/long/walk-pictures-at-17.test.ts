/** Walk 5: she is 17 and somebody threatens to show her pictures. What we may have to pass on comes before a word of hers. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InboxLine } from '../../src/casework/wire.ts';
import { countryFile } from '../../src/demo/content/index.ts';
import { translate } from '../../src/platform/i18n/index.ts';
import { look, problems } from '../browser.ts';
import { amalTells } from '../cast.ts';
import { answer, begin, type City, city, codeOn, goOn, onPanel, panel, send, skip } from '../e2e/amal.ts';
import { inesOpens } from '../e2e/ines.ts';

let town: City;
beforeAll(async () => {
  town = await city();
}, 120_000);
afterAll(() => town[Symbol.asyncDispose]());

const inbox = async (person: { get(path: string): Promise<{ json<A>(): A }> }) =>
  (await person.get('/desk/api/inbox')).json<{ lines: InboxLine[] }>().lines;

test.each(['en', 'ar'] as const)(
  'told first, lines first, sealed to who is trained, first in the list (%s)',
  async (locale) => {
    const { here, people, url } = town;
    const t = translate(locale);
    await amalTells(here);
    await here.settle();
    await using amal = await town.phone({ locale });
    const { page } = amal;
    await begin(page, `${url}/${locale}`);
    await answer(page, 'who', 'me');
    await goOn(page);
    await answer(page, 'age', 'under_18');
    await goOn(page);
    // Before any question about what happened: the duty, that stopping here is enough, and whom she can call.
    await onPanel(page, 'under_18');
    const card = (await panel(page, 'under_18').textContent()) ?? '';
    const [pictures] = countryFile('2026-11-22').lines.filter(({ kind }) => kind === 'online');
    const told = [t('lines.under_18.may_tell'), t('lines.under_18.who'), t('lines.under_18.enough')];
    const at = [...told, t.of(pictures?.name ?? { en: '-', ar: '-' })].map((one) => card.indexOf(one));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(at[0]).toBeGreaterThan(-1);
    expect(await problems(page)).toEqual([]);
    await look(page, `walk-pictures-told-first-${locale}`);
    await goOn(page);
    for (const [name, value] of [
      ['kinds', 'threat_pictures'],
      ['soon', 'has_pictures'],
      ['helped', 'nobody_there'],
      ['where', 'unknown'],
    ] as const) {
      await onPanel(page, name);
      // Omar has no such training: no page names him as one who could open it.
      const reads = panel(page, name).locator('[data-reader-names]');
      if (name === 'soon') await expect.poll(() => reads.allTextContents()).toEqual(['Ines']);
      await answer(page, name, value);
      await goOn(page);
    }
    await onPanel(page, 'when');
    await skip(page);
    await onPanel(page, 'words');
    await skip(page);
    await onPanel(page, 'person');
    await skip(page);
    await onPanel(page, 'wishes');
    await goOn(page);
    await onPanel(page, 'check');
    const sealedFor = await page.locator('#check-sealed').textContent();
    expect([sealedFor?.includes('Ines'), sealedFor?.includes('Omar')]).toEqual([true, false]);
    await send(page);
    await codeOn(page);
    expect(amal.complaints).toEqual([]);

    await here.settle();
    const [first] = await inbox(await people.as(people.ines));
    expect(first).toMatchObject({ kinds: ['threat_pictures'], soon: true });
    const his = await inbox(await people.as(people.omar));
    expect(his.some(({ id }) => id === first?.id)).toBe(false);

    const opened = await inesOpens(town);
    const { id } = opened;
    expect([id, opened.told.age, opened.told.soon]).toEqual([first?.id, 'under_18', 'has_pictures']);
    const ines = await people.as(people.ines);
    await ines.post('/desk/api/mark', { report: id, marks: ['under_18'] });
    await ines.post('/desk/api/close', { report: id, reason: 'done_with_her' });
  },
  90_000,
);

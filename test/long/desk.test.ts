import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { showCode } from '../../src/platform/keys/index.ts';
import { look, problems, visitor } from '../browser.ts';
import { amalTells } from '../cast.ts';
import { type Office, office, unlock } from '../e2e/desk.ts';

let place: Office;
beforeAll(async () => {
  place = await office();
}, 120_000);
afterAll(() => place[Symbol.asyncDispose]());

const tells = async (changes: Parameters<typeof amalTells>[1] = {}) => {
  const told = await amalTells(place.here, changes);
  await place.here.settle();
  return told;
};

describe.each(['en', 'ar'] as const)('Ines at her desk (%s)', (locale) => {
  test('unlocks with her paper, claims, reads behind Show, and replies', async () => {
    await tells({ where: { place: 'tram-1' } });
    await using ines = await place.enters(place.people.ines, { locale });
    const { page } = ines;
    await look(page, `desk-unlock-${locale}`);
    expect(await problems(page)).toEqual([]);
    await unlock(page, place.phrases.ines);
    await page.locator('.list li').first().waitFor();
    await look(page, `desk-inbox-${locale}`);
    expect(await problems(page)).toEqual([]);
    await page.locator('.list a.open').last().click();
    await page.locator('[data-key="o"]').click();
    await page.locator('[data-show]').waitFor();
    expect(await page.locator('[data-show] details').getAttribute('open')).toBeNull();
    // The button is gone: by keyboard she goes on at what it opened.
    await page.locator('[data-show] summary:focus').waitFor();
    await page.locator('[data-show] summary').click();
    expect(await page.locator('[data-show]').textContent()).toContain('followed me');
    await page.locator('[data-key="r"]').fill('Thank you. I have read it.');
    expect(await page.locator('[data-answerers] li').count()).toBe(1);
    await look(page, `desk-report-${locale}`);
    expect(await problems(page)).toEqual([]);
    const kept = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, location.href]),
    );
    expect(kept).not.toMatch(/followed me|Thank you|AGE-SECRET|upstander reader seed/);
    expect(page.url()).toMatch(/#report$/);
    await page.locator('form .btn').first().click();
    await page.locator('#replies-title').waitFor();
    await page.locator('form .btn:focus').waitFor();
    await look(page, `desk-replied-${locale}`);
    expect(ines.complaints).toEqual([]);
  }, 90_000);
});

describe('a button pressed too early', () => {
  test.each([
    ['en', 'phone'],
    ['ar', 'desktop'],
  ] as const)(
    'says at the field what is missing, and goes there (%s, %s)',
    async (locale, screen) => {
      const { here, people, phrases } = place;
      await tells();
      await using ines = await place.enters(people.ines, { locale, screen });
      const { page } = ines;
      const missingAt = async (field: string, picture: string) => {
        await page.locator(`${field}:focus`).waitFor();
        const why = page.locator('.why');
        expect(await why.count()).toBe(1);
        expect(await page.locator(`[aria-describedby~="${await why.getAttribute('id')}"]`).count()).toBe(1);
        await look(page, `desk-early-${picture}-${locale}`);
        expect(await problems(page)).toEqual([]);
        return why.textContent();
      };
      await page.locator('form button[type="submit"]').click();
      await missingAt('#paper-phrase', 'phrase');
      await page.locator('#paper-phrase').fill(`${phrases.ines} qqqqqq`);
      await page.locator('form button[type="submit"]').click();
      expect(await missingAt('#paper-phrase', 'phrase-extra')).toMatch(/qqqqqq.*11/);
      await unlock(page, phrases.ines);
      await page.locator('.list a.open').last().click();
      await page.locator('[data-key="o"]').waitFor();
      await look(page, `desk-sealed-${locale}`);
      await page.locator('[data-key="o"]').click();
      await page.locator('[data-show]').waitFor();
      await page.locator('form .btn').first().click();
      await missingAt('[data-key="r"]', 'reply');
      const close = page.locator('.desk-decide details', { has: page.locator('[name="reason"]') });
      await close.locator('summary').click();
      await page.locator('[data-key="r"]').fill('Thank you.');
      await page.locator('form .btn').first().click();
      await page.locator('#replies-title').waitFor();
      await close.locator('button').click();
      await missingAt('[name="reason"]', 'close');
      const hold = page.locator('.desk-decide details', { has: page.locator('#hold-until') });
      await hold.locator('summary').click();
      await close.locator('[name="reason"]').first().check();
      await hold.locator('#hold-until').fill('2026-11-01');
      await hold.locator('button').click();
      await page.locator('#hold-until:focus').waitFor();
      expect(await hold.locator('.why').textContent()).toMatch(locale === 'en' ? /23 November/ : /23 نوفمبر/);
      const states = sql<{
        what: string;
      }>`select distinct what from report_event where what in ('held', 'closed')`;
      expect((await states.execute(here.database.db)).rows).toEqual([]);
      expect(ines.complaints).toEqual([]);
    },
    90_000,
  );
});

test('two things Amal added have two names, in the order she added them', async () => {
  const { here, people, phrases, url } = place;
  const { code } = await tells({ kinds: ['blocked'] });
  await using amal = await visitor();
  await amal.context.clock.setFixedTime(here.clock.now());
  await amal.page.goto(`${url}/en/back`);
  await amal.page.locator('[data-code-in]').first().fill(showCode(code));
  await amal.page.locator('[data-code-form] button').last().click();
  for (const text of ['There was a camera.', 'And a witness.']) {
    await amal.page.locator('form[data-add] textarea').fill(text);
    await amal.page.locator('form[data-add] button[type="submit"]').click();
    await amal.page.locator('form[data-add] [data-status]', { hasText: 'added' }).waitFor();
    await amal.page.locator('form[data-add] textarea').fill('');
  }
  await here.settle();
  await using ines = await place.enters(people.ines, { screen: 'phone' });
  const { page } = ines;
  await unlock(page, phrases.ines);
  await page.locator('.list a.open', { hasText: 'Way blocked' }).click();
  await page.locator('[data-key="o"]').click();
  await page.locator('[data-show]').waitFor();
  for (const [n, text] of [
    [1, 'There was a camera.'],
    [2, 'And a witness.'],
  ] as const) {
    const addition = page.locator('details', { hasText: `Show addition ${n}` });
    await addition.locator('summary').click();
    expect(await addition.textContent()).toContain(text);
  }
  await look(page, 'desk-two-additions');
}, 60_000);

describe('on a phone, in the dark', () => {
  test.each(['en', 'ar'] as const)(
    'nothing is wider than the screen (%s)',
    async (locale) => {
      await tells();
      await using ines = await place.enters(place.people.ines, { locale, screen: 'phone', dark: true });
      const { page } = ines;
      const isWide = () => document.documentElement.scrollWidth > innerWidth;
      await unlock(page, place.phrases.ines);
      await page.locator('.list a.open').last().waitFor();
      await look(page, `desk-phone-inbox-${locale}`);
      expect(await page.evaluate(isWide)).toBe(false);
      expect(await problems(page)).toEqual([]);
      await page.locator('.list a.open').last().click();
      await page.locator('[data-key="o"]').click();
      await page.locator('[data-show]').waitFor();
      await look(page, `desk-phone-report-${locale}`);
      expect(await page.evaluate(isWide)).toBe(false);
      expect(await problems(page)).toEqual([]);
      await page.locator('.desk-rooms a[href="#people"]').click();
      await page.locator('#readers-title').waitFor();
      await look(page, `desk-phone-people-${locale}`);
      expect(await page.evaluate(isWide)).toBe(false);
      await page.locator('.desk-menu summary').click();
      await page.locator('.desk-menu button').first().click();
      await look(page, `desk-phone-lock-${locale}`);
      expect(await page.evaluate(isWide)).toBe(false);
      expect(await problems(page)).toEqual([]);
    },
    90_000,
  );
});

describe('a colleague is faster', () => {
  test('the refusal names Omar, and only facts and the way so far are shown', async () => {
    const { id } = await tells({ kinds: ['filmed'] });
    await using ines = await place.enters(place.people.ines);
    const { page } = ines;
    await unlock(page, place.phrases.ines);
    await page.locator('.list a.open', { hasText: 'Filmed' }).click();
    await page.locator('[data-key="o"]').waitFor();
    const omar = await place.people.as(place.people.omar);
    expect((await omar.post('/desk/api/claim', { report: id })).status).toBe(200);
    await page.locator('[data-key="o"]').click();
    await page.locator('.note.mind', { hasText: 'Omar opened it a moment ago' }).waitFor();
    await page.locator(`[data-key="o"]`).waitFor({ state: 'detached' });
    expect(await page.locator(`[data-show], textarea`).count()).toBe(0);
    expect(await page.locator('.time').textContent()).toContain('Claimed by Omar');
    await look(page, 'desk-taken');
    expect(await problems(page)).toEqual([]);
  }, 60_000);
});

describe('a colleague did it', () => {
  test('whoever Amal left out does not see that it exists; all of ours left out, Layla of another house reads it', async () => {
    const { people, phrases } = place;
    const { ines, omar, layla } = people;
    const told = { worksWithUs: 'yes', kinds: ['exposed'] } as const;
    await tells({ ...told, leaveOut: [omar.reader.id] });
    await tells({ ...told, kinds: ['messages'], leaveOut: [omar.reader.id, ines.reader.id] });
    const sees = async (who: typeof ines, phrase: string) => {
      await using person = await place.enters(who);
      const { page } = person;
      await unlock(page, phrase);
      await page.locator('.list, .empty').waitFor();
      return await page.locator('.desk-page').textContent();
    };
    expect(await sees(omar, phrases.omar)).not.toMatch(/Exposure|Messages/);
    const hers = await sees(ines, phrases.ines);
    expect([hers?.includes('Exposure'), hers?.includes('Messages')]).toEqual([true, false]);
    const theirs = await sees(layla, phrases.layla);
    expect([theirs?.includes('Exposure'), theirs?.includes('Messages')]).toEqual([false, true]);
  }, 90_000);
});

describe('somebody changed the database', () => {
  test('a changed choice is named, and nothing can be sent', async () => {
    const { id } = await tells({ kinds: ['stared'] });
    await sql`update report set consents = jsonb_set(consents, '{contact}', 'true') where id = ${id}`.execute(
      place.here.database.db,
    );
    await using ines = await place.enters(place.people.ines);
    const { page } = ines;
    await unlock(page, place.phrases.ines);
    await page.locator('.list a.open', { hasText: 'Stared' }).click();
    await page.locator('[data-key="o"]').click();
    const said = 'key and the choices are not what the person who told it signed';
    await page.locator('[role="alert"]', { hasText: said }).waitFor();
    expect(await page.locator('[data-key="r"]').count()).toBe(0);
    await look(page, 'desk-mismatch');
    expect(await problems(page)).toEqual([]);
  }, 60_000);
});

describe('the keyboard', () => {
  test('moves, opens, shows and writes, explains itself, and can be switched off', async () => {
    await tells();
    await using ines = await place.enters(place.people.ines);
    const { page } = ines;
    await unlock(page, place.phrases.ines);
    await page.locator('.list a.open').last().waitFor();
    for (let i = await page.locator('.list a.open').count(); i > 0; i--) await page.keyboard.press('j');
    expect(
      await page
        .locator('.list a.open')
        .last()
        .evaluate((one) => one === document.activeElement),
    ).toBe(true);
    await page.keyboard.press('k');
    await page.keyboard.press('j');
    await page.keyboard.press('o');
    await page.locator('button[data-key="o"]').waitFor();
    await page.keyboard.press('o');
    await page.locator('[data-show]').waitFor();
    await page.keyboard.press('s');
    expect(await page.locator('[data-show] details').getAttribute('open')).not.toBeNull();
    await page.keyboard.press('r');
    await page.keyboard.type('job');
    expect(await page.locator('[data-key="r"]').inputValue()).toBe('job');
    await page.locator('.desk-menu summary').focus();
    await page.keyboard.press('?');
    await page.locator('dialog[open]').waitFor();
    await look(page, 'desk-keys');
    expect(await problems(page)).toEqual([]);
    await page.locator('dialog button', { hasText: 'Turn the keys off' }).click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('s');
    expect(await page.locator('[data-show] details').getAttribute('open')).not.toBeNull();
    expect(await page.locator('dialog[open]').count()).toBe(0);
  }, 60_000);
});

describe('a desk nobody touches', () => {
  test('warns, stays with one press, and locks', async () => {
    await using ines = await place.enters(place.people.ines);
    const { page, context } = ines;
    await unlock(page, place.phrases.ines);
    await page.locator('.list a.open').first().waitFor();
    const start = place.here.clock.now().getTime();
    const standsAt = (minutes: number) => context.clock.setFixedTime(start + minutes * 60_000);
    await standsAt(14);
    await page.locator('.desk-warning').waitFor();
    await look(page, 'desk-warning');
    expect(await problems(page)).toEqual([]);
    await page.locator('.desk-warning button').click();
    await page.locator('.desk-warning').waitFor({ state: 'detached' });
    await standsAt(28);
    await page.locator('.desk-warning').waitFor();
    await standsAt(30);
    await page.locator('textarea').waitFor();
    expect(await page.locator('.list').count()).toBe(0);
  }, 60_000);
});

/** People who work here, where script is off: links, the list to read, and what the pages say they cannot do. */
import { describe, expect, it } from 'vitest';
import { signInLink } from '../../src/casework/index.ts';
import { type Habits, look, problems } from '../browser.ts';
import { amalTells } from '../cast.ts';
import { city } from '../e2e/amal.ts';

const languages = [
  { locale: 'en', button: 'Sign in', what: 'Someone followed me', promise: 'read or answer by' },
  { locale: 'ar', button: 'دخول', what: 'مشى أحدهم ورائي', promise: 'القراءة أو الردّ' },
] as const;

describe.each(languages)('without script, in $locale', ({ locale, button, what, promise }) => {
  it('Ines signs in by a link and reads what waits, and no story', async () => {
    await using there = await city();
    const { here, people, url } = there;
    await amalTells(here);
    await amalTells(here, { soon: 'now', words: 'He waits at my door.' });
    await here.settle();
    const link = await signInLink({ db: here.database.db, clock: here.clock }, people.ines.id);
    await using ines = await there.phone({ locale, script: false });
    const { page } = ines;
    await page.goto(`${url}/${locale}${link}`);
    await look(page, `staff-link.${locale}`);
    await page.getByRole('button', { name: button }).click();
    await page.waitForURL(`${url}/${locale}/desk`);
    const text = await page.locator('main').innerText();
    expect(text).toContain(promise);
    expect(text).toContain(what);
    expect(text).not.toContain('He waits');
    expect(await page.title()).toMatch(/^(Desk|المكتب)$/);
    await look(page, `staff-desk.${locale}`);
    await page.goto(`${url}/${locale}${link}`);
    expect((await page.locator('h1').innerText()).length).toBeGreaterThan(0);
    await look(page, `staff-link-used.${locale}`);
  });

  it('a stranger at the desk is told how people come in, and sees nothing behind it', async () => {
    await using there = await city();
    await using somebody = await there.phone({ locale, script: false });
    await somebody.page.goto(`${there.url}/${locale}/desk`);
    await look(somebody.page, `staff-sign-in.${locale}`);
    expect(await somebody.page.locator('table').count()).toBe(0);
  });

  it.each(['light', 'dark'] as const)('the pages of links have no barrier, %s', async (light) => {
    await using there = await city();
    const { here, people, url } = there;
    const habits: Habits = { locale, dark: light === 'dark', screen: 'desktop' };
    await using ines = await there.phone(habits);
    const salma = await people.as(people.salma);
    const invited = await salma.post('/desk/api/invite', {
      name: 'Mona',
      roles: ['caseworker'],
      childTrained: false,
    });
    const path = new URL(invited.json<{ url: string }>().url).pathname;
    const link = await signInLink({ db: here.database.db, clock: here.clock }, people.ines.id);
    for (const [name, to] of [
      ['staff-invitation', path],
      ['staff-link-desktop', link],
    ] as const) {
      await ines.page.goto(`${url}/${locale}${to}`);
      await look(ines.page, `${name}.${locale}.${light}`);
      expect(await problems(ines.page)).toEqual([]);
    }
    expect(ines.complaints).toEqual([]);
  });
});

/** What leaves the house with an ask, looked at before it does. */
import { describe, expect, it } from 'vitest';
import { signInLink } from '../../src/casework/index.ts';
import { type City, city, drafts, sends, tells } from '../asking.ts';
import { type Habits, look, problems, visitor } from '../browser.ts';

const languages = [
  { locale: 'en', heading: 'What leaves the house', wish: 'Light that works', mail: 'To asks@trams.example' },
  { locale: 'ar', heading: 'ما يخرج من عندنا', wish: 'إضاءة تعمل', mail: 'asks@trams.example' },
] as const;
const seen: readonly Habits[] = [{}, { dark: true }, { screen: 'desktop' }];
const named = ({ dark = false, screen = 'phone' }: Habits) => `${screen}-${dark ? 'dark' : 'light'}`;

async function atTheDesk(there: City, url: string, habits: Habits) {
  const ines = await visitor(habits);
  const { database, clock } = there.here;
  const link = await signInLink({ db: database.db, clock }, there.people.ines.id);
  await ines.page.goto(`${url}/${habits.locale}${link}`);
  await ines.page.locator('main form button').click();
  return ines;
}

describe.each(languages)(
  'Ines looks at what leaves the house, in $locale',
  ({ locale, heading, wish, mail }) => {
    it.each(seen)('page, officer and mail, without a barrier: %o', async (habits) => {
      await using there = await city({ browsers: true });
      const url = await there.here.listen();
      const told = [await tells(there), await tells(there), await tells(there)];
      const words = { en: 'The shelter on the inner side is dark.', ar: 'المظلة في الجهة الداخلية مظلمة.' };
      const one = await drafts(there.ines, told, { words });
      await using ines = await atTheDesk(there, url, { locale, ...habits });
      const { page } = ines;
      await page.goto(`${url}/${locale}/desk/asks/${one.line.id}/preview`);
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(heading);
      const said = await page.locator('main').innerText();
      expect(said).toContain(wish);
      expect(said).toContain(words[locale]);
      expect(said).toContain(mail);
      expect(said).not.toContain('followed me from');
      await look(page, `preview.${locale}.${named(habits)}`);
      expect(await problems(page)).toEqual([]);
      expect((await sends(there.ines, one)).status).toBe(200);
      await page.reload();
      expect(await page.locator('.leaves').count()).toBe(3);
      expect(ines.complaints).toEqual([]);
    });
  },
);

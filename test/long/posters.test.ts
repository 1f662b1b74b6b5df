/** Posters and cards, looked at on phone and desk, and as the pages a printer gets: one A4 sheet each, in each language. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { signInLink } from '../../src/casework/index.ts';
import { langs, translate } from '../../src/platform/i18n/index.ts';
import { linesWriter } from '../../src/report/index.ts';
import { type Habits, look, problems, visitor } from '../browser.ts';
import { cast } from '../cast.ts';
import { realLines } from '../lines.ts';
import { world } from '../world.ts';

const walks = [
  { locale: 'en', screen: 'phone', dark: true },
  { locale: 'ar', screen: 'desktop', dark: false },
  { locale: 'fr', screen: 'phone', dark: false },
] as const satisfies readonly Habits[];

test.each(walks)('Salma prints in $locale, $screen', { timeout: 120_000 }, async (habits) => {
  const { locale, screen } = habits;
  const t = translate(locale);
  await using here = await world({ kind: 'real', browsers: true });
  const people = await cast(here);
  const today = here.clock.now().toISOString().slice(0, 10);
  const file = realLines(today);
  const [listening] = file.lines;
  if (listening === undefined) throw new Error('No line to print');
  const tested = { on: today, answered: true, waitMinutes: 2 };
  const lines = ['0999 100 200', '0999 300 400', '0999 500 600'].map((number, n) => {
    const warning = n === 2 ? { notSafeFor: { en: 'people without papers', ar: 'من لا أوراق لديهم' } } : {};
    return { ...listening, id: `line-${n}`, number, tested, ...warning };
  });
  await linesWriter(here.database.db).replace({ ...file, lines });
  await here.listen();
  await using salma = await visitor(habits);
  const { page, complaints } = salma;
  const link = await signInLink({ db: here.database.db, clock: here.clock }, people.salma.id);
  await page.goto(`${here.config.publicUrl}/${locale}${link}`);
  await page.getByRole('button', { name: t('staff.link.sign_in.button') }).click();
  await page.waitForURL(/\/desk$/);
  await page.goto(`${here.config.publicUrl}/${locale}/desk/set-up`);
  await page.getByRole('link', { name: t('setup.posters') }).click();
  await page.waitForURL(/\/posters$/);
  expect(await problems(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
  await look(page, `posters.${locale}.${screen}`);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const shots = process.env.SHOTS;
  if (shots !== undefined) {
    await mkdir(shots, { recursive: true });
    await writeFile(join(shots, `posters.${locale}.pdf`), pdf);
  }
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
  expect(pages).toHaveLength(2 * langs.length);
  const sizes = new Set(pdf.toString('latin1').match(/\/MediaBox\s*\[[^\]]*\]/g));
  expect([...sizes]).toEqual([expect.stringMatching(/0 0 59[45][.\d]* 84[12][.\d]*/)]);
  expect(complaints).toEqual([]);
});

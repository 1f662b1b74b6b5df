/** What a demonstration would have sent, and an ask on paper. */
import { describe, expect, it } from 'vitest';
import { signInLink } from '../../src/casework/index.ts';
import { templates } from '../../src/platform/mail/index.ts';
import { asked } from '../asks.ts';
import { type Habits, look, problems } from '../browser.ts';
import { city } from '../e2e/amal.ts';
import { post } from '../mail.ts';

const languages = [
  { locale: 'en', door: 'Its mail', subject: 'A request to Harbour Ferries', open: 'Open the request' },
  { locale: 'ar', door: 'بريدها', subject: 'مطلب إلى معدّيات الميناء', open: 'فتح المطلب' },
] as const;

const seen: readonly Habits[] = [{}, { dark: true }, { screen: 'desktop' }];
const named = ({ dark = false, screen = 'phone' }: Habits) => `${screen}-${dark ? 'dark' : 'light'}`;

describe.each(languages)('the mail of a demonstration, in $locale', ({ locale, door, subject, open }) => {
  it('is one link away; each mail is read as it looks and as text, and its links are followed', async () => {
    await using there = await city();
    await using somebody = await there.phone({ locale, script: false });
    const { page } = somebody;
    await page.goto(`${there.url}/${locale}`);
    await page.getByRole('link', { name: door }).click();
    await page.waitForURL(`${there.url}/${locale}/demo/mail`);
    await look(page, `mail-empty.${locale}`);
    await post(there.here, 'words_passed');
    await there.here.settle();
    there.here.clock.pass({ minutes: 1 });
    await post(there.here, 'ask');
    await there.here.settle();
    await page.reload();
    await page.getByRole('link', { name: subject }).click();
    const link = page.getByRole('link', { name: open, exact: true });
    expect(await link.getAttribute('href')).toBe(`${there.url}/${locale}/o/ask-token`);
    await page.locator('summary').click();
    expect(await page.locator('.mail-plain').innerText()).toContain(`${there.url}/${locale}/o/ask-token`);
    await link.click();
    await page.waitForURL(`${there.url}/${locale}/o/ask-token`);
    expect(somebody.complaints.filter((said) => !/status of 4\d\d/.test(said))).toEqual([]);
  });

  it.each(seen)('has no barrier: %o', async (habits) => {
    await using there = await city();
    for (const template of templates) await post(there.here, template);
    await post(there.here, 'ask');
    await there.here.settle();
    await using somebody = await there.phone({ locale, ...habits });
    const { page } = somebody;
    await page.goto(`${there.url}/${locale}/demo/mail`);
    await look(page, `mail-list.${locale}.${named(habits)}`);
    expect(await problems(page)).toEqual([]);
    await page.getByRole('link', { name: subject }).first().click();
    await page.locator('summary').click();
    await look(page, `mail-one.${locale}.${named(habits)}`);
    expect(await problems(page)).toEqual([]);
    expect(somebody.complaints).toEqual([]);
  });
});

describe.each(languages)('an ask on paper, in $locale', ({ locale }) => {
  it.each(seen)('is two sheets of A4 without a barrier: %o', async (habits) => {
    await using there = await city();
    const { here, people, url } = there;
    const id = await asked(here.database.db, 'abcdefghijklmnop', { sent: '2026-11-22', due: '2026-12-13' });
    await using ines = await there.phone({ locale, ...habits });
    const { page } = ines;
    await page.goto(`${url}/${locale}/desk/asks/${id}/letter`);
    expect(await page.locator('article').count()).toBe(0);
    await page.goto(
      `${url}/${locale}${await signInLink({ db: here.database.db, clock: here.clock }, people.ines.id)}`,
    );
    await page.locator('main form button').click();
    await page.goto(`${url}/${locale}/desk/asks/${id}/letter`);
    expect(await page.locator('article').count()).toBe(2);
    expect(await page.locator('article[lang=en]').innerText()).toContain('Light at the stop');
    expect(await page.locator('article[lang=ar]').innerText()).toContain(`${url}/asks/${id}`);
    await look(page, `letter.${locale}.${named(habits)}`);
    expect(await problems(page)).toEqual([]);
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(paper.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2);
    if (process.env.SHOTS !== undefined) {
      await page.emulateMedia({ media: 'print' });
      await page.setViewportSize({ width: 660, height: 1000 });
      await look(page, `letter-print.${locale}`);
    }
  });
});

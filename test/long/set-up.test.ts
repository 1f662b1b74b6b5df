/** The list before opening, what is lawful, what is kept and what the organisation says: looked at, on a phone and on a desk. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { signInLink } from '../../src/casework/index.ts';
import { translate } from '../../src/platform/i18n/index.ts';
import { linesWriter } from '../../src/report/index.ts';
import { type Habits, look, problems, visitor } from '../browser.ts';
import { cast } from '../cast.ts';
import { realLines } from '../lines.ts';
import { type TestWorld, world } from '../world.ts';

const patience = { timeout: 120_000 };
const walks = [
  { locale: 'en', screen: 'phone', dark: false },
  { locale: 'ar', screen: 'desktop', dark: true },
  { locale: 'ar', screen: 'phone', dark: false },
  { locale: 'en', screen: 'desktop', dark: true },
] as const satisfies readonly Habits[];

async function open(page: Page, here: TestWorld, path: string): Promise<void> {
  await page.goto(`${here.config.publicUrl}${path}`);
  expect(await problems(page), path).toEqual([]);
  const isWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
  expect(isWide, path).toBe(false);
}

test.each(walks)('Salma goes through the list in $locale, $screen', patience, async (habits) => {
  const { locale, screen } = habits;
  const t = translate(locale);
  await using here = await world({
    kind: 'real',
    browsers: true,
    env: { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'a@b.example' },
  });
  const people = await cast(here);
  await linesWriter(here.database.db).replace(realLines('2026-11-01'));
  await here.listen();
  await using salma = await visitor(habits);
  const { page, complaints } = salma;
  const link = await signInLink({ db: here.database.db, clock: here.clock }, people.salma.id);
  await page.goto(`${here.config.publicUrl}/${locale}${link}`);
  await page.getByRole('button', { name: t('staff.link.sign_in.button') }).click();
  await page.waitForURL(/\/desk$/);
  const shot = (name: string) => look(page, `set-up.${name}.${locale}.${screen}`);
  const at = `/${locale}/desk/set-up`;

  await open(page, here, at);
  await shot('list');
  await page.getByRole('button', { name: t('setup.confirm.exit') }).click();
  await page.waitForURL(/#exit$/);
  expect(await page.locator('#exit').innerText()).toContain(t('setup.state.done'));

  await open(page, here, `${at}/lawful`);
  const intake = page.getByRole('region', { name: t('setup.lawful.intake') });
  await intake.getByRole('button').click();
  await page.getByRole('alert').waitFor();
  expect(await problems(page)).toEqual([]);
  await shot('lawful-mistakes');
  await intake.getByRole('radio', { name: t('setup.verdict.allowed.choose') }).check({ force: true });
  await intake.getByLabel(t('setup.lawful.by'), { exact: true }).fill('Mona');
  await intake.getByLabel(t('setup.on')).fill('2026-11-20');
  await intake.getByRole('button').click();
  await page.waitForURL(/#intake$/);
  expect(await problems(page)).toEqual([]);
  await shot('lawful');

  for (const name of ['lines', 'backup', 'mail', 'texts/imprint']) {
    await open(page, here, `${at}/${name}`);
    await shot(name.replace('/', '-'));
  }
  await open(page, here, `/${locale}/desk/kept`);
  await shot('kept');
  await open(page, here, `/${locale}/about`);
  await shot('about');
  await open(page, here, `/${locale}/about/privacy`);
  await shot('about-privacy');
  await open(page, here, `/${locale}/keep`);
  await shot('keep');
  await open(page, here, `/${locale}/desk/health`);
  await shot('health');
  // A form that was not whole is answered with 422, and the browser says so.
  expect(complaints.filter((one) => !one.includes('422'))).toEqual([]);
});

/** An ask from its telling to its end, each step at the browser of whoever takes it. */
import type { Locator, Page } from 'playwright-core';
import type { T } from '../../src/platform/i18n/index.ts';
import { showCode } from '../../src/platform/keys/index.ts';
import { type Habits, look, problems, type Visitor, visitor } from '../browser.ts';
import { amalTells } from '../cast.ts';
import { onPanel } from './amal.ts';
import type { Office } from './desk.ts';

type Locale = 'en' | 'ar';

/** Somebody outside, at the hour of the server. */
export async function comes({ here }: Pick<Office, 'here'>, habits: Habits = {}): Promise<Visitor> {
  const one = await visitor(habits);
  await one.context.clock.setFixedTime(here.clock.now());
  return one;
}

/** Amal and two others tell about tram 1 and let whoever answers there be asked. Their codes. */
export async function threeTell({ here }: Pick<Office, 'here'>): Promise<string[]> {
  const codes: string[] = [];
  for (const day of ['2026-10-20', '2026-11-04', '2026-11-10']) {
    const consents = { count: true, ask: 'this_one', contact: false, keep: false } as const;
    const { code } = await amalTells(here, { where: { place: 'tram-1' }, day, consents });
    codes.push(showCode(code));
  }
  await here.settle();
  return codes;
}

/** Looks at a page: pictures, no barrier, nothing beside the screen. Returns what is wrong with it. */
export async function seen(page: Page, name: string): Promise<string[]> {
  await look(page, name);
  const beside = await page.evaluate(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  return [...(await problems(page)), ...(beside === 0 ? [] : [`${beside} px beside the screen`])].map(
    (wrong) => `${name}: ${wrong}`,
  );
}

export const button = (on: Page | Locator, name: string) => on.getByRole('button', { name, exact: true });

/** Opens every report of her list, one after the other. */
export async function readsAll(page: Page, t: T): Promise<void> {
  const links = page.locator('.list a.open');
  await links.first().waitFor();
  const n = await links.count();
  for (let at = 0; at < n; at++) {
    await links.nth(at).click();
    await page.locator('[data-key="o"]').click();
    await page.locator('[data-show]').waitFor();
    await page.locator('a.back', { hasText: t('casework.page.inbox') }).click();
    await links.first().waitFor();
  }
}

/** The mailbox of a body, as a demonstration shows it: opens the newest mail that says this. */
export async function opensMail(
  { url, here }: Office,
  page: Page,
  { t, subject }: { t: T; subject: string },
) {
  await here.settle();
  await page.goto(`${url}/${t.lang}/demo/mail`);
  await page.getByRole('link', { name: subject }).first().click();
  await page.locator('.mail-plain').waitFor({ state: 'attached' });
}

/** What stands on a paper page or in a mail, hidden or not. */
export const textOf = async (on: Page | Locator) =>
  ((await ('goto' in on ? on.locator('main') : on).textContent()) ?? '').replaceAll(/\s+/g, ' ');

/** What everybody may see of the ask. */
export async function publicPage(
  { url }: Pick<Office, 'url'>,
  { page }: Visitor,
  ask: string,
  locale: Locale,
) {
  await page.goto(`${url}/${locale}/asks/${ask}`);
  return textOf(page);
}

/** Comes back with her code and says whether it changed. */
export async function saysChanged(
  { url }: Pick<Office, 'url'>,
  { page }: Visitor,
  { code, ask, said, locale }: { code: string; ask: string; said: 'yes' | 'no'; locale: Locale },
): Promise<void> {
  await page.goto(`${url}/${locale}/back`);
  await page.locator('[data-code-in]').first().fill(code);
  await page.locator('#code-form button').last().click();
  await onPanel(page, 'mine');
  const mine = page.locator('[data-asks] li', { has: page.locator(`[href$="/asks/${ask}"]`) });
  await mine.locator(`[data-say="${said}"]`).click();
  await mine.locator('[data-said]').waitFor();
}

/** The whole story: Amal and two others tell, Ines asks, Karim answers, Omar passes his words, and people there confirm. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { tick } from '../../src/answer/index.ts';
import { clockOfAsks } from '../../src/app.ts';
import { type T, translate } from '../../src/platform/i18n/index.ts';
import type { Habits } from '../browser.ts';
import {
  button,
  comes,
  opensMail,
  publicPage,
  readsAll,
  saysChanged,
  seen,
  threeTell,
} from '../e2e/asking.ts';
import { goTo, type Office, office, unlock } from '../e2e/desk.ts';

const says = {
  en: { words: 'Two guards stand on the platform until the last tram.', office: 'Station management' },
  ar: { words: 'يقف حارسان على الرصيف حتى آخر ترام.', office: 'إدارة المحطات' },
} as const;
const name = { en: 'Zaytara Trams and Buses', ar: 'ترام وأتوبيسات زيتارة' } as const;
const promised = '2026-12-15';

interface Story {
  place: Office;
  t: T;
  locale: 'en' | 'ar';
  /** Of whoever is inside. */
  habits: Habits;
}

/** Reads, begins from the suggested group, chooses, checks, keeps, looks at the preview, sends. Returns the ask's id. */
async function inesAsks({ place, t, locale, habits }: Story): Promise<string> {
  await using ines = await place.enters(place.people.ines, habits);
  const { page } = ines;
  const clean = async (step: string) => expect(await seen(page, `asked-${locale}-${step}`)).toEqual([]);
  await unlock(page, place.phrases.ines);
  await readsAll(page, t);
  await goTo(page, 'asks');
  await button(page, t('casework.groups.begin')).waitFor();
  await clean('1-suggested');
  await button(page, t('casework.groups.begin')).click();
  await page.locator('#ask-words-en').fill('Ask Mr. Adel, who was there.');
  await page.locator('#wish-light').check();
  await button(page, t('casework.draft.check')).click();
  await page.locator('[data-checks] mark').first().waitFor();
  await clean('2-fails');
  await page.locator('#ask-words-en').fill('');
  await page.locator('#wish-staff-evening').check();
  await button(page, t('casework.draft.check')).click();
  await page.locator('[data-checks]').waitFor();
  expect(await page.locator('[data-reports-in] input:checked').count()).toBe(3);
  expect(await page.locator('[data-checks] .desk-fails').count()).toBe(0);
  await clean('2-checked');
  await button(page, t('casework.draft.keep')).click();
  await button(page, t('casework.ask.send_mail')).waitFor();
  await clean('3-kept');
  const [preview] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: t('casework.ask.preview') }).click(),
  ]);
  await preview.locator('.leaves').first().waitFor();
  expect(await preview.locator('main').textContent()).toContain(name[locale]);
  expect(await seen(preview, `asked-${locale}-4-preview`)).toEqual([]);
  const ask = /asks\/([^/]+)\/preview/.exec(preview.url())?.[1] ?? '';
  await preview.close();
  await button(page, t('casework.ask.send_mail')).click();
  await page.locator('#way-title').waitFor();
  await clean('5-sent');
  expect(ines.complaints).toEqual([]);
  return ask;
}

/** From the mail to the answer that counts: "will do by". */
async function karimPromises(story: Story, page: Page): Promise<void> {
  const { place, t, locale } = story;
  const subject = t('mail.ask.subject', { body: name[locale] });
  await opensMail(place, page, { t, subject });
  await page.getByRole('link', { name: t('mail.ask.open'), exact: true }).click();
  await page.waitForURL(/\/o\//);
  await page.locator('main form button').click();
  await page.locator('main .acts a.btn').click();
  await page.locator('[name="kind"][value="will_do"]').check();
  await page.locator('[name="promised"]').fill(promised);
  await page.locator('[name="words"]').fill(says[locale].words);
  await page.locator('[name="office"]').fill(says[locale].office);
  await page.locator('main button[value="preview"]').click();
  await page.locator('main button[value="send"]').click();
  await page.locator('[name="code"]').waitFor();
  const answering = page.url();
  await opensMail(place, page, { t, subject: t('mail.code.subject') });
  const code = /\d{6}/.exec((await page.locator('.mail-plain').textContent()) ?? '')?.[0] ?? '';
  await page.goto(answering);
  await page.locator('[name="code"]').fill(code);
  await page.locator('main button[value="confirm"]').click();
  await page.waitForURL(/given=yes/);
  await place.here.settle();
}

/** Opens the ask at a desk; the task says what waits. */
async function omarOpens({ place, t, locale, habits }: Story, task: string | null) {
  const omar = await place.enters(place.people.omar, habits);
  await unlock(omar.page, place.phrases.omar);
  await goTo(omar.page, 'asks');
  const line = t('casework.asks.line', {
    body: name[locale],
    place: locale === 'en' ? 'Tram 1' : 'ترام 1',
  });
  await omar.page.locator('.desk-page .list li').first().waitFor();
  expect(await seen(omar.page, `asked-${locale}-6-tasks-${task === null ? 'none' : 'some'}`)).toEqual([]);
  await omar.page
    .getByRole('link', { name: task ?? line })
    .first()
    .click();
  await omar.page.locator('#said-title').waitFor();
  return omar;
}

async function omarPasses(story: Story): Promise<void> {
  const { t, locale } = story;
  await using omar = await omarOpens(story, t('casework.ask.task.pass_words'));
  const { page } = omar;
  expect(await page.locator('blockquote').textContent()).toBe(says[locale].words);
  expect(await seen(page, `asked-${locale}-7-words`)).toEqual([]);
  await button(page, t('casework.said.pass')).click();
  await page.locator('.tag.good', { hasText: t('casework.said.passed') }).waitFor();
  expect(await seen(page, `asked-${locale}-8-passed`)).toEqual([]);
  expect(omar.complaints).toEqual([]);
  await story.place.here.settle();
}

async function omarVisited(story: Story): Promise<void> {
  const { t, locale } = story;
  await using omar = await omarOpens(story, null);
  const { page } = omar;
  await page.locator('summary', { hasText: t('casework.visit.add') }).click();
  await page.locator('#visit-checker').fill('Hana Sabry');
  await page.locator('#visit-yes').check();
  expect(await seen(page, `asked-${locale}-9-visit`)).toEqual([]);
  await button(page, t('casework.visit.save')).click();
  await page.locator('li', { hasText: 'Hana Sabry' }).first().waitFor();
  await page.locator('#visit-checker').waitFor({ state: 'hidden' });
  expect(await seen(page, `asked-${locale}-10-visited`)).toEqual([]);
  expect(omar.complaints).toEqual([]);
  await story.place.here.settle();
}

const ways = [
  { locale: 'en', script: true, screen: 'desktop', dark: false, confirmed: 'a visit' },
  { locale: 'ar', script: false, screen: 'phone', dark: true, confirmed: 'two who told' },
] as const;

describe.each(ways)('$locale, Karim with script: $script, confirmed by $confirmed', (way) => {
  const { locale, script, screen, dark, confirmed } = way;
  test('tram 1 is asked for light and for staff, promises it, and keeps its word', async () => {
    await using place = await office({ keeps: true });
    const { here } = place;
    const t = translate(locale);
    const story: Story = { place, t, locale, habits: { locale, screen, dark } };
    const codes = await threeTell(place);
    const ask = await inesAsks(story);
    await here.settle();

    await using noor = await comes(place, { locale });
    expect(await publicPage(place, noor, ask, locale)).toContain(t('public.standing.waiting'));
    await using karim = await comes(place, { locale, script, screen });
    await karimPromises(story, karim.page);

    const answered = await publicPage(place, noor, ask, locale);
    expect(answered).toContain(t('public.answer.will_do_by', { day: t.day(promised) }));
    expect(answered).toContain(t('public.answer.waiting'));
    expect(answered).not.toContain(says[locale].words);
    await omarPasses(story);
    expect(await publicPage(place, noor, ask, locale)).toContain(says[locale].words);

    here.clock.set('2026-12-17T10:00:00Z');
    await tick(clockOfAsks(here));
    await here.settle();
    expect(await publicPage(place, noor, ask, locale)).toContain(t('public.standing.promise_late'));
    if (confirmed === 'a visit') await omarVisited(story);
    else {
      for (const code of codes.slice(0, 2)) {
        await using amal = await comes(place, { locale });
        await saysChanged(place, amal, { code, ask, said: 'yes', locale });
        expect(amal.complaints).toEqual([]);
      }
      await here.settle();
    }
    const last = await publicPage(place, noor, ask, locale);
    expect(last).toContain(t('public.standing.confirmed'));
    expect(last).toContain(says[locale].words);
    expect(await seen(noor.page, `asked-${locale}-11-confirmed`)).toEqual([]);
    expect([...noor.complaints, ...karim.complaints]).toEqual([]);
  }, 240_000);
});

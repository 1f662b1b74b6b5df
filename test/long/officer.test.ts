/** Karim answers for the trams at his browser: with and without script, in both languages. */
import jpeg from 'jpeg-js';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askReader, passAnswer, tellBody } from '../../src/answer/index.ts';
import { type Habits, look, problems, type Visitor, visitor } from '../browser.ts';
import { codeIn, karim } from '../karim.ts';
import { type TestWorld, world } from '../world.ts';

let here: TestWorld;
let url: string;
beforeAll(async () => {
  here = await world({ browsers: true });
  url = await here.listen();
}, 120_000);
afterAll(() => here[Symbol.asyncDispose]());

/** A photograph as a telephone takes it. */
const photograph = () => {
  const [width, height] = [320, 240];
  const data = new Uint8Array(width * height * 4).map((_, at) => (at % 4 === 3 ? 255 : (at >> 6) & 255));
  return {
    name: 'IMG_2041.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from(jpeg.encode({ width, height, data }, 80).data),
  };
};

const words = {
  en: {
    wrong: 'Mr. Adel stands there now.',
    right: 'Two guards stand on the platform every evening until 23:00.',
    office: 'Station management',
  },
  ar: {
    wrong: 'يقف الأستاذ عادل هناك الآن.',
    right: 'يقف حارسان على الرصيف كل مساء حتى 23:00.',
    office: 'إدارة المحطة',
  },
} as const;

async function onPage({ page }: Visitor, name: string, checked: boolean): Promise<void> {
  await look(page, name);
  if (checked) expect([name, ...(await problems(page))]).toEqual([name]);
  const wide = await page
    .evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
    .catch(() => 0);
  expect([name, wide]).toEqual([name, 0]);
}

const press = (page: Page, value: string) => page.locator(`main button[value="${value}"]`).click();

/** From the mail to the answer that counts; looks at every page on the way. */
async function answers(
  officer: Visitor,
  { token, locale, shots, checked }: { token: string; locale: 'en' | 'ar'; shots: string; checked: boolean },
) {
  const { page } = officer;
  const say = words[locale];
  const seen = (name: string) => onPage(officer, `officer-${shots}-${name}`, checked);
  await page.goto(`${url}/o/${token}`);
  expect(new URL(page.url()).pathname).toBe(`/${locale}/o/${token}`);
  await seen('1-new');
  await page.locator('main form button').click();
  await seen('2-request');
  await page.locator('main .acts a.btn').click();
  await seen('3-form');
  await page.locator('[name="kind"][value="will_do"]').check();
  await page.locator('[name="words"]').fill(say.wrong);
  await page.locator('[name="file"]').setInputFiles([photograph()]);
  await press(page, 'preview');
  await seen('4-wrong');
  expect(await page.locator('.errors li').count()).toBe(3);
  expect(await page.locator('mark').count()).toBe(1);
  expect(await page.locator('[name="kept"]').count()).toBe(1);
  await page.locator('[name="promised"]').fill('2026-12-20');
  await page.locator('[name="words"]').fill(say.right);
  await page.locator('[name="office"]').fill(say.office);
  await press(page, 'preview');
  await seen('5-preview');
  expect(await page.locator('.side .said').textContent()).toContain(say.right);
  await press(page, 'change');
  expect(await page.locator('[name="words"]').inputValue()).toBe(say.right);
  expect(await page.locator('[name="kept"]').isChecked()).toBe(true);
  await press(page, 'preview');
  await press(page, 'send');
  await seen('6-code');
  await page.locator('[name="code"]').fill('12');
  await press(page, 'confirm');
  await seen('7-code-wrong');
  await page.locator('[name="code"]').fill(await codeIn(here));
  await page.keyboard.press('Enter');
  await page.waitForURL(/given=yes/);
  await seen('8-given');
  expect(await page.locator('main').textContent()).not.toContain(say.right);
}

const ways: readonly (Habits & { locale: 'en' | 'ar'; script: boolean })[] = [
  { locale: 'en', script: true, screen: 'desktop' },
  { locale: 'ar', script: true, dark: true },
  { locale: 'en', script: false, dark: true },
  { locale: 'ar', script: false, screen: 'desktop' },
];

describe.each(ways)('Karim in $locale, script: $script', (habits) => {
  const { locale, script } = habits;
  const shots = `${locale}-${script ? 'script' : 'noscript'}`;

  test('reads, is told what is wrong, sees what everybody will see, and confirms; Ines passes his words', async () => {
    await using officer = await visitor(habits);
    const { page } = officer;
    const id = `ask-${shots}`;
    const { token } = await karim(here, { id });
    await answers(officer, { token, locale, shots, checked: script });
    const { db } = here.database;
    await db
      .transaction()
      .execute((tx) => passAnswer(tx, { ask: id, number: 1, by: 'ines', today: '2026-11-22' }));
    await page.goto(`${url}/${locale}/o/${token}`);
    await onPage(officer, `officer-${shots}-9-passed`, script);
    expect(await page.locator('.said').textContent()).toContain(words[locale].right);
    const file = await page.request.get(
      new URL((await page.locator('a[href*="/files/"]').getAttribute('href')) ?? '', url).href,
    );
    expect([file.status(), file.headers()['content-type']]).toEqual([200, 'image/jpeg']);
    expect(officer.complaints.filter((one) => !one.includes('422'))).toEqual([]);
  }, 90_000);
});

describe.each(['en', 'ar'] as const)('in %s', (locale) => {
  test('a question stands the clock still; a link that is over asks for a new one; another office gets its own', async () => {
    await using officer = await visitor({ locale });
    const { page } = officer;
    const id = `ask-${locale}-more`;
    const { token } = await karim(here, { id });
    const seen = (name: string) => onPage(officer, `officer-${locale}-more-${name}`, true);
    await page.goto(`${url}/${locale}/o/${token}`);
    await page.locator('main form button').click();
    await page.locator('#offices ~ details summary, section[aria-labelledby="offices"] summary').click();
    await page.locator('[name="label"]').fill(locale === 'en' ? 'Night shift' : 'الوردية الليلية');
    await page.locator('form:has([name="label"]) button').click();
    await seen('1-passed-on');
    await page.locator('main a.back').click();
    await seen('2-list');
    await page.goto(`${url}/${locale}/o/${token}/answer`);
    await page.locator('[name="kind"][value="question"]').check();
    await page
      .locator('[name="words"]')
      .fill(locale === 'en' ? 'Which of the two stairs is meant?' : 'أي السلمين هو المقصود؟');
    await page.locator('[name="office"]').fill(words[locale].office);
    await press(page, 'preview');
    await seen('3-preview');
    await press(page, 'send');
    await page.locator('[name="code"]').fill(await codeIn(here));
    await press(page, 'confirm');
    await seen('4-stands');
    const { db } = here.database;
    const told = { en: 'The northern one.', ar: 'السلم الشمالي.' };
    await db
      .transaction()
      .execute((tx) => tellBody(tx, { ask: id, number: 1, by: 'ines', today: '2026-11-22', words: told }));
    expect((await askReader(db).byId(id))?.ask.state).toBe('sent');
    await page.goto(`${url}/${locale}/o/${token}`);
    await seen('5-told');
    await page.goto(`${url}/${locale}/o/${'a'.repeat(43)}`);
    await seen('6-over');
    await page.locator('main form button').click();
    await seen('7-asked');
    expect(officer.complaints.filter((one) => !one.includes('410'))).toEqual([]);
  }, 90_000);
});

/** The public side as people see it: both languages, phone and desktop, light and dark, with and without script. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { look, problems, visitor } from '../browser.ts';
import { type Invented, inventAsks } from '../invented.ts';
import { type TestWorld, world } from '../world.ts';

let here: TestWorld;
let url: string;
let asks: Invented[];
beforeAll(async () => {
  here = await world({ browsers: true, keeps: true, staging: { allowances: 'none' } });
  asks = await inventAsks(here);
  url = await here.listen();
}, 120_000);
afterAll(() => here[Symbol.asyncDispose]());

const of = (standing: string) => asks.find((ask) => ask.standing === standing)?.id ?? '';

const pages = () =>
  ({
    home: '',
    answers: '/answers',
    body: '/answers/zaytara-trams',
    silent: `/asks/${of('silent')}`,
    confirmed: `/asks/${of('confirmed')}`,
    promised: `/asks/${of('promised')}`,
    letter: `/asks/${of('late')}/letter`,
    areas: '/areas',
    area: '/areas/old-harbour',
    nobody: '/areas/orchards',
    corrections: '/corrections',
  }) as const;

test.each([
  ['en', 'phone', false],
  ['ar', 'phone', true],
  ['en', 'desktop', true],
  ['ar', 'desktop', false],
] as const)(
  'nothing stands in anybody’s way (%s, %s, dark: %s)',
  async (locale, screen, dark) => {
    await using noor = await visitor({ locale, screen, dark });
    for (const [name, path] of Object.entries(pages())) {
      await noor.page.goto(`${url}/${locale}${path}`);
      expect([name, await problems(noor.page)]).toEqual([name, []]);
      const wider = await noor.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([name, wider]).toEqual([name, 0]);
      await look(noor.page, `answers-${name}-${locale}-${screen}-${dark ? 'dark' : 'light'}`);
    }
    expect(noor.complaints).toEqual([]);
  },
  120_000,
);

test('by keyboard alone: to a body, to an ask, and into its clock', async () => {
  await using noor = await visitor({ screen: 'desktop' });
  const { page } = noor;
  const tabTo = async (what: string) => {
    for (let n = 0; n < 60; n++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(() => (document.activeElement?.textContent ?? '').trim());
      if (at.startsWith(what)) return;
    }
    throw new Error(`${what} cannot be reached by keyboard`);
  };
  await page.goto(`${url}/en/answers`);
  await tabTo('Zaytara Trams and Buses');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/answers/zaytara-trams');
  await tabTo('Staff stand on the platform');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/asks/*');
  await tabTo('Day by day');
  await page.keyboard.press('Enter');
  await page.getByRole('table').waitFor();
  expect(await problems(page)).toEqual([]);
  await look(page, 'answers-clock-en-desktop-light');
});

test.each(['en', 'ar'] as const)(
  'without script somebody says that something is wrong (%s)',
  async (locale) => {
    await using noor = await visitor({ locale, script: false });
    const { page } = noor;
    await page.goto(`${url}/${locale}/asks/${of('waiting')}`);
    await page.locator('a[href*="/corrections?ask="]').click();
    await page.locator('form button').click();
    expect(await page.locator('.errors').count()).toBe(1);
    await look(page, `answers-correction-problem-${locale}-phone-light`);
    await page.locator('#words').fill('The name of the stop is wrong.');
    await page.locator('form button').click();
    expect(await page.locator('h1').textContent()).toBe(locale === 'en' ? 'We have it' : 'وصلنا');
    await look(page, `answers-correction-sent-${locale}-phone-light`);
  },
);

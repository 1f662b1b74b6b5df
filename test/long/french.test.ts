/** French, the language that is only a folder: Noor reads, Amal tells and comes back, and nothing stands in anybody's way. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { translate } from '../../src/platform/i18n/index.ts';
import { look, problems, type Visitor } from '../browser.ts';
import { begin, type City, city, codeOn, onPanel, send, toCheck } from '../e2e/amal.ts';
import { inesOpens } from '../e2e/ines.ts';
import { type Invented, inventAsks } from '../invented.ts';

const t = translate('fr');
let town: City;
let asks: Invented[];
beforeAll(async () => {
  town = await city();
  asks = await inventAsks(town.here);
}, 120_000);
afterAll(() => town[Symbol.asyncDispose]());

const askOf = (standing: string) => asks.find((ask) => ask.standing === standing)?.id ?? '';

/** The name, and the other languages beside it. */
const inOneLine = (page: Page) =>
  page.evaluate(() => {
    const [name, ...languages] = [...document.querySelectorAll('.mark, .lang')].map((one) => {
      const { top, height } = one.getBoundingClientRect();
      return top + height / 2;
    });
    return languages.length > 1 && languages.every((middle) => Math.abs(middle - (name ?? 0)) < 6);
  });

async function stands({ page }: Visitor, name: string): Promise<void> {
  expect([name, await page.locator('html').getAttribute('lang')]).toEqual([name, 'fr']);
  expect([name, await problems(page)]).toEqual([name, []]);
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect([name, wider]).toEqual([name, 0]);
  expect([name, await inOneLine(page)]).toEqual([name, true]);
  await look(page, `fr-${name}`);
}

test('Noor, whose browser speaks French, reads home, who answers and an ask', async () => {
  await using noor = await town.phone({ locale: 'fr' });
  const { page } = noor;
  await page.goto(town.url);
  expect((await page.locator('h1').textContent())?.trim()).toBe(t('home.h1'));
  await stands(noor, 'home');
  await page.locator('a[href="/fr/answers"]').first().click();
  expect(await page.locator('h1').textContent()).toBe(t('public.who'));
  await stands(noor, 'answers');
  await page.goto(`${town.url}/fr/asks/${askOf('silent')}`);
  const wish = page.locator('[aria-labelledby="wishes"] li > span').first();
  expect([await wish.getAttribute('lang'), await wish.getAttribute('dir')]).toEqual(['en', 'ltr']);
  expect(await page.locator('link[rel="alternate"][hreflang="ar"]').getAttribute('href')).toMatch(
    /^\/ar\/asks/,
  );
  await stands(noor, 'ask');
  const feed = await (await page.request.get(`${town.url}/fr/answers/feed.atom`)).text();
  expect(feed).toContain('xml:lang="fr"');
  expect(feed).toContain('Demande ouverte');
  for (const lang of ['ar', 'en', 'fr']) {
    await page.locator(`.langs a[hreflang="${lang}"]`).click();
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    // The name and two more languages beside it stand in one line.
    expect([lang, await inOneLine(page)]).toEqual([lang, true]);
  }
  expect(new URL(page.url()).pathname).toBe(`/fr/asks/${askOf('silent')}`);
  expect(noor.complaints).toEqual([]);
}, 60_000);

test('Amal tells in French, keeps digits, and reads what Ines replies', async () => {
  await using amal = await town.phone({ locale: 'fr' });
  const { page } = amal;
  await begin(page, `${town.url}/fr`);
  await stands(amal, 'first-question');
  await toCheck(page, 'Dans l’escalier, près de la sortie.');
  await stands(amal, 'check');
  await send(page);
  const code = await codeOn(page);
  expect(code).toMatch(/^(\d{4} ){5}\d$/);
  await stands(amal, 'receipt');
  await town.here.settle();
  const [report] = await town.sealedTo(town.people.ines);
  expect(report?.language).toBe('fr');
  const ines = await inesOpens(town);
  expect(ines.told.words).toBe('Dans l’escalier, près de la sortie.');
  await ines.reply('Merci, Amal. Je l’ai lu.');
  await page.goto(`${town.url}/fr/back`);
  await page.locator('[data-code-in]').first().fill(code);
  await page.locator('[data-code-form] button').last().click();
  await onPanel(page, 'mine');
  expect(await page.locator('[data-replies] [data-text]').textContent()).toBe('Merci, Amal. Je l’ai lu.');
  await stands(amal, 'mine');
  expect(amal.complaints).toEqual([]);
}, 90_000);

test('without script she changes the language in the middle, and her answers come along', async () => {
  await using amal = await town.phone({ locale: 'fr', script: false });
  const { page } = amal;
  await page.goto(`${town.url}/fr/report?script=off`);
  await page.locator('form[data-start] button').click();
  const goOn = () => page.locator('button[name="go"][value="continue"]').last().click();
  await goOn();
  await page.locator('input[name="who"][value="seen"]').check();
  await goOn();
  await goOn();
  const followed = page.locator('input[name="kinds"][value="followed"]');
  await followed.check();
  for (const lang of ['en', 'ar', 'fr']) {
    await page.locator(`.langs button[value="${lang}"]`).click();
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    expect(await followed.isChecked()).toBe(true);
  }
  expect(await page.locator('main').textContent()).toContain(t('report.seen_kind.followed'));
}, 60_000);

test.each([
  ['phone', true],
  ['desktop', false],
] as const)(
  'every page a visitor reads stands in French (%s, dark: %s)',
  async (screen, dark) => {
    await using noor = await town.phone({ locale: 'fr', screen, dark });
    const paths = [
      '/help',
      '/need',
      '/keep',
      '/readers',
      '/report',
      '/report/under-18',
      '/seen',
      '/seen/bus',
      '/seen/bus/did',
      '/back',
      '/areas',
      '/areas/old-harbour',
      '/answers/zaytara-trams',
      `/asks/${askOf('confirmed')}`,
      `/asks/${askOf('late')}/letter`,
      '/corrections',
      '/talk',
      '/talk/answer',
      '/talk/pause',
      '/talk/effect',
    ];
    for (const path of paths) {
      const answer = await noor.page.goto(`${town.url}/fr${path}`);
      expect([path, answer?.status()]).toEqual([path, 200]);
      await stands(noor, `${screen}${path.replaceAll('/', '-')}`);
    }
    expect(noor.complaints).toEqual([]);
  },
  120_000,
);

test('the pause speaks French about words it can read, and leads on in French', async () => {
  await using noor = await town.phone({ locale: 'fr' });
  const { page } = noor;
  await page.goto(`${town.url}/fr/talk/pause`);
  await page.locator('textarea').first().click();
  await page.keyboard.insertText('That is awful, but not all men are like that.');
  await page.locator('.pause').waitFor();
  expect(await page.locator('.pause').textContent()).toContain(t('talk.move.not_all.why'));
  expect(await page.locator('.pause a').first().getAttribute('href')).toContain('/fr/seen');
  await stands(noor, 'pause');
}, 60_000);

test('words in French that no program here reads are said to be so', async () => {
  await using noor = await town.phone({ locale: 'fr' });
  const { page } = noor;
  await page.goto(`${town.url}/fr/talk/answer`);
  await page.locator('textarea[name="post"]').fill('Tous les hommes ne sont pas comme cela.');
  await page.locator('[data-turn] button').click();
  await page.locator('#turned').waitFor();
  expect(await page.locator('[data-turned]').textContent()).toContain(t('talking.answer.nothing.text'));
  await stands(noor, 'talk-read');
}, 60_000);

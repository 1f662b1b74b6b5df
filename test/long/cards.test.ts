/** Noor keeps the cards: no browser offers anything before, they open without a network, and go when she says so. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Habits, look, problems, type Visitor, visitor } from '../browser.ts';
import { type City, city } from '../e2e/amal.ts';

let town: City;
beforeAll(async () => {
  town = await city();
}, 120_000);
afterAll(() => town[Symbol.asyncDispose]());

/** The manifest the browser finds on the page it shows; '' where there is none. */
async function found({ page, context }: Pick<Visitor, 'page' | 'context'>) {
  const session = await context.newCDPSession(page);
  const { url, errors, manifest } = await session.send('Page.getAppManifest');
  await session.detach();
  return { url, errors, first: (manifest as { startUrl?: string } | undefined)?.startUrl };
}

const open = (page: Page) => page.locator('[data-cards] summary').click();
async function keep(page: Page): Promise<void> {
  await open(page);
  await page.locator('[data-keep]').click();
  await page.locator('[data-away]').waitFor();
}
const names = (page: Page) => page.evaluate(() => caches.keys());

test('nothing can be installed before the cards are kept, nor after they are gone, nor where somebody tells', async () => {
  await using noor = await visitor({ locale: 'en' });
  const { page } = noor;
  for (const path of ['/en', '/en/report', '/en/back', '/en/help', '/en/talk/answer', '/en/seen']) {
    await page.goto(town.url + path);
    expect([path, (await found(noor)).url]).toEqual([path, '']);
  }
  await page.locator('#offline:not([hidden])').waitFor();
  await noor.context.setOffline(true);
  await open(page);
  await page.locator('[data-keep]').click();
  await page.locator('[data-when="failed"]').waitFor();
  expect([await names(page), (await found(noor)).url]).toEqual([['seen'], '']);
  await noor.context.setOffline(false);
  await page.locator('[data-keep]').click();
  await page.locator('[data-away]').waitFor();
  await expect
    .poll(() => found(noor))
    .toEqual({
      url: `${town.url}/en/seen/app.webmanifest`,
      errors: [],
      first: `${town.url}/en/seen`,
    });
  expect(await page.locator('#offline').isVisible()).toBe(false);
  expect(await names(page)).toEqual(['cards-en']);
  await page.goto(`${town.url}/en/seen/work`);
  await expect.poll(async () => (await found(noor)).url).toContain('/en/seen/app.webmanifest');
  await page.goto(`${town.url}/en/report`);
  expect((await found(noor)).url).toBe('');

  await page.goto(`${town.url}/en/seen/work`);
  await open(page);
  await page.locator('[data-away]').click();
  await page.locator('[data-when="gone"]').waitFor();
  expect(await names(page)).toEqual([]);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect((await found(noor)).url).toBe('');
  expect(noor.complaints.filter((one) => !one.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
}, 60_000);

test('an icon is offered by a button of ours alone, and only where the browser can make one', async () => {
  await using noor = await visitor({ locale: 'en' });
  const { page } = noor;
  await page.goto(`${town.url}/en/seen`);
  await keep(page);
  expect(await page.locator('[data-by-hand="menu"]').isVisible()).toBe(true);
  expect(await page.locator('[data-icon]').isVisible()).toBe(false);
  const wasStopped = await page.evaluate(() => {
    const offer = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: async () => document.documentElement.setAttribute('data-prompted', ''),
    });
    dispatchEvent(offer);
    return offer.defaultPrevented;
  });
  expect(wasStopped).toBe(true);
  const prompted = () => page.evaluate(() => document.documentElement.hasAttribute('data-prompted'));
  expect([await page.locator('[data-by-hand]:visible').count(), await prompted()]).toEqual([0, false]);
  await page.locator('[data-icon]').click();
  expect(await prompted()).toBe(true);
  await page.evaluate(() => dispatchEvent(new Event('appinstalled')));
  expect(await page.locator('[data-icon]:visible, [data-by-hand]:visible').count()).toBe(0);
}, 60_000);

test('kept in two languages, both open without a network, with the numbers and with Leave at once', async () => {
  await using noor = await visitor({ locale: 'ar' });
  const { page, context } = noor;
  for (const locale of ['en', 'ar']) {
    await page.goto(`${town.url}/${locale}/seen`);
    await keep(page);
  }
  expect((await names(page)).sort()).toEqual(['cards-ar', 'cards-en']);
  await context.setOffline(true);
  for (const locale of ['en', 'ar']) {
    for (const scene of ['bus', 'street', 'work', 'online']) {
      await page.goto(`${town.url}/${locale}/seen`);
      await page.locator(`a.door[href$="/seen/${scene}"]`).click();
      expect(await page.locator('.fives > li').count()).toBe(5);
    }
    await page.goto(`${town.url}/${locale}/help`);
    expect(await page.locator('.lines li').count()).toBeGreaterThan(0);
  }
  await expect(page.evaluate(() => fetch('/ar/report'))).rejects.toThrow();
  await page.goto(`${town.url}/ar/seen/bus`);
  await page.getByRole('link', { name: 'خروج' }).click();
  await expect.poll(() => page.url()).not.toContain('/seen');
  await context.setOffline(false);
  await page.goto(`${town.url}/ar/keep`);
  await expect.poll(() => names(page)).toEqual([]);
}, 60_000);

test('what an earlier version left is made new as a whole', async () => {
  await using noor = await visitor({ locale: 'en' });
  const { page, context } = noor;
  await page.goto(`${town.url}/en/seen`);
  await keep(page);
  await page.evaluate(async () => {
    const kept = await caches.open('cards-en');
    const [style] = (await kept.keys()).filter(({ url }) => url.includes('/assets/style-'));
    if (style === undefined) throw new Error('No style was kept');
    await kept.delete(style);
    await kept.put('/assets/style-of-before.css', new Response(''));
    await kept.put('/en/seen/bus', new Response('As it was before.'));
  });
  await page.goto(`${town.url}/en/seen`);
  const bus = () => page.evaluate(async () => (await caches.match('/en/seen/bus'))?.text());
  await expect.poll(bus).toContain('class="fives"');
  await expect
    .poll(() => page.evaluate(async () => (await caches.match('/assets/style-of-before.css')) === undefined))
    .toBe(true);
  await context.setOffline(true);
  await page.goto(`${town.url}/en/seen/bus`);
  expect(await page.evaluate(() => getComputedStyle(document.body).marginTop)).toBe('0px');
}, 60_000);

test.each<Habits>([
  { locale: 'en' },
  { locale: 'ar', dark: true },
  { locale: 'fr' },
  { locale: 'ar', screen: 'desktop' },
])(
  'the card stands up to axe, before and after ($locale)',
  async (habits) => {
    const { locale = 'en', dark = false, screen = 'phone' } = habits;
    await using noor = await visitor(habits);
    const { page } = noor;
    const seen = async (what: string) => {
      expect(await problems(page)).toEqual([]);
      const { width } = page.viewportSize() ?? { width: 0 };
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await look(page, `cards-${what}-${locale}-${screen}${dark ? '-dark' : ''}`);
    };
    await page.goto(`${town.url}/${locale}/seen`);
    await page.locator('[data-cards]').waitFor();
    await seen('closed');
    await open(page);
    await seen('before');
    await page.locator('[data-keep]').click();
    await page.locator('[data-away]').waitFor();
    await seen('kept');
    await page.locator('[data-away]').click();
    await page.locator('[data-when="gone"]').waitFor();
    await seen('gone');
    expect(noor.complaints).toEqual([]);
  },
  60_000,
);

test('without script nothing is offered', async () => {
  await using noor = await visitor({ locale: 'en', script: false });
  await noor.page.goto(`${town.url}/en/seen/bus`);
  expect(await noor.page.locator('[data-cards]').isVisible()).toBe(false);
  expect(await noor.page.locator('link[rel="manifest"]').count()).toBe(0);
  await look(noor.page, 'cards-script-off-en');
}, 60_000);

test.each(['en', 'ar'] as const)(
  'behind the icon nobody tells and nobody comes back (%s)',
  async (locale) => {
    await using noor = await visitor({ locale });
    const { page } = noor;
    for (const path of ['/report', '/back']) {
      await page.goto(`${town.url}/${locale}${path}`);
      const shown = async () => [
        await page.locator('.behind-icon').isVisible(),
        await page.locator('button.btn:visible').count(),
      ];
      expect(await shown()).toEqual([false, 1]);
      // This browser has no window without an address: what the style says of one is taken for true.
      await page.evaluate(() => {
        for (const { cssRules } of Array.from(document.styleSheets))
          for (const rule of Array.from(cssRules))
            if (rule instanceof CSSMediaRule && rule.conditionText.includes('display-mode'))
              rule.media.mediaText = 'all';
      });
      expect(await shown()).toEqual([true, 0]);
      expect(await problems(page)).toEqual([]);
      await look(page, `behind-icon${path.replace('/', '-')}-${locale}`);
      const [beside] = await Promise.all([
        noor.context.waitForEvent('page'),
        page.locator('.behind-icon a').click(),
      ]);
      await beside.waitForLoadState();
      expect(new URL(beside.url()).pathname).toBe(`/${locale}${path}`);
      expect(await beside.locator('button.btn:visible').count()).toBe(1);
    }
  },
  60_000,
);

test('a phone may cut the icon to a circle: the mark stands within it', async () => {
  await using noor = await visitor({ locale: 'en' });
  const { page } = noor;
  await page.goto(`${town.url}/en/seen`);
  const { outside, inside } = await page.evaluate(async () => {
    const app = (await (await fetch('/en/seen/app.webmanifest')).json()) as {
      icons: { src: string; purpose: string }[];
    };
    const cut = app.icons.find(({ purpose }) => purpose === 'maskable');
    const picture = await createImageBitmap(await (await fetch(cut?.src ?? '')).blob());
    const { width } = picture;
    const context = new OffscreenCanvas(width, width).getContext('2d');
    if (context === null) throw new Error('No canvas');
    context.drawImage(picture, 0, 0);
    const { data } = context.getImageData(0, 0, width, width);
    const colours = { outside: new Set<string>(), inside: new Set<string>() };
    for (let at = 0; at < width * width; at++) {
      const [x, y] = [(at % width) - width / 2, Math.floor(at / width) - width / 2];
      const where = Math.hypot(x, y) > width * 0.4 ? colours.outside : colours.inside;
      where.add(data.slice(4 * at, 4 * at + 4).join(' '));
    }
    return { outside: [...colours.outside], inside: colours.inside.size };
  });
  expect(outside).toEqual(['251 250 247 255']);
  expect(inside).toBeGreaterThan(1);
}, 60_000);

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse } from '../../../test/browse.ts';
import { cast } from '../../../test/cast.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { rooms } from '../../app.ts';
import { langs, locales } from '../../platform/i18n/index.ts';
import { scenes } from './model.ts';

let here: TestWorld;
beforeAll(async () => {
  here = await world({ browsers: true, staging: { allowances: 'none' } });
}, 120_000);
afterAll(() => here[Symbol.asyncDispose]());

interface App {
  id: string;
  name: string;
  lang: string;
  dir: string;
  start_url: string;
  scope: string;
  display: string;
  background_color: string;
  theme_color: string;
  icons: { src: string; sizes: string; type: string; purpose: string }[];
}

const appIn = async (locale: string) => {
  const { status, headers, text } = await browse(here).get(`/${locale}/seen/app.webmanifest`);
  expect([status, headers['content-type']]).toEqual([200, 'application/manifest+json']);
  return JSON.parse(text) as App;
};

test.each(locales)(
  'behind the icon stand the cards in the language they were kept in (%s)',
  async (locale) => {
    const app = await appIn(locale);
    const at = `/${locale}/seen`;
    expect(app).toMatchObject({ id: at, start_url: at, scope: at, name: 'Upstander', display: 'standalone' });
    expect([app.lang, app.dir]).toEqual([locale.slice(0, 2), locale.startsWith('ar') ? 'rtl' : 'ltr']);
    expect((await browse(here).get(app.start_url)).status).toBe(200);
  },
);

test('its colours are those of the page, and nothing in it says what it is about', async () => {
  const app = await appIn('en');
  const tokens = readFileSync(resolve('src/web/style/tokens.css'), 'utf8');
  const [, paper] = /--paper: (#\w+);/.exec(tokens) ?? [];
  expect([app.background_color, app.theme_color]).toEqual([paper, paper]);
  expect(Object.keys(app)).not.toContain('description');
  expect(JSON.stringify(app)).not.toMatch(/harass|assault|report|victim|safe/i);
});

test('each icon is a picture of the size it says, and one may be cut to any shape', async () => {
  const { icons } = await appIn('ar');
  for (const { src, sizes, type } of icons) {
    const { headers, rawPayload } = await here.app.inject({ url: src });
    expect(headers['content-type']).toBe(type);
    expect(rawPayload.subarray(1, 4).toString()).toBe('PNG');
    expect(`${rawPayload.readUInt32BE(16)}x${rawPayload.readUInt32BE(20)}`).toBe(sizes);
  }
  expect(icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
    '192x192 any',
    '512x512 any',
    '512x512 maskable',
  ]);
});

test('no page where somebody tells, comes back, leaves, asks for help or works lies within it', () => {
  const within = rooms(here).routes.filter(({ url, localised }) => localised && url.startsWith('/seen'));
  const after = scenes.flatMap((scene) => [`/seen/${scene}/did`, `/seen/${scene}/stopped`]);
  expect([...new Set(within.map(({ url }) => url))].sort()).toEqual(
    [
      '/seen',
      '/seen/app.webmanifest',
      '/seen/thanks',
      ...scenes.map((one) => `/seen/${one}`),
      ...after,
    ].sort(),
  );
});

test('no page links a manifest, so no browser offers to install; the cards alone know where theirs is', async () => {
  const people = await cast(here);
  const [guest, ines, salma] = [browse(here), await people.as(people.ines), await people.as(people.salma)];
  const naming = new Set<string>();
  let pages = 0;
  for (const { method, url, localised, guard } of rooms(here).routes) {
    if (method !== 'GET' || url.includes(':')) continue;
    for (const lang of localised ? langs : (['en'] as const)) {
      const path = localised ? `/${lang}${url === '/' ? '' : url}` : url;
      const shared = /\/(report\/tell|back)$/.test(path) ? [`${path}?shared=yes`] : [];
      for (const asked of [path, ...shared])
        for (const who of guard === 'everyone' ? [guest] : [ines, salma]) {
          const { text, headers } = await who.get(asked);
          if (!String(headers['content-type']).startsWith('text/html')) continue;
          pages++;
          expect([asked, /<link[^>]+rel="(manifest|apple-touch-icon)"/.test(text)]).toEqual([asked, false]);
          if (/webmanifest|data-cards/.test(text)) naming.add(asked.replace(/^\/\w+/, ''));
        }
    }
  }
  expect(pages).toBeGreaterThan(100);
  expect([...naming].sort()).toEqual(['/seen', ...scenes.map((scene) => `/seen/${scene}`)].sort());
  expect((await guest.get('/manifest.webmanifest')).status).toBe(404);
}, 120_000);

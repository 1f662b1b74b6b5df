import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testClock } from '../../../test/clock.ts';
import { countryFile } from '../../demo/content/country.ts';
import { type Fixture, fixture } from '../../platform/http/fixture.tsx';
import { translate } from '../../platform/i18n/index.ts';
import type { Installation } from '../../platform/installation.ts';
import type { Capacity } from '../wire.ts';
import { pageRoutes } from './routes.tsx';

const file = countryFile('2026-11-22');
const open: Capacity = { state: 'open', until: null, waitDays: null, because: null, back: null };
let capacity = open;
let copied: { hours: number } | null = null;
let house: Fixture;

beforeAll(async () => {
  const routes = pageRoutes({
    installation: { zone: 'Africa/Cairo' } as Installation,
    clock: testClock(),
    lines: { lines: async () => [...file.lines], country: async () => file.country },
    capacity: async () => capacity,
    copied: async () => copied,
  });
  house = await fixture({ routes, allowances: 'none' });
});
afterAll(() => house[Symbol.asyncDispose]());

const body = async (url: string) => (await house.app.inject({ url })).body;

describe('the first page', () => {
  test('three doors, in this order, in both languages', async () => {
    for (const locale of ['en', 'ar', 'ar-f', 'ar-m']) {
      const html = await body(`/${locale}`);
      const at = ['report', 'seen', 'need'].map((door) => html.indexOf(`href="/${locale}/${door}"`));
      expect(at.every((position) => position > 0)).toBe(true);
      expect(at).toEqual(at.toSorted((a, b) => a - b));
    }
  });

  test('says what we cannot do today', async () => {
    const html = await body('/en');
    expect(html).toContain('Nobody can be sent from here yet');
    expect(html).toContain('not copied elsewhere yet');
    copied = { hours: 28 };
    expect(await body('/en')).toContain('copied elsewhere, sealed, within 28 hours');
    expect(await body('/ar')).toContain('خلال 28 ساعة');
    expect(await body('/en/keep')).toContain('Copies are deleted within 30 days');
    copied = null;
  });

  test('the wait is said when it was measured, and never guessed', async () => {
    capacity = open;
    expect(await body('/en')).toContain('cannot be said yet');
    capacity = { ...open, state: 'slow', waitDays: 3 };
    expect(await body('/en')).toContain('8 were read within 3 days');
    expect(await body('/ar')).toContain('خلال 3 أيام');
  });

  test('urgent by itself: why, what is still read first, and the other doors', async () => {
    capacity = { ...open, state: 'urgent', waitDays: 3, because: 'full' };
    const full = await body('/en');
    expect(full).toContain('Everyone here has as many reports as one person can carry');
    expect(full).toContain('could happen again soon is still read first');
    expect(full).not.toContain('were read within');
    expect(full).toMatch(/<a class="lone" href="\/en\/help"/);
    capacity = { ...open, state: 'urgent', because: 'away', back: '2026-12-02' };
    expect(await body('/fr')).toContain('avant le 2 décembre 2026');
    capacity = { ...capacity, back: null };
    expect(await body('/ar')).toContain('لا أحد هنا للقراءة في الوقت الحالي');
    capacity = open;
  });

  test('closed: until when, and the other doors', async () => {
    capacity = { ...open, state: 'closed', until: '2026-12-01', waitDays: 3 };
    const html = await body('/en');
    expect(html).toContain('until 1 December 2026');
    expect(html).toMatch(/Other doors are open:\s*<a href="\/en\/help"/);
    capacity = open;
  });
});

describe('help', () => {
  test('no number of the demonstration is a link', async () => {
    for (const url of ['/en/help', '/ar/help', '/en/need', '/ar/need']) {
      expect(await body(url)).not.toContain('tel:');
    }
  });

  test('the emergency number she knows comes first, and beside it the other ways', async () => {
    const html = await body('/en/help');
    const first = html.indexOf('Call the emergency number you know');
    expect(first).toBeGreaterThan(0);
    expect(html.indexOf('href="#other-ways"')).toBeGreaterThan(first);
    expect(html.indexOf('id="other-ways"')).toBeGreaterThan(html.indexOf('href="#other-ways"'));
    expect(await body('/ar/need')).toContain('/ar/help#other-ways');
  });

  test('I need someone now says first that nobody can be sent', async () => {
    const html = await body('/en/need');
    const said = html.indexOf('Upstander cannot send anyone yet.');
    expect(said).toBeGreaterThan(0);
    expect(html).not.toMatch(/<button|<input/);
    expect(html.indexOf('In danger now?')).toBeGreaterThan(said);
  });

  test('what Leave does not do stands beside what it does', async () => {
    const html = await body('/en/help');
    expect(html).toContain('It does not clear the history of the browser.');
  });
});

test('what we keep names every open column of a report, and where it is kept', async () => {
  const t = translate('en');
  const html = await body('/en/keep');
  for (const column of [
    'place',
    'when',
    'kinds',
    'who',
    'helped',
    'soon',
    'consents',
    'readers',
    'form',
    'work',
    'keys',
    'day',
  ] as const)
    expect(html).toContain(t(`home.keep.open.${column}`).replaceAll('"', '&quot;'));
  expect(html).toContain('This is all we would have');
  expect(html).toContain('on this server only');
});

test('nothing here speaks of what is not built as if it were', async () => {
  for (const url of ['/en', '/en/help', '/en/need', '/en/keep']) {
    expect(await body(url)).not.toMatch(
      /coming soon|\bescrow\b|\bledger\b|\balert\b|\bvictim|\bSOS\b|\bsubmit\b/i,
    );
  }
});

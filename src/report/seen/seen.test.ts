import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testClock } from '../../../test/clock.ts';
import { testDatabase } from '../../../test/database.ts';
import type { Opened } from '../../platform/db/index.ts';
import { type Fixture, fixture } from '../../platform/http/fixture.tsx';
import { translate } from '../../platform/i18n/index.ts';
import { scenes, stops, ways } from './model.ts';
import { seenRoutes } from './routes.tsx';
import type { SeenTables } from './store.ts';

let database: Opened;
let house: Fixture;
const clock = testClock('2026-11-22T10:00:00Z');

beforeAll(async () => {
  database = await testDatabase();
  const routes = seenRoutes({ db: database.db, clock, installation: { zone: 'Africa/Cairo' } });
  house = await fixture({ routes, clock, allowances: 'none' });
});
afterAll(async () => {
  await house[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const get = (url: string) => house.app.inject({ url });
const send = (url: string, fields: Record<string, string | string[]>) => house.post(url, fields);
const counts = async () =>
  Object.fromEntries(
    (await database.db.withTables<SeenTables>().selectFrom('seen_act').selectAll().execute()).map((row) => [
      `${row.week} ${row.place} ${row.answer}`,
      row.count,
    ]),
  );

describe('Noor sees it on a bus', () => {
  test('two taps lead to one card, in both languages', async () => {
    for (const locale of ['en', 'ar'] as const) {
      const where = await get(`/${locale}/seen`);
      for (const scene of scenes) expect(where.body).toContain(`href="/${locale}/seen/${scene}"`);
      const card = await get(`/${locale}/seen/bus`);
      expect(card.statusCode).toBe(200);
      expect(card.body).toContain(translate(locale)('seen.safety'));
    }
  });

  test('the five ways stand in their order, with words to say in English and Egyptian', async () => {
    const en = translate('en');
    const ar = translate('ar');
    for (const scene of scenes) {
      const { body } = await get(`/en/seen/${scene}`);
      const at = ways.map((way) => body.indexOf(`<b>${en(`seen.d.${way}`)}</b>`));
      expect(at.every((position) => position > 0)).toBe(true);
      expect(at).toEqual(at.toSorted((a, b) => a - b));
      const spoken = ways.filter((way) => body.includes(ar(`seen.${scene}.${way}.say`)));
      expect(spoken.length).toBeGreaterThanOrEqual(3);
    }
  });

  test('documenting is only for when somebody helps already, and belongs to the person', () => {
    for (const scene of scenes) {
      const text = translate('en')(`seen.${scene}.document`);
      expect(text).toMatch(/^Only if someone is already helping\./);
      expect(translate('ar')(`seen.${scene}.document`)).toMatch(/^فقط إذا كان هناك من يساعد بالفعل\./);
    }
  });

  test('no card asks anybody for a name, a text or an account', async () => {
    for (const path of [...scenes.map((s) => `/en/seen/${s}`), '/en/seen/bus/did', '/en/seen/bus/stopped']) {
      const { body } = await get(path);
      expect(body).not.toMatch(/<textarea|type="(text|email|tel|password)"/);
    }
  });

  test('a place nobody knows is a page that is not here', async () => {
    expect((await get('/en/seen/moon')).statusCode).toBe(404);
  });
});

describe('what is stored', () => {
  test('one more for each answer in this week, and nothing else', async () => {
    const answer = await send('/ar/seen/bus/did', { did: ['distract', 'delay'] });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe('/ar/seen/thanks');
    await send('/en/seen/bus/did', { did: 'distract' });
    await send('/en/seen/street/stopped', { stopped: 'afraid' });
    expect(await counts()).toEqual({
      '2026-11-16 bus did.distract': 2,
      '2026-11-16 bus did.delay': 1,
      '2026-11-16 street stopped.afraid': 1,
    });
  });

  test('the week is the week where the installation stands', async () => {
    clock.set('2026-11-22T22:30:00Z');
    await send('/en/seen/work/stopped', { stopped: 'alone' });
    expect(await counts()).toHaveProperty(['2026-11-23 work stopped.alone'], 1);
  });

  test('forty at once lose none', async () => {
    await Promise.all(
      Array.from({ length: 40 }, () => send('/en/seen/online/did', { did: ['direct', 'document'] })),
    );
    expect(await counts()).toMatchObject({
      '2026-11-23 online did.direct': 40,
      '2026-11-23 online did.document': 40,
    });
  });

  test('nothing chosen is a sentence, anything made up is refused, and neither is counted', async () => {
    const before = await counts();
    for (const url of ['/en/seen/bus/did', '/en/seen/bus/stopped']) {
      const empty = await send(url, {});
      expect(empty.statusCode).toBe(422);
      expect(empty.body).toContain('There is a problem');
    }
    expect((await send('/en/seen/bus/stopped', { stopped: 'Ahmed' })).statusCode).toBe(422);
    expect((await send('/en/seen/bus/did', { did: 'punched' })).statusCode).toBe(422);
    expect(await counts()).toEqual(before);
  });

  test('every answer the form offers is taken', async () => {
    for (const stop of stops)
      expect((await send('/en/seen/work/stopped', { stopped: stop })).statusCode).toBe(303);
    for (const way of ways) expect((await send('/en/seen/work/did', { did: way })).statusCode).toBe(303);
  });

  test('the page that thanks is the same for everybody', async () => {
    const before = (await get('/en/seen/thanks')).body;
    await send('/en/seen/bus/did', { did: 'direct' });
    expect((await get('/en/seen/thanks')).body).toBe(before);
  });
});

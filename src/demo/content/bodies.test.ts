import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { candidates, routing } from '../../answer/index.ts';
import { placeWriter } from '../../platform/place/index.ts';
import { furnishBodies } from '../bodies.ts';
import { areas, bodies } from './bodies.ts';
import { places } from './places.ts';

async function city() {
  const database = await testDatabase();
  await placeWriter(database.db).put(places);
  await furnishBodies(database.db);
  return database;
}

test('every place of the city is routed, and for the Orchards no one has yet said they answer', async () => {
  await using database = await city();
  const route = await routing(database.db);
  const found = new Map<string, string[]>();
  for (const { id } of places) {
    const asked = candidates(...(await route({ place: id, cell: null, above: false })));
    found.set(
      id,
      asked.map(({ body, why }) => `${body.id}: ${why}`),
    );
  }
  const nobody = places.filter(({ id }) => found.get(id)?.length === 0);
  expect(nobody.every(({ id, parent }) => id === 'orchards' || parent === 'orchards')).toBe(true);
  expect(nobody.map(({ id }) => id)).toContain('orchards-end');
  expect(found.get('tram-1')).toEqual(['zaytara-trams: line']);
  expect(found.get('fish-market')).toEqual(['harbour-office: area', 'zaytara-council: area']);
  expect(found.get('girls-school')?.some((one) => one.startsWith('sea-light'))).toBe(false);
  const onBorder = [...found.values()].filter((all) => all.some((one) => one.endsWith('border')));
  expect(onBorder.length).toBeGreaterThan(0);
});

test('when the person works there, the ask goes above the trams', async () => {
  await using database = await city();
  const route = await routing(database.db);
  const [first] = candidates(...(await route({ place: 'tram-1', cell: null, above: true })));
  expect(first).toMatchObject({ why: 'above', body: { id: 'transport-board' } });
});

test('furnishing again changes nothing', async () => {
  await using database = await city();
  await furnishBodies(database.db);
  const route = await routing(database.db);
  const [, known] = await route({ place: null, cell: null, above: false });
  expect(known.bodies.size).toBe(bodies.length);
  expect(known.areas.size).toBe(areas.length);
});

test('bodies have names of their own in both languages, and mail that cannot leave', () => {
  for (const { name, mail } of bodies) {
    expect(name.ar).toMatch(/[\u0621-\u064A]/);
    expect(mail === null || mail.endsWith('.example')).toBe(true);
  }
  expect(new Set(bodies.map(({ name }) => name.ar)).size).toBe(bodies.length);
});

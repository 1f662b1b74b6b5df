import { describe, expect, test } from 'vitest';
import { middleOf, readings, searchPlaces } from '../../platform/place/index.ts';
import { places } from './places.ts';

describe('the invented city', () => {
  test('has about 60 places and 10 lines, each with an id of its own', () => {
    const kinds = Object.groupBy(places, ({ kind }) => kind);
    expect(places.length - (kinds.line?.length ?? 0)).toBeGreaterThanOrEqual(55);
    expect(kinds.line).toHaveLength(10);
    expect(new Set(places.map(({ id }) => id)).size).toBe(places.length);
  });

  test('every parent is an area that stands before it', () => {
    const seen = new Set<string>();
    for (const { id, kind, parent } of places) {
      if (parent !== null) expect(seen).toContain(parent);
      if (kind === 'area') seen.add(id);
    }
  });

  test('lies in open ocean and is about 12 km across', () => {
    const points = places.flatMap(({ cell }) => (cell === null ? [] : [middleOf(cell)]));
    const spread = (values: number[]) => Math.max(...values) - Math.min(...values);
    expect(spread(points.map(({ lat }) => lat)) * 111).toBeLessThan(14);
    expect(spread(points.map(({ lng }) => lng)) * 75).toBeLessThan(14);
    expect(points.every(({ lat, lng }) => lat < -46 && lat > -48 && lng < -121 && lng > -124)).toBe(true);
  });

  test('each spelling finds its place among the first three', () => {
    const missed = places.flatMap((place) =>
      [place.name.ar, place.name.en, ...place.spellings]
        .filter((name) => !searchPlaces(places, name, 3).includes(place))
        .map((name) => `${place.id}: ${name}`),
    );
    expect(missed).toEqual([]);
  });

  test('the Arabic name and each transliteration share a reading, without the list of spellings', () => {
    const rows = places.filter(({ kind }) => kind !== 'line');
    const pairs = rows.flatMap(({ name, spellings }) =>
      spellings.map((spelling) => ({
        spelling,
        alike: readings(spelling).some((key) => readings(name.ar).includes(key)),
      })),
    );
    const share = pairs.filter(({ alike }) => alike).length / pairs.length;
    expect(share).toBeGreaterThan(0.85);
  });

  test('different places seldom sound the same', () => {
    const keys = places.map(({ name }) => readings(name.ar));
    const pairs = keys.flatMap((a, at) => keys.slice(at + 1).map((b) => a.some((key) => b.includes(key))));
    expect(pairs.filter(Boolean).length / pairs.length).toBeLessThan(0.005);
  });
});

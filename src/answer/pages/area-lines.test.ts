import { expect, test } from 'vitest';
import type { Area } from '../area/model.ts';
import { mostAtOnce, wholeLines } from './area-lines.ts';

const area = (id: string, parent: string | null): Area => ({
  id,
  name: { en: id, ar: id },
  parent,
  body: null,
  outline: '',
});

/** A country of ten regions, each with so many districts. */
function country(districts: number) {
  const regions = Array.from({ length: 10 }, (_, n) => area(`region-${n}`, null));
  const all = regions.flatMap((region) => [
    region,
    ...Array.from({ length: districts }, (_, n) => area(`${region.id}-${n}`, region.id)),
  ]);
  const areas = new Map(all.map((one) => [one.id, one]));
  return { areas, areasOf: new Map(), middles: new Map(), tabled: [] };
}

test('a city shows its quarters; a country of many districts its regions, each with a page of its own', () => {
  expect(wholeLines(country(mostAtOnce / 10))).toHaveLength(mostAtOnce);
  const lines = wholeLines(country(mostAtOnce / 10 + 1));
  expect(lines.map(({ area }) => area)).toEqual(Array.from({ length: 10 }, (_, n) => `region-${n}`));
});

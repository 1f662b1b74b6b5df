import fc from 'fast-check';
import { expect, it } from 'vitest';
import { middleOfTile, tiles } from './tiles.ts';

const point = fc.record({
  lat: fc.double({ min: -60, max: 60, noNaN: true }),
  lng: fc.double({ min: -179, max: 179, noNaN: true }),
});
const places = fc
  .array(fc.option(point), { maxLength: 60 })
  .map((all) => all.map((at, n) => ({ id: `area ${n}`, at })));

it('gives each place a hexagon of its own, none beside the page, the same whatever the order', () => {
  fc.assert(
    fc.property(places, (all) => {
      const laid = tiles(all);
      expect(laid.size).toBe(all.length);
      const spots = new Set([...laid.values()].map(({ row, column }) => `${row} ${column}`));
      expect(spots.size).toBe(all.length);
      for (const { row, column } of laid.values()) expect(Math.min(row, column)).toBeGreaterThanOrEqual(0);
      const again = tiles(all.toReversed());
      for (const { id } of all) expect(again.get(id)).toEqual(laid.get(id));
    }),
    { numRuns: 60 },
  );
});

it('keeps north above south and west before east', () => {
  const laid = tiles([
    { id: 'south', at: { lat: 29, lng: 31 } },
    { id: 'north', at: { lat: 31, lng: 31 } },
    { id: 'east', at: { lat: 30, lng: 33 } },
    { id: 'west', at: { lat: 30, lng: 29 } },
  ]);
  const at = (id: string) => middleOfTile(laid.get(id) ?? { row: -1, column: -1 });
  expect(at('north').y).toBeLessThan(at('south').y);
  expect(at('west').x).toBeLessThan(at('east').x);
});

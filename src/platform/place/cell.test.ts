import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellAt, cellName, middleOf, nearPlaces, readCell } from './cell.ts';
import { type MappedPlace, type Point, roundPoint } from './model.ts';

const point = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
});
const sea: Point = { lat: -45.2, lng: -120.1 };

const stop = (id: string, at: Point | null): MappedPlace => ({
  id,
  kind: 'stop',
  name: { en: id, ar: id },
  spellings: [],
  directions: [],
  parent: null,
  cell: at && cellAt(at),
});

describe('cells', () => {
  test('a cell keeps its name both ways and fits a signed 64-bit column', () => {
    fc.assert(
      fc.property(point, (at) => {
        const cell = cellAt(at);
        expect(readCell(cellName(cell))).toBe(cell);
        expect(cell < 2n ** 63n).toBe(true);
        expect(cellAt(middleOf(cell))).toBe(cell);
      }),
    );
  });

  test('anything that is not a cell of resolution 8 is refused', () => {
    for (const name of ['', '8', '89283082803ffff', '88zzz', '88ffffffffffff1']) {
      expect(() => readCell(name)).toThrow(RangeError);
    }
  });

  test('a phone sends no more than a thousandth of a degree', () => {
    fc.assert(
      fc.property(point, (at) => {
        const rounded = roundPoint(at);
        expect(Math.abs(rounded.lat - at.lat)).toBeLessThanOrEqual(0.0005 + 1e-9);
        expect(roundPoint(rounded)).toEqual(rounded);
        expect(String(rounded.lng)).toMatch(/^-?\d{1,3}(\.\d{1,3})?$/);
      }),
    );
    expect(() => roundPoint({ lat: 91, lng: 0 })).toThrow(RangeError);
    expect(() => roundPoint({ lat: Number.NaN, lng: 0 })).toThrow(RangeError);
  });

  test('near places come nearest first, far ones and lines not at all', () => {
    const here = stop('here', sea);
    const next = stop('next', { lat: sea.lat + 0.01, lng: sea.lng });
    const far = stop('far', { lat: sea.lat + 0.2, lng: sea.lng });
    const found = nearPlaces([far, next, here, stop('line', null)], cellAt(sea));
    expect(found.map(({ place }) => place.id)).toEqual(['here', 'next']);
    expect(found[0]?.steps).toBe(0);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Point } from '../../platform/place/index.ts';
import { isWithin, type Outline, readBox, readPair, readTwo } from './point.ts';

const thousandth = (most: number) => fc.integer({ min: -most * 1000, max: most * 1000 }).map((n) => n / 1000);
const point = fc
  .record({ lat: thousandth(90), lng: thousandth(180) })
  .filter(({ lat, lng }) => lat !== 0 || lng !== 0);

const arabic = (text: string) => text.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)] ?? '');
const comma = (degrees: number) => degrees.toFixed(3).replace('.', ',');
const dot = (degrees: number) => degrees.toFixed(3);

const spellings: Readonly<Record<string, (at: Point) => string>> = {
  'decimal commas': ({ lat, lng }) => `${comma(lat)},${comma(lng)}`,
  'decimal commas and a space': ({ lat, lng }) => `${comma(lat)}, ${comma(lng)}`,
  'decimal commas and a semicolon': ({ lat, lng }) => `${comma(lat)}; ${comma(lng)}`,
  'decimal points': ({ lat, lng }) => `${dot(lat)},${dot(lng)}`,
  'decimal points, a space between': ({ lat, lng }) => ` ${dot(lat)} ${dot(lng)} `,
  brackets: ({ lat, lng }) => `(${dot(lat)}, ${dot(lng)})`,
  'Arabic digits and signs': ({ lat, lng }) => arabic(`${dot(lat)}، ${dot(lng)}`).replaceAll('.', '٫'),
  'a sign and marks of another alphabet': ({ lat, lng }) =>
    `\u200f${dot(lat)},${dot(lng)}\u200e`.replaceAll('-', '−'),
};

describe('coordinates', () => {
  test.each(Object.entries(spellings))('are read back from %s', (_, spell) => {
    fc.assert(
      fc.property(point, (at) => {
        expect(readPair(spell(at))).toEqual({ lat: at.lat + 0, lng: at.lng + 0 });
      }),
    );
  });

  test('in two fields are read with a point and with a comma', () => {
    fc.assert(
      fc.property(point, (at) => {
        expect(readTwo(comma(at.lat), dot(at.lng))).toEqual(readTwo(dot(at.lat), comma(at.lng)));
        expect(readTwo(arabic(dot(at.lat)), dot(at.lng))).toEqual(at);
      }),
    );
    expect(readTwo('30.063', '')).toBe('place_missing');
    expect(readTwo('30.063', 'east')).toBe('place_unreadable');
  });

  test('whatever is written, it is a point on the globe or a reason', () => {
    const written = fc.oneof(fc.string(), fc.stringMatching(/^[-0-9.,; ]{0,24}$/));
    fc.assert(
      fc.property(written, written, (one, other) => {
        for (const read of [readPair(one), readTwo(one, other)]) {
          if (typeof read === 'string') expect(read).toMatch(/^place_/);
          else expect(Math.abs(read.lat) <= 90 && Math.abs(read.lng) <= 180).toBe(true);
        }
      }),
    );
  });

  test.each([
    ['', 'place_missing'],
    ['0,0', 'place_unreadable'],
    ['0.000,0.000', 'place_zero'],
    ['0,000,0,000', 'place_zero'],
    ['30,31', 'place_unreadable'],
    ['30,063,31', 'place_unreadable'],
    ['30.063', 'place_unreadable'],
    ['91.5,31.2', 'place_unreadable'],
    ['near the bridge', 'place_unreadable'],
  ])('%j is %s', (text, reason) => {
    expect(readPair(text)).toBe(reason);
  });

  test('zero in two fields is nowhere, also without decimals', () => {
    expect(readTwo('0', '0')).toBe('place_zero');
    expect(readTwo('0', '31.2')).toEqual({ lat: 0, lng: 31.2 });
  });

  test('the sign before a zero is kept', () => {
    expect(readPair('-0,5,31,2')).toEqual({ lat: -0.5, lng: 31.2 });
    expect(readPair('31,657,-7,998')).toEqual({ lat: 31.657, lng: -7.998 });
  });
});

describe('a country', () => {
  test('given as a box holds what lies between its sides, and nothing else', () => {
    const box = readBox('22, 24.7, 31.7, 36.9') ?? [];
    fc.assert(
      fc.property(point, ({ lat, lng }) => {
        const inside = lat > 22 && lat < 31.7 && lng > 24.7 && lng < 36.9;
        const onSide = [22, 31.7].includes(lat) || [24.7, 36.9].includes(lng);
        if (!onSide) expect(isWithin(box, { lat, lng })).toBe(inside);
      }),
      { numRuns: 2000 },
    );
  });

  test('has bays and corners', () => {
    const outline: Outline = [
      [0, 0],
      [0, 4],
      [4, 4],
      [4, 0],
      [2, 3],
    ];
    expect(isWithin(outline, { lat: 1, lng: 2 })).toBe(false);
    expect(isWithin(outline, { lat: 1, lng: 0.5 })).toBe(true);
    expect(isWithin(outline, { lat: 3.5, lng: 2 })).toBe(true);
    expect(isWithin(outline, { lat: 5, lng: 2 })).toBe(false);
  });

  test.each(['', '22,24.7,31.7', '31.7,24.7,22,36.9', '22,24.7,91,36.9', 'a,b,c,d', '1,2,3,4,5'])(
    '%j is no box',
    (text) => {
      expect(readBox(text)).toBeNull();
    },
  );
});

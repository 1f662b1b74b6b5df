import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Place } from './model.ts';
import { oneApart, searchPlaces } from './search.ts';

const place = (id: string, en: string, ar: string, ...spellings: string[]): Place => ({
  id,
  kind: 'stop',
  name: { en, ar },
  spellings,
  directions: [],
  parent: null,
});

const places = [
  place('wadi-mahattat', 'Wadi Station', 'محطة الوادي'),
  place('helwan-garden', 'Helwan Garden', 'حديقة حلوان'),
  place('helwan', 'Helwan', 'حلوان', '7elwan'),
  place('old-helwan', 'Old Helwan', 'حلوان القديمة'),
  place('shobra', 'Shobra', 'شبرا'),
];
const found = (query: string) => searchPlaces(places, query, 5).map(({ id }) => id);

describe('search', () => {
  test('the whole name first, then names that begin with it, then names that contain it', () => {
    expect(found('Helwan')).toEqual(['helwan', 'helwan-garden', 'old-helwan']);
    expect(found('حلوان')[0]).toBe('helwan');
  });

  test('a name that only sounds alike comes after', () => {
    expect(found('7elwaan')).toContain('helwan');
    expect(found('4obra')).toEqual(['shobra']);
  });

  test('one slip of the finger still finds it', () => {
    const many = [place('mohandessin', 'Mohandessin', 'المهندسين')];
    expect(searchPlaces(many, 'mohandesbin', 3)).toHaveLength(1);
  });

  test('nothing typed and nothing alike find nothing', () => {
    expect(found('')).toEqual([]);
    expect(found(' ! ')).toEqual([]);
    expect(found('zzqqx')).toEqual([]);
  });

  test('never more than asked for', () => {
    expect(searchPlaces(places, 'helwan', 1).map(({ id }) => id)).toEqual(['helwan']);
  });

  test('each place is found by its own names, whatever stands in the list', () => {
    const name = fc.string({ unit: fc.constantFrom(...'abdehilmnorstw 73'), minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 8 }), (names) => {
        const list = names.map((en, at) => place(`p${at}`, `${en}x`, `اسم ${at}`));
        for (const own of list) {
          expect(searchPlaces(list, own.name.en, list.length)).toContain(own);
        }
      }),
    );
  });
});

test('one apart means one letter added, missing or exchanged', () => {
  expect(oneApart('hln', 'hlm')).toBe(true);
  expect(oneApart('hln', 'hl')).toBe(true);
  expect(oneApart('hln', 'hlnm')).toBe(true);
  expect(oneApart('hln', 'nlh')).toBe(false);
  expect(oneApart('hln', 'hlnmb')).toBe(false);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kinds } from '../../report/answers.ts';
import { type Suggestible, suggest } from './suggest.ts';

const report = (id: string, more: Partial<Suggestible> = {}): Suggestible => ({
  id,
  kinds: ['followed'],
  months: ['2026-10', '2026-10'],
  place: 'harbour',
  areas: ['old-town'],
  ...more,
});
const setsOf = (reports: readonly Suggestible[]) =>
  suggest(reports).map(({ about, reports: ids }) => [about, ids]);

describe('reports are suggested together', () => {
  test('where they share a place and, one by one, a kind', () => {
    const chain = [
      report('a'),
      report('b', { kinds: ['followed', 'stared'] }),
      report('c', { kinds: ['stared'] }),
      report('d', { kinds: ['filmed'] }),
    ];
    expect(setsOf(chain)).toEqual([[{ place: 'harbour' }, ['a', 'b', 'c']]]);
    expect(suggest(chain)[0]?.kinds).toEqual(['followed', 'stared']);
  });

  test('by their area where the places differ, and not twice where they do not', () => {
    expect(setsOf([report('a'), report('b')])).toEqual([[{ place: 'harbour' }, ['a', 'b']]]);
    const cell = report('c', { place: null });
    expect(setsOf([report('a'), report('b'), cell])).toEqual([
      [{ area: 'old-town' }, ['a', 'b', 'c']],
      [{ place: 'harbour' }, ['a', 'b']],
    ]);
  });

  test('with the months they told of, and none where nobody said', () => {
    const later = report('b', { months: ['2026-11', '2026-12'] });
    expect(suggest([report('a'), later])[0]?.months).toEqual(['2026-10', '2026-12']);
    const unsaid = [report('a', { months: null }), report('b', { months: null })];
    expect(suggest(unsaid)[0]?.months).toBeNull();
  });
});

test('no suggestion has one report, a kind that one alone told, or a report of elsewhere', () => {
  const some = fc.array(
    fc.record({
      kinds: fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1, maxLength: 3 }),
      place: fc.constantFrom('harbour', 'depot', null),
      areas: fc.subarray(['old-town', 'shore']),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(some, (told) => {
      const reports = told.map((one, at) => report(`r${at}`, one));
      for (const { about, kinds: shared, reports: ids } of suggest(reports)) {
        const own = reports.filter(({ id }) => ids.includes(id));
        expect(own.length).toBe(ids.length);
        expect(own.length).toBeGreaterThan(1);
        for (const one of own)
          expect('place' in about ? one.place === about.place : one.areas.includes(about.area)).toBe(true);
        for (const kind of shared)
          expect(own.filter((one) => one.kinds.includes(kind)).length).toBeGreaterThan(1);
      }
    }),
  );
});

/** The interval against the published examples, and the words the page may use of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareOf } from '../figures.ts';
import { between, difference, enough, isEnough, tableOf } from './effect.ts';
import { type Counted, counted } from './model.ts';

describe('the difference of two shares', () => {
  // Newcombe 1998, Table II, method 10.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
    [0, 10, 0, 10, -0.2775, 0.2775],
    [10, 10, 0, 20, 0.6791, 1],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i of %i and %i of %i', (n, of, m, off, low, high) => {
    const found = between(shareOf(n, of), shareOf(m, off));
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  test('the interval holds the difference, and turns round with the groups', () => {
    const share = fc
      .tuple(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([of, part]) => shareOf(Math.round(of * part), of));
    fc.assert(
      fc.property(share, share, (one, other) => {
        const found = between(one, other);
        const round = between(other, one);
        expect(found.low).toBeLessThanOrEqual(found.by + 1e-12);
        expect(found.high).toBeGreaterThanOrEqual(found.by - 1e-12);
        expect(round.low).toBeCloseTo(-found.high, 12);
        expect(round.high).toBeCloseTo(-found.low, 12);
      }),
    );
  });
});

describe('what was counted', () => {
  const of = (numbers: Partial<Record<Counted, number>>) =>
    new Map(Object.entries(numbers) as [Counted, number][]);

  test('"not what I meant" counts in its group, and as not changed', () => {
    const table = tableOf(
      of({
        'pause.shown.changed': 20,
        'pause.shown.as_it_was': 60,
        'pause.shown.not_meant': 20,
        'pause.held.as_it_was': 95,
        'pause.held.changed': 5,
      }),
    );
    expect(table.shown.all).toBe(100);
    const { shown, held, by } = difference('changed', table);
    expect([shown.n, shown.of, held.n, held.of]).toEqual([20, 100, 5, 100]);
    expect(by).toBeCloseTo(0.15, 12);
  });

  test('one group that is too small says nothing', () => {
    const sides = (held: number) =>
      tableOf(of({ 'pause.shown.changed': 5000, 'pause.held.as_it_was': held }));
    expect(isEnough(sides(enough - 1))).toBe(false);
    expect(isEnough(sides(enough))).toBe(true);
  });

  test('nobody who saw nothing can say that they did not mean it', () => {
    expect(counted).not.toContain('pause.held.not_meant');
    expect(new Set(counted).size).toBe(counted.length);
  });
});

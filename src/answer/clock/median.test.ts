import fc from 'fast-check';
import { expect, it } from 'vitest';
import { medianDays } from './median.ts';

const answered = (days: number) => ({ days, answered: true });
const open = (days: number) => ({ days, answered: false });

it('is the middle one where all have answered', () => {
  expect(medianDays([answered(3), answered(9), answered(4)])).toBe(4);
  expect(medianDays([])).toBeNull();
});

it('counts those that are still open for as long as they have been open', () => {
  expect(medianDays([answered(3), open(50), open(60)])).toBeNull();
  // Kaplan and Meier: 4 of 4 at 2 -> 3/4, then 2 of 3 left after one censored at 5 -> at 6: 3/4 * 1/2.
  expect(medianDays([answered(2), open(5), answered(6), open(9)])).toBe(6);
});

it('never lies outside what was waited, and more waiting never makes it earlier', () => {
  const waits = fc.array(fc.record({ days: fc.nat(200), answered: fc.boolean() }), { minLength: 1 });
  fc.assert(
    fc.property(waits, (all) => {
      const median = medianDays(all);
      const days = all.filter(({ answered: is }) => is).map((one) => one.days);
      expect(median === null || days.includes(median)).toBe(true);
      const later = medianDays([...all, open(1_000)]);
      expect(later === null || (median !== null && later >= median)).toBe(true);
    }),
  );
});

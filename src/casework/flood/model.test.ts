import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Decision, decided, decisions, floors, limitOf, pastDays, tensOf, wayOf } from './model.ts';
import { heldStates } from './wire.ts';

const days = (most: number) => fc.array(fc.nat(most), { minLength: pastDays, maxLength: pastDays });

describe('the limit of a place', () => {
  test('quiet for ever, a café lets eight of one day in; a busy station its own usual and more', () => {
    const never = Array<number>(pastDays).fill(0);
    expect(limitOf(never, floors.place)).toBe(8);
    const station = never.map((_, n) => 18 + (n % 5));
    expect(limitOf(station, floors.place)).toBe(47);
  });

  test('is never below its floor, and does not mind in which order the days come', () => {
    fc.assert(
      fc.property(days(300), fc.nat(60), (past, floor) => {
        const limit = limitOf(past, floor);
        expect(limit).toBeGreaterThanOrEqual(floor);
        expect(limitOf(past.toReversed(), floor)).toBe(limit);
      }),
    );
  });

  test('whoever makes up fewer than half of the days lifts it no higher than the busiest honest day explains', () => {
    fc.assert(
      fc.property(days(40), days(100_000), fc.integer({ min: 0, max: pastDays / 2 - 1 }), (past, made, n) => {
        const most = Math.max(...past.slice(n));
        const poisoned = [...made.slice(0, n), ...past.slice(n)];
        const bound = Math.ceil(most + 6 * Math.max(1.4826 * most, Math.sqrt(most)));
        expect(limitOf(poisoned, floors.place)).toBeLessThanOrEqual(Math.max(floors.place, bound));
      }),
      { numRuns: 500 },
    );
  });

  test.each([0.05, 0.3, 0.7, 1.5, 4, 12, 40])('chance alone does not reach it: %f a day', (rate) => {
    const draw = poisson(rate, 20_261_123);
    let over = 0;
    for (let place = 0; place < 40; place++) {
      const past = Array.from({ length: pastDays }, draw);
      const limit = limitOf(past, floors.place);
      for (let day = 0; day < 250; day++) if (draw() > limit) over++;
    }
    // Of ten thousand days.
    expect(over).toBeLessThanOrEqual(1);
  });
});

/** A fixed row of numbers as chance would give them. */
function poisson(rate: number, seed: number): () => number {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  return () => {
    let n = 0;
    for (let left = next(); left > Math.exp(-rate); left *= next()) n++;
    return n;
  };
}

describe('where one more goes', () => {
  const level = fc.record({ came: fc.nat(500), limit: fc.integer({ min: 1, max: 500 }) });

  test('urgent or taken down by a caseworker: never held, however many came', () => {
    fc.assert(
      fc.property(level, level, fc.boolean(), (place, all, soon) => {
        expect(wayOf({ soon: true, assisted: false }, { place, all }).state).not.toBe('held');
        expect(wayOf({ soon, assisted: true }, { place, all }).state).toBe('let_in');
      }),
    );
  });

  test('what is within both limits comes in; a quiet place is never held for its own sake', () => {
    fc.assert(
      fc.property(level, level, (place, all) => {
        const { state, why } = wayOf({ soon: false, assisted: false }, { place, all });
        expect(state === 'let_in').toBe(place.came < place.limit && all.came < all.limit);
        if (place.came < place.limit) expect(why).not.toBe('place');
      }),
    );
  });
});

test('the share that is public is in tens, and none where few came', () => {
  const shares = [
    [0, 500],
    [20, 500],
    [26, 500],
    [392, 400],
    [19, 19],
    [20, 20],
  ].map(([held = 0, came = 0]) => tensOf({ held, came }));
  expect(shares).toEqual([0, 0, 1, 10, 0, 10]);
});

describe('what is decided', () => {
  const become = (state: (typeof heldStates)[number], decision: Decision) =>
    decided(state, decision, 'place');

  test('nothing is set aside in one step, and from every state a way leads into the list', () => {
    for (const state of heldStates) {
      expect(become(state, 'let_in')).toBe('let_in');
      for (const decision of decisions)
        if (become(state, decision) === 'aside') expect([state, decision]).toEqual(['proposed', 'second']);
    }
  });

  test('held for the sake of all: one person cannot keep it', () => {
    for (const state of heldStates)
      for (const decision of decisions) expect(decided(state, decision, 'all')).not.toBe('kept');
  });
});

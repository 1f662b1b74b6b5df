/** A clock that stands still until it is told otherwise. */
import type { Clock } from '../src/platform/clock.ts';

export interface TestClock extends Clock {
  /** To an instant, e.g. '2026-11-22T10:00:00Z'. */
  set(instant: string): void;
  pass(time: { days?: number; hours?: number; minutes?: number }): void;
}

export function testClock(start = '2026-11-22T10:00:00Z'): TestClock {
  let at = Date.parse(start);
  return {
    now: () => new Date(at),
    set(instant) {
      at = Date.parse(instant);
    },
    pass({ days = 0, hours = 0, minutes = 0 }) {
      at += ((days * 24 + hours) * 60 + minutes) * 60_000;
    },
  };
}

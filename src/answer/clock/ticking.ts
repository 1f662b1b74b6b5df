/**
 * Looks once a minute whether another day has begun in the zone, or an hour has gone since the last time; then it runs.
 * Asking the time beats setting a timer for midnight: a machine that slept, or a clock that was moved, is noticed.
 */
import { type Clock, dayIn } from '../../platform/clock.ts';
import { type Minutely, minutely } from '../../platform/minutely.ts';

export interface TickingDeps {
  zone: string;
  clock: Clock;
  run(): Promise<unknown>;
  /** A run that failed is tried again with the next minute. */
  failed(error: unknown): void;
}

const minute = 60_000;

/** Keeps no process alive. Nothing runs before the first look. */
export function ticking({ zone, clock, run, failed }: TickingDeps): Minutely {
  let last = { day: '', at: Number.NEGATIVE_INFINITY };

  async function once(): Promise<void> {
    const now = clock.now();
    const next = { day: dayIn(zone, now), at: now.getTime() };
    if (next.day === last.day && Math.abs(next.at - last.at) < 60 * minute) return;
    try {
      await run();
      last = next;
    } catch (error) {
      failed(error);
    }
  }

  return minutely(once);
}

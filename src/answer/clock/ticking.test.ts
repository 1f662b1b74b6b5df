import { expect, test } from 'vitest';
import { testClock } from '../../../test/clock.ts';
import { ticking } from './ticking.ts';

function stage(start: string) {
  const clock = testClock(start);
  const runs: string[] = [];
  const failures: unknown[] = [];
  let fails = false;
  const ticks = ticking({
    zone: 'Africa/Cairo',
    clock,
    async run() {
      if (fails) throw new Error('away');
      runs.push(clock.now().toISOString());
    },
    failed: (error) => failures.push(error),
  });
  return { ticks, clock, runs, failures, fail: (now: boolean) => (fails = now) };
}

test('runs at once, each hour, and when another day has begun in the zone', async () => {
  const { ticks, clock, runs } = stage('2026-04-23T20:30:00Z');
  await using _ = ticks;
  await ticks.look();
  clock.pass({ minutes: 20 });
  await ticks.look();
  // Midnight of Cairo is 22:00 UTC, and that night does not exist: at 00:00 it is 01:00.
  clock.set('2026-04-23T21:59:00Z');
  await ticks.look();
  clock.set('2026-04-23T22:00:00Z');
  await ticks.look();
  expect(runs).toEqual(['2026-04-23T20:30:00.000Z', '2026-04-23T21:59:00.000Z', '2026-04-23T22:00:00.000Z']);
});

test('a run that failed is tried again, and two looks at once are one run', async () => {
  const { ticks, runs, failures, fail } = stage('2026-04-23T10:00:00Z');
  await using _ = ticks;
  fail(true);
  await ticks.look();
  fail(false);
  await Promise.all([ticks.look(), ticks.look()]);
  expect([failures.length, runs.length]).toEqual([1, 1]);
});

import { expect, test } from 'vitest';
import type { SharedAgain, Unshared } from '../../casework/wire.ts';
import { KeyRefusal } from '../../platform/keys/index.ts';
import { pace, patiently, type Run, type Sharer, shareAll } from './share-run.ts';

const line = (id: string): Unshared => {
  return { id, secret: '', arrived: '2026-11-22', isMinors: false, readers: [], missing: [], instead: [] };
};

/** A server with three batches of two, and a browser whose key does not open 'c'. */
function desk(goOn: (sealed: number) => boolean = () => true): {
  sharer: Sharer<Unshared, SharedAgain>;
  sent: string[][];
} {
  const batches = [['a', 'b'], ['c', 'd'], ['e']];
  const sent: string[][] = [];
  let sealed = 0;
  const sharer: Sharer<Unshared, SharedAgain> = {
    secrets: async (after) => {
      const at = after === null ? 0 : batches.findIndex((ids) => ids.at(-1) === after) + 1;
      const ids = batches[at] ?? [];
      return { reports: ids.map(line), after: at < 2 ? (ids.at(-1) ?? null) : null };
    },
    async seal({ id, readers }): Promise<SharedAgain> {
      sealed++;
      if (id === 'c') throw new KeyRefusal('not_for_you');
      return { report: id, secret: '', readers };
    },
    async send(reports) {
      sent.push(reports.map(({ report }) => report));
      return { shared: reports.length };
    },
    goOn: async () => goOn(sealed),
  };
  return { sharer, sent };
}

const clock = () => {
  let at = 0;
  return {
    now() {
      at += 1000;
      return new Date(at);
    },
  };
};

test('batch by batch; one that may not be shared keeps none from its colleague', async () => {
  const runs: Run[] = [];
  const { sharer, sent } = desk();
  expect(await shareAll(sharer, { of: 5, clock: clock(), on: (run) => runs.push(run) })).toBe(true);
  expect(sent).toEqual([['a', 'b'], ['d'], ['e']]);
  expect(runs.map(({ shared, kept }) => [shared, kept])).toEqual([
    [2, 0],
    [3, 1],
    [4, 1],
  ]);
});

test('stopped within a batch, what was sent before stays sent and nothing half is', async () => {
  const { sharer, sent } = desk((sealed) => sealed < 3);
  expect(await shareAll(sharer, { of: 5, clock: clock(), on: () => {} })).toBe(false);
  expect(sent).toEqual([['a', 'b']]);
});

test('the pace is what was measured', () => {
  expect(pace({ of: 10_000, shared: 0, sealed: 0, kept: 0, took: 500 })).toBeNull();
  expect(pace({ of: 10_000, shared: 900, sealed: 90, kept: 10, took: 30_000 })).toEqual({
    perMinute: 2000,
    minutesLeft: 5,
  });
});

test('what the server puts off is asked again when it said, and any other refusal is one', async () => {
  const waited: number[] = [];
  const answers: (number | string | null)[] = [3, 5, 'here', null];
  const asking = () =>
    patiently(
      async () => {
        const answer = answers.shift();
        if (typeof answer === 'string') return answer;
        throw answer;
      },
      {
        putOff: (error) => (typeof error === 'number' ? error : null),
        async wait(ms) {
          waited.push(ms);
        },
      },
    );
  expect(await asking()).toBe('here');
  expect(waited).toEqual([3000, 5000]);
  await expect(asking()).rejects.toBeNull();
});

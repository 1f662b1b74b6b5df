import { beforeAll, expect, test } from 'vitest';
import { killRounds } from '../attacks/kill.ts';
import { built } from '../built.ts';

beforeAll(async () => {
  await built();
}, 120_000);

/** Each kills the server once and the database once. */
const rounds = Number(process.env.KILL_ROUNDS ?? 20);
/** Enough that phones are sending whenever something is killed. */
const receipts = 100 + 4 * rounds;

test('rounds of killing, twenty unless it is said otherwise: every receipt shown opens its report', async () => {
  const { shown, sentAgain, opened, read } = await killRounds({ rounds, receipts });
  console.log(
    `${rounds} rounds: ${shown} receipts shown, ${sentAgain} sent again, ${opened} open, ${read} read`,
  );
  expect({ shown, opened, read }).toEqual({ shown: receipts, opened: receipts, read: receipts });
  expect(sentAgain).toBeGreaterThan(0);
}, 1_800_000);

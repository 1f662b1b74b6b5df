import { beforeAll, expect, test } from 'vitest';
import { killRounds } from '../attacks/kill.ts';
import { built } from '../built.ts';

beforeAll(async () => {
  await built();
}, 120_000);

test('twenty rounds of killing: every receipt shown opens its report', async () => {
  const { shown, sentAgain, opened, read } = await killRounds({ rounds: 20, receipts: 500 });
  expect({ shown, opened, read }).toEqual({ shown: 500, opened: 500, read: 500 });
  expect(sentAgain).toBeGreaterThan(0);
}, 1_800_000);

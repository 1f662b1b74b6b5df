import { beforeAll, expect, test } from 'vitest';
import { built } from '../built.ts';
import { killRounds } from './kill.ts';

beforeAll(async () => {
  await built();
}, 120_000);

test('server and database are killed in turn under 16 phones: every receipt shown opens its report', async () => {
  const { shown, sentAgain, opened, read } = await killRounds({ rounds: 2, receipts: 50 });
  expect({ shown, opened, read }).toEqual({ shown: 50, opened: 50, read: 50 });
  // Otherwise the kills came when nobody was sending, and nothing was shown by this.
  expect(sentAgain).toBeGreaterThan(0);
}, 180_000);

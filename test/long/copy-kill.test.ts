import { beforeAll, expect, test } from 'vitest';
import { copyKills } from '../attacks/copy-kill.ts';
import { built } from '../built.ts';

beforeAll(async () => {
  await built();
}, 120_000);

test('24 backups and 24 restores killed at any moment', async () => {
  const outcome = await copyKills({ backups: 24, restores: 24, rows: 100_000 });
  expect(outcome).toMatchObject({ notWhole: 0, opened: 0, ended: 24 });
  // Otherwise the kills came too late, and nothing was shown by this.
  expect(outcome.backupsCut).toBeGreaterThan(12);
  expect(outcome.restoresCut).toBeGreaterThan(12);
}, 1_800_000);

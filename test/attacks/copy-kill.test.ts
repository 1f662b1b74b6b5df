import { beforeAll, expect, test } from 'vitest';
import { built } from '../built.ts';
import { copyKills } from './copy-kill.ts';

beforeAll(async () => {
  await built();
}, 120_000);

test('a backup and a restore are killed in their middle: no half file has a name, and nothing half restored opens', async () => {
  const { notWhole, opened, ended } = await copyKills({ backups: 2, restores: 2, rows: 30_000 });
  expect({ notWhole, opened, ended }).toEqual({ notWhole: 0, opened: 0, ended: 2 });
}, 180_000);

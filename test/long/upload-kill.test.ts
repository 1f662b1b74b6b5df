import { beforeAll, expect, test } from 'vitest';
import { uploadKills } from '../attacks/upload-kill.ts';
import { built } from '../built.ts';

beforeAll(async () => {
  await built();
}, 120_000);

/** Each kills the server once; every fourth its database with it. */
const kills = Number(process.env.KILL_ROUNDS ?? 20);

test('the server is killed under phones that send files: what it took stands, nothing is half claimed, the rest goes', async () => {
  const outcome = await uploadKills({ kills });
  console.log(JSON.stringify(outcome));
  expect(outcome.wrong).toEqual([]);
  expect(outcome.opened).toBe(outcome.files);
  expect(outcome.left.nextDay).toBe(outcome.left.waiting);
  expect(outcome.left.later).toBe(0);
  // Otherwise the kills came when nobody was sending, and nothing was shown by this.
  expect(outcome.stored).toBeGreaterThan(kills);
  expect(outcome.sentAgain).toBeGreaterThan(0);
  expect(outcome.inSending).toBeGreaterThan(kills / 5);
  expect(outcome.left.waiting).toBeGreaterThan(0);
}, 1_800_000);

import { beforeAll, expect, test } from 'vitest';
import { archiveKills } from '../attacks/archive-kill.ts';
import { built } from '../built.ts';

beforeAll(async () => {
  await built();
}, 120_000);

const reports = 2_000;
const kills = 8;

test('2,000 closed away while the server is killed eight times: each in one place at every look, and all open by papers', async () => {
  const outcome = await archiveKills({ reports, kills });
  console.log(JSON.stringify(outcome));
  const whole = { both: 0, neither: 0, away: reports, ways: reports, opened: reports, left: 0 };
  expect(outcome).toMatchObject(whole);
  // Otherwise the kills came too late, and nothing was shown by this.
  expect(outcome.looks).toBeGreaterThan(kills / 2);
  expect(outcome.cut).toBeGreaterThan(kills / 2);
  expect(outcome.inWriting).toBeGreaterThan(0);
}, 600_000);

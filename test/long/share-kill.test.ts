import { beforeAll, expect, test } from 'vitest';
import { shareKills } from '../attacks/share-kill.ts';
import { built } from '../built.ts';

beforeAll(async () => {
  await built();
}, 120_000);

const reports = 2_400;
const kills = 10;

test('2,400 shared while the server is killed ten times: each once, none lost, and all three read them', async () => {
  const outcome = await shareKills({ reports, kills });
  console.log(JSON.stringify(outcome));
  const { cut, inWriting, looked } = outcome;
  expect(outcome).toMatchObject({ shared: reports, ways: reports, told: reports, counted: reports, left: 0 });
  expect(outcome.read).toEqual({ ines: looked, omar: looked, hanan: looked });
  // Otherwise the kills came too late, or she was never stopped midway, and nothing was shown by this.
  expect(looked).toBe(120);
  expect(cut).toBeGreaterThan(kills / 2);
  expect(inWriting).toBeGreaterThan(0);
  expect(outcome.stopped).toBe(200);
}, 900_000);

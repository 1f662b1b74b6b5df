/**
 * P8 and P12: from the command to the first page, in an empty folder and in one that was used before; and the memory of
 * a server nobody asks anything, once the database is not counted. `npm start` adds npm's own start to the first two.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { dataFolder, type Started, start } from '../test/house/house.ts';
import { median, note, round, sayValue } from './lib/say.ts';

const runs = 5;
const starter = [process.execPath, resolve('scripts/start.mjs')];

await starts();
await memory();

async function starts(): Promise<void> {
  const fresh: number[] = [];
  const again: number[] = [];
  for (let n = 0; n < runs; n++) {
    await using folder = await dataFolder();
    for (const times of [fresh, again]) {
      const begun = performance.now();
      await using server = start({ data: folder.path, run: starter });
      const url = await server.url;
      const { status } = await fetch(`${url}/en`);
      if (status !== 200) throw new Error(`The first page was answered with ${status}`);
      times.push((performance.now() - begun) / 1000);
    }
    note(`fresh ${round(fresh.at(-1) ?? 0)} s, again ${round(again.at(-1) ?? 0)} s`);
  }
  const what = 'from `node scripts/start.mjs` to the first page,';
  sayValue({ budget: 'P8', what: `${what} fresh`, values: fresh, unit: 's', must: { most: 5 }, figures: '' });
  sayValue({
    budget: 'P8',
    what: `${what} again`,
    values: again,
    unit: 's',
    must: { most: 1.5 },
    figures: '',
  });
}

async function memory(): Promise<void> {
  await using folder = await dataFolder();
  const first = start({ data: folder.path, run: starter });
  await first.url;
  const filled = () => /Invented reports/.test(first.said());
  for (let waited = 0; waited < 120 && !filled(); waited++) await pause(1000);
  await pause(10_000);
  const afterFilling = residentOf(first);
  first.kill('SIGTERM');
  await first.ended;

  const resting: number[] = [];
  for (let n = 0; n < 3; n++) {
    await using server = start({ data: folder.path, run: starter });
    const url = await server.url;
    await fetch(`${url}/en`);
    await pause(10_000);
    resting.push(residentOf(server));
  }
  sayValue({
    budget: 'P12',
    what: 'memory of the server ten seconds after its first page',
    values: resting,
    unit: 'MB',
    must: { most: 150 },
    figures: `${round(afterFilling)} MB after it was begun and filled; lowest ${round(Math.min(...resting))}, median ${round(median(resting))}`,
  });
}

/** Resident set of the server below the starter in MB, what shared libraries take included. */
function residentOf({ pid: starting }: Started): number {
  const pid = Number(
    readFileSync(`/proc/${starting}/task/${starting}/children`, 'utf8').trim().split(' ')[0],
  );
  const kib = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  return (kib * 1024) / 1e6;
}

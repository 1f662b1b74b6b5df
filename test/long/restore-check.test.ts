/** A trial of a restore that is stopped or killed at any moment: nothing of it stays, at the latest with the next. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { built } from '../built.ts';
import { amalTells, cast } from '../cast.ts';
import { start } from '../house/house.ts';
import { type Office, office } from '../restored.ts';
import { type TestWorld, world } from '../world.ts';

let here: TestWorld;
let archive: Office;
let file: string;
let key: string;
let within: string;

beforeAll(async () => {
  await built();
  here = await world();
  await cast(here);
  archive = await office(here);
  for (let n = 0; n < 20; n++) await amalTells(here);
  ({ file } = await archive.backup());
  await archive.list();
  within = await mkdtemp(join(tmpdir(), 'upstander-test-check-'));
  key = join(archive.folder, 'key.txt');
  await writeFile(key, archive.identity);
}, 180_000);
afterAll(async () => {
  await rm(within, { recursive: true });
  await archive[Symbol.asyncDispose]();
  await here[Symbol.asyncDispose]();
});

const run = [process.execPath, resolve('dist/server/cli.js'), 'restore', '--check'];
const check = () =>
  start({ data: join(within, 'none'), env: { TMPDIR: within }, run: [...run, file, '--identity', key] });

test('stopped in 4 and killed in 8 rounds', async () => {
  const began = performance.now();
  const whole = check();
  expect([await whole.ended, whole.said()]).toEqual([
    0,
    expect.stringContaining('20 reports: each is found'),
  ]);
  const usual = performance.now() - began;
  const cut = { SIGINT: 0, SIGKILL: 0 };
  for (const signal of [...Array(4).fill('SIGINT'), ...Array(8).fill('SIGKILL')] as (keyof typeof cut)[]) {
    const one = check();
    await pause(300 + Math.random() * usual * 0.7);
    one.kill(signal);
    const code = await one.ended;
    if (code !== 0) cut[signal]++;
    if (signal === 'SIGINT') expect([await readdir(within), one.said()]).toEqual([[], expect.anything()]);
  }
  expect(cut.SIGINT).toBeGreaterThan(1);
  expect(cut.SIGKILL).toBeGreaterThan(4);
  expect(await check().ended).toBe(0);
  expect(await readdir(within)).toEqual([]);
}, 600_000);

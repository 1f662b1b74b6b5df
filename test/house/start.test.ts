import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, test, vi } from 'vitest';
import { built } from '../built.ts';
import {
  dataFolder,
  type Folder,
  firstFolder,
  gone,
  isAlive,
  page,
  postmaster,
  start,
  usedFolder,
} from './house.ts';

const cli = [process.execPath, resolve('dist/server/cli.js')];

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

let first: Folder;

beforeAll(async () => {
  await built();
  first = await firstFolder();
  return () => first[Symbol.asyncDispose]();
});

test('an empty folder becomes a demonstration, whatever the language of the machine; SIGTERM stops both', async () => {
  await using folder = await dataFolder();
  await using server = start({ data: folder.path, env: { LANG: undefined, LC_ALL: undefined } });
  const url = await server.url;
  expect(await page(url)).toBe(200);
  expect(server.said()).toContain('A demonstration');
  const database = postmaster(folder.path);
  expect(database).not.toBeNull();

  server.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(isAlive(database ?? 0)).toBe(false);

  const again = start({ data: folder.path, run: [...cli, 'doctor', '--json'] });
  expect(await again.ended).toBe(0);
  expect(again.said()).toContain('UTF8');
  expect(postmaster(folder.path)).toBeNull();
});

test('a database that was killed is started again under the server', async () => {
  await using folder = await usedFolder(first);
  await using server = start({ data: folder.path });
  await server.url;
  const database = postmaster(folder.path);
  process.kill(database ?? 0, 'SIGKILL');
  await gone(database);
  while (postmaster(folder.path) === null) await pause(20);
  const doctor = start({ data: folder.path, run: [...cli, 'doctor'] });
  expect(await doctor.ended).toBe(0);
  expect(await page(await server.url)).toBe(200);

  // Once more, and told to stop before it is back: none is left running.
  const again = postmaster(folder.path);
  if (again !== null) process.kill(again, 'SIGKILL');
  await gone(again);
  server.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(postmaster(folder.path)).toBeNull();
});

test('a demonstration does not listen to other machines, and a wrong setting is named', async () => {
  await using folder = await usedFolder(first);
  const open = start({ data: folder.path, env: { HOST: '0.0.0.0' } });
  expect(await open.ended).toBe(1);
  expect(open.said()).toContain('A demonstration stays on this machine');
  const wrong = start({ data: folder.path, env: { PORT: 'three' } });
  expect(await wrong.ended).toBe(1);
  expect(wrong.said()).toContain('PORT is three. Allowed: a whole number from 0 to 65535.');
  expect(postmaster(folder.path)).toBeNull();
});

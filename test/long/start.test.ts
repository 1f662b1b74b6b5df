import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { built } from '../built.ts';
import {
  type Folder,
  firstFolder,
  gone,
  isAlive,
  page,
  postmaster,
  start,
  usedFolder,
} from '../house/house.ts';

const cli = [process.execPath, resolve('dist/server/cli.js')];

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

let first: Folder;

beforeAll(async () => {
  await built();
  first = await firstFolder();
  return () => first[Symbol.asyncDispose]();
});

test('Ctrl-C, said twice as from a keyboard, stops both once', async () => {
  await using folder = await usedFolder(first);
  await using server = start({ data: folder.path });
  await server.url;
  const database = postmaster(folder.path);
  server.kill('SIGINT');
  server.kill('SIGINT');
  expect(await server.ended).toBe(0);
  expect(isAlive(database ?? 0)).toBe(false);
});

test('a second start on the same folder is refused, and says where the first one is', async () => {
  await using folder = await usedFolder(first);
  await using before = start({ data: folder.path });
  const port = new URL(await before.url).port;
  const second = start({ data: folder.path });
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain(`running on ${folder.path}, at port ${port}`);
  expect(await page(await before.url)).toBe(200);

  const beside = start({ data: folder.path, run: [...cli, 'doctor'] });
  expect(await beside.ended).toBe(0);
  expect(postmaster(folder.path)).not.toBeNull();
});

test('a server that was killed is followed by another, on the database that lived on', async () => {
  await using folder = await usedFolder(first);
  const before = start({ data: folder.path });
  await before.url;
  const database = postmaster(folder.path);
  before.kill('SIGKILL');
  await before.ended;
  expect(isAlive(database ?? 0)).toBe(true);

  await using second = start({ data: folder.path });
  expect(await page(await second.url)).toBe(200);
  expect(postmaster(folder.path)).toBe(database);
  second.kill('SIGTERM');
  await second.ended;
  expect(isAlive(database ?? 0)).toBe(false);
});

test('after a restart of the machine the old process number may be anybody’s', async () => {
  await using folder = await usedFolder(first);
  const before = start({ data: folder.path });
  await before.url;
  const file = join(folder.path, 'database', 'postmaster.pid');
  const lines = readFileSync(file, 'utf8').split('\n');
  before.kill('SIGTERM');
  await before.ended;
  await writeFile(file, [String(process.pid), ...lines.slice(1)].join('\n'));

  await using second = start({ data: folder.path });
  expect(await page(await second.url)).toBe(200);
});

test('a taken port is a sentence that says how to choose another; the database does not stay behind', async () => {
  await using folder = await usedFolder(first);
  const other = createServer();
  await new Promise<void>((listening) => other.listen(0, 'localhost', listening));
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const server = start({ data: folder.path, env: { PORT: String(port) } });
  expect(await server.ended).toBe(1);
  expect(server.said()).toContain(`Port ${port} is taken`);
  expect(server.said()).toContain(`PORT=${port + 1} npm start`);
  expect(server.said()).not.toContain('    at ');
  expect(postmaster(folder.path)).toBeNull();
  other.close();
});

test('a folder whose secrets are gone is refused and not made anew', async () => {
  await using folder = await usedFolder(first);
  const before = start({ data: folder.path });
  await before.url;
  before.kill('SIGTERM');
  await before.ended;
  await rm(join(folder.path, 'installation.json'));
  const second = start({ data: folder.path });
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain('secrets are missing');
});

test('npm start ends with its starter, also when that one is killed, and leaves no memory in core files', async () => {
  await using folder = await usedFolder(first);
  const starter = start({ data: folder.path, run: [process.execPath, resolve('scripts/start.mjs')] });
  await starter.url;
  const database = postmaster(folder.path);
  expect(readFileSync(`/proc/${database}/limits`, 'utf8')).toMatch(/Max core file size +0 /);
  starter.kill('SIGKILL');
  await gone(database);
  expect(postmaster(folder.path)).toBeNull();
});

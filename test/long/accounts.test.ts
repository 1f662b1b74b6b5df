/** As whom it is started: as root the database runs as somebody else, in whatever folder. */
import { existsSync } from 'node:fs';
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { built } from '../built.ts';
import { dataFolder, page, postmaster, start } from '../house/house.ts';

const OWN_UID = 58_431;
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
/** Where there is no root, what only root can do is not part of the run. */
const asRoot = isRoot ? test : () => {};

vi.setConfig({ testTimeout: 90_000, hookTimeout: 120_000 });

beforeAll(async () => void (await built()));

/** A place where the command that makes user namespaces always fails, as it does in many containers. */
async function withoutNamespaces(folder: string): Promise<{ PATH: string }> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'unshare'), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  return { PATH: `${folder}:${process.env.PATH}` };
}

asRoot('root, in a folder only root can enter', async () => {
  await using folder = await dataFolder();
  expect((await stat(folder.path)).mode & 0o777).toBe(0o700);
  await using server = start({ data: folder.path });
  expect(await page(await server.url)).toBe(200);
  expect((await stat(join(folder.path, 'database.password'))).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder.path, 'installation.json'))).mode & 0o777).toBe(0o600);
});

asRoot('root without user namespaces: an account number of the database’s own', async () => {
  await using folder = await dataFolder();
  await using hidden = await dataFolder();
  const env = await withoutNamespaces(join(hidden.path, 'bin'));
  await using server = start({ data: folder.path, env });
  expect(await page(await server.url)).toBe(200);
  expect((await stat(join(folder.path, 'database'))).uid).toBe(OWN_UID);
  expect((await stat(join(folder.path, 'installation.json'))).mode & 0o777).toBe(0o600);
  const said = await readFile(`/proc/${postmaster(folder.path)}/status`, 'utf8');
  expect(said).toMatch(new RegExp(`Uid:\\s+${OWN_UID}\\s`));
  server.kill('SIGTERM');
  await server.ended;

  await using again = start({ data: folder.path });
  expect(await page(await again.url)).toBe(200);
});

asRoot(
  'root without user namespaces, below a folder only root can enter: the database moves out',
  async () => {
    await using outer = await dataFolder();
    const data = join(outer.path, 'data');
    const env = await withoutNamespaces(join(outer.path, 'bin'));
    // First with namespaces, so that there is a database to move.
    const before = start({ data });
    await before.url;
    before.kill('SIGTERM');
    await before.ended;
    const { id } = JSON.parse(await readFile(join(data, 'installation.json'), 'utf8'));

    await using server = start({ data, env });
    expect(await page(await server.url)).toBe(200);
    const moved = await readFile(join(data, 'database.place'), 'utf8');
    try {
      expect(existsSync(join(data, 'database'))).toBe(false);
      expect(postmaster(data, moved)).not.toBeNull();
      server.kill('SIGTERM');
      expect(await server.ended).toBe(0);
      expect(postmaster(data, moved)).toBeNull();

      await using again = start({ data });
      expect(await page(await again.url)).toBe(200);
      expect(JSON.parse(await readFile(join(data, 'installation.json'), 'utf8')).id).toBe(id);
      again.kill('SIGTERM');
      await again.ended;
    } finally {
      await rm(moved, { recursive: true, force: true });
    }
  },
);

asRoot('an ordinary user, and then root on the same folder', async () => {
  const home = await mkdtemp(join(tmpdir(), 'upstander-house-'));
  await chmod(home, 0o755);
  const data = join(home, 'data');
  await mkdir(data);
  await chown(data, NOBODY, NOBODY);
  const as = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
  const run = await programFor(as, home);
  try {
    const server = start({ data, as, run });
    expect(await page(await server.url)).toBe(200);
    expect((await stat(join(data, 'database'))).uid).toBe(NOBODY);
    server.kill('SIGTERM');
    expect(await server.ended).toBe(0);

    const root = start({ data });
    expect(await page(await root.url)).toBe(200);
    expect((await stat(join(data, 'database'))).uid).toBe(NOBODY);
    root.kill('SIGTERM');
    expect(await root.ended).toBe(0);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
});

asRoot('an ordinary user on a folder of somebody else: a sentence', async () => {
  const home = await mkdtemp(join(tmpdir(), 'upstander-house-'));
  await chmod(home, 0o755);
  const as = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
  try {
    const server = start({ data: join(home, 'data'), as, run: await programFor(as, join(home, 'program')) });
    expect(await server.ended).toBe(1);
    expect(server.said()).toContain('The data folder cannot be used');
    expect(server.said()).not.toContain('    at ');
  } finally {
    await rm(home, { recursive: true, force: true });
  }
});

/** Our own tree, or, where that user cannot read it, a copy of what runs. */
async function programFor(as: readonly string[], home: string): Promise<string[]> {
  const [command = '', ...args] = as;
  const { spawnSync } = await import('node:child_process');
  const program = [process.execPath, resolve('dist/server/main.js')];
  if (
    spawnSync(command, [...args, 'test', '-r', program[1] ?? '', '-a', '-x', program[0] ?? '']).status === 0
  ) {
    return program;
  }
  const copy = join(home, 'tree');
  await mkdir(copy, { recursive: true, mode: 0o755 });
  for (const part of ['dist', 'node_modules', 'package.json']) {
    await cp(resolve(part), join(copy, part), { recursive: true, verbatimSymlinks: true });
  }
  return [join(copy, 'node_modules', '.bin', 'node'), join(copy, 'dist/server/main.js')];
}

import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import {
  createInstallation,
  matchInstallation,
  newInstallation,
  openInstallation,
  refuseOrphan,
} from './installation.ts';

const chosen = {
  kind: 'real',
  root: 'root',
  name: { en: 'Door', ar: 'باب' },
  zone: 'Africa/Cairo',
  country: 'none',
} as const;

async function folder(): Promise<{ path: string } & AsyncDisposable> {
  const path = await mkdtemp(join(tmpdir(), 'upstander-installation-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true }) };
}

test('an installation is found again as it was made, in a file only we can read', async () => {
  await using data = await folder();
  expect(await openInstallation(data.path)).toBeNull();
  const made = await createInstallation(data.path, chosen);
  expect(made.id).toMatch(/^[\w-]{22}$/);
  expect(made.salt.length).toBe(16);
  expect(made.formSecret.length).toBe(32);
  expect(await openInstallation(data.path)).toEqual(made);
  expect((await stat(join(data.path, 'installation.json'))).mode & 0o777).toBe(0o600);
});

test('a folder becomes one installation only, also when two are made at once', async () => {
  await using data = await folder();
  const tried = await Promise.allSettled([
    createInstallation(data.path, chosen),
    createInstallation(data.path, { ...chosen, kind: 'demonstration' }),
  ]);
  expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await readdir(data.path)).toEqual(['installation.json']);
});

test('a file that was cut short is refused by name', async () => {
  await using data = await folder();
  await writeFile(join(data.path, 'installation.json'), '{"id":"x"}');
  await expect(openInstallation(data.path)).rejects.toMatchObject({
    code: 'data_unusable',
    params: { folder: data.path, said: 'installation.json' },
  });
});

test('a demonstration never opens a real installation’s database, nor the other way round', async () => {
  await using database = await testDatabase();
  const real = newInstallation(chosen);
  await matchInstallation(database.db, real);
  await matchInstallation(database.db, real);
  const demonstration = { ...real, kind: 'demonstration' } as const;
  await expect(matchInstallation(database.db, demonstration)).rejects.toMatchObject({ code: 'wrong_kind' });
  const other = matchInstallation(database.db, newInstallation(chosen));
  await expect(other).rejects.toMatchObject({ code: 'wrong_kind' });
  await expect(refuseOrphan(database.db, '/data')).rejects.toMatchObject({
    code: 'installation_missing',
    params: { folder: '/data' },
  });
});

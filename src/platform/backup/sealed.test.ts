/** What a thief of the folder learns: nothing. What its owner needs: age and tar. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { amalTells, cast } from '../../../test/cast.ts';
import { type Office, office } from '../../../test/restored.ts';
import { type TestWorld, world } from '../../../test/world.ts';
import { toBase64url } from '../keys/index.ts';
import type { Made } from './index.ts';

const words = 'He followed me from the harbour, canary-7f3a.';
let here: TestWorld;
let archive: Office;
let made: Made;
let amal: Awaited<ReturnType<typeof amalTells>>;

beforeAll(async () => {
  here = await world();
  await cast(here);
  archive = await office(here);
  amal = await amalTells(here, { words });
  made = await archive.backup();
  await archive.list();
}, 60_000);
afterAll(async () => {
  await archive[Symbol.asyncDispose]();
  await here[Symbol.asyncDispose]();
});

describe('a file', () => {
  test('says nothing openly but format, date and whose it is, and no secret of the installation is in it', async () => {
    const { installation } = here;
    const held = await readFile(made.file);
    const { salt, formSecret, id, name } = installation;
    const secrets = [
      words,
      'canary-7f3a',
      id,
      amal.id,
      name.en,
      'Ines',
      toBase64url(salt),
      toBase64url(formSecret),
    ];
    for (const secret of secrets) expect(held.includes(secret), secret).toBe(false);
    for (const secret of [salt, formSecret]) expect(held.includes(Buffer.from(secret))).toBe(false);
    for (const name of await readdir(archive.folder)) {
      expect(name).toMatch(/^upstander1-[0-9a-f]{8}-(backup|tombstones)-\d{8}T\d{4}Z\.age(\.sha256)?$/);
    }
    expect(basename(made.file)).not.toContain(id.slice(0, 8));
    expect(await readFile(`${made.file}.sha256`, 'utf8')).toMatch(/^[0-9a-f]{64} {2}upstander1-\S+\n$/);
  });

  const stock = spawnSync('age', ['--version']).status === 0;
  test.runIf(stock)('opens with age and tar from any shelf', async () => {
    const key = join(archive.folder, 'key.txt');
    await writeFile(key, `${archive.identity}\n`);
    const tar = execFileSync('age', ['-d', '-i', key, made.file]);
    const names = execFileSync('tar', ['tzf', '-'], { input: tar }).toString().trim().split('\n');
    expect(names[0]).toBe('upstander-backup.json');
    expect(names).toContain('data/installation.json');
    expect(names).toContain('tables/report/000001.copy');
    expect(names.at(-1)).toBe('end.json');
    await rm(key);
  });
});

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { amalTells, cast } from '../../test/cast.ts';
import { testDatabase } from '../../test/database.ts';
import { office } from '../../test/restored.ts';
import { type TestWorld, world } from '../../test/world.ts';
import { readName } from '../platform/backup/index.ts';
import type { Config } from '../platform/config.ts';
import { openInstallation } from '../platform/installation.ts';
import { recipientOf } from '../platform/keys/index.ts';
import { commands } from './commands.ts';
import { runLine } from './run.ts';

let here: TestWorld;
let away: string;
let folder: string;
let key: string;
let recipient: string;

beforeAll(async () => {
  here = await world();
  await cast(here);
  // Its installation.json, as setup writes it.
  await (await office(here))[Symbol.asyncDispose]();
  away = await mkdtemp(join(tmpdir(), 'upstander-test-cli-'));
  folder = join(away, 'copies');
  key = join(away, 'key.txt');
}, 60_000);
afterAll(async () => {
  await here[Symbol.asyncDispose]();
  await rm(away, { recursive: true });
});

async function upstander(line: string, changes: Partial<Config> = {}) {
  let out = '';
  let said = '';
  const code = await runLine(line.split(' '), {
    config: () => ({ ...here.config, databaseUrl: here.database.url, ...changes }),
    out: (text) => {
      out += text;
    },
    screen: { write: (text) => (said += text) },
    now: () => 0,
  });
  return { code, out, said };
}
const files = async (what: 'backup' | 'tombstones') =>
  (await readdir(folder)).filter((file) => readName(file)?.what === what).map((file) => join(folder, file));

describe('upstander backup', () => {
  test('without a key says how to make one', async () => {
    const { code, said } = await upstander('backup');
    expect(code).toBe(1);
    expect(said).toContain('upstander backup key');
    expect(said).toContain('BACKUP_TO');
    const wrong = await upstander(`backup --to AGE-SECRET --dir ${folder}`);
    expect(wrong.said).toContain('--to');
  });

  test('key shows both halves once, and writes nothing', async () => {
    const before = await readdir(here.config.data);
    const { out } = await upstander('backup key');
    await writeFile(key, out);
    recipient = /BACKUP_TO=(\S+)/.exec(out)?.[1] ?? '';
    const identity = /^AGE-SECRET-KEY-1\S+$/m.exec(out)?.[0] ?? '';
    expect(await recipientOf(identity)).toBe(recipient);
    expect(await readdir(here.config.data)).toEqual(before);
  });

  test('makes one, says what is in it, and that it is still on this machine', async () => {
    const { code, out, said } = await upstander(`backup --to ${recipient} --dir ${folder}`);
    expect([code, out]).toEqual([0, expect.stringContaining('read back whole')]);
    expect(out).toContain('on this machine');
    expect(said).toMatch(/Rows █+ \d+ of \d+/);
    expect([(await files('backup')).length, (await files('tombstones')).length]).toEqual([1, 1]);
  });

  test('check looks at the outside without the key, and reads all of it with the key', async () => {
    const [file = ''] = await files('backup');
    expect((await upstander(`backup check ${file}`)).out).toContain('exactly as it was written');
    expect((await upstander(`backup check ${file} --identity ${key}`)).out).toMatch(
      /whole\. demonstration, made/,
    );
    const cut = join(away, 'cut.age');
    await writeFile(cut, (await readFile(file)).subarray(0, -1));
    await writeFile(`${cut}.sha256`, await readFile(`${file}.sha256`));
    for (const line of [`backup check ${cut}`, `backup check ${cut} --identity ${key}`]) {
      const { code, said } = await upstander(line);
      expect([code, said]).toEqual([1, expect.stringContaining('not whole')]);
    }
    expect((await upstander(`backup check ${file} --identity ${file}`)).said).toContain('AGE-SECRET-KEY-1');
  });
});

describe('upstander restore', () => {
  test('asks for the list of withdrawals before it touches anything, then brings all back', async () => {
    const [file = ''] = await files('backup');
    const [list = ''] = await files('tombstones');
    const alone = join(away, readName(file.split('/').at(-1) ?? '')?.file ?? '');
    await writeFile(alone, await readFile(file));
    await using database = await testDatabase({ empty: true });
    const data = join(away, 'second');
    const there = { data, databaseUrl: database.url };
    const without = await upstander(`restore ${alone}`, there);
    expect([without.code, without.out]).toEqual([1, '']);
    expect(without.said).toContain(`restore ${alone} --identity KEYFILE`);
    expect(without.said).toContain('AGE-SECRET-KEY');
    const asked = await upstander(`restore ${alone} --identity ${key}`, there);
    expect([asked.code, asked.said]).toEqual([1, expect.stringContaining('--withdrawals')]);
    expect(await openInstallation(data)).toBeNull();

    const { code, out } = await upstander(`restore ${alone} --identity ${key} --withdrawals ${list}`, there);
    expect([code, out]).toEqual([0, expect.stringContaining('Compare with your poster')]);
    expect((await openInstallation(data))?.id).toBe(here.installation.id);
    const twice = await upstander(`restore ${file} --identity ${key}`, there);
    expect([twice.code, twice.said]).toEqual([1, expect.stringContaining('something here already')]);
  });

  test('--check tries it beside everything, says what would not serve, and touches nothing', async () => {
    const { db } = here.database;
    await amalTells(here);
    await sql`delete from report_secret`.execute(db);
    const later = join(away, 'later');
    expect((await upstander(`backup --to ${recipient} --dir ${later}`)).code).toBe(0);
    const [name = ''] = (await readdir(later)).filter((one) => readName(one)?.what === 'backup');
    const nowhere = { data: join(away, 'nowhere') };
    const { code, said } = await upstander(`restore --check ${join(later, name)} --identity ${key}`, nowhere);
    expect([code, said]).toEqual([1, expect.stringContaining('1 of 1 reports lack the secret')]);
    expect(said).toMatch(/Reports █+ 1 of 1/);
    expect(await readdir(away)).not.toContain('nowhere');
  }, 60_000);

  test('is in the table of commands', () => {
    expect(Object.keys(commands)).toEqual(expect.arrayContaining(['backup', 'restore']));
  });
});

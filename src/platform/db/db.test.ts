import { existsSync, readlinkSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, inject, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { copyBinaries, wholeBinaries } from './binaries.ts';
import { connect } from './connect.ts';
import { migrate, migrations, openDatabase } from './index.ts';

describe('migrations', () => {
  const first = { name: '0001-first', sql: 'create table first (id text)' };
  const second = { name: '0002-second', sql: 'create table second (id text); insert into first values (1)' };

  test('each is applied once, in order, and only what is missing', async () => {
    await using database = await testDatabase({ empty: true });
    expect(await migrate(database.db, [first])).toEqual(['0001-first']);
    expect(await migrate(database.db, [first, second])).toEqual(['0002-second']);
    expect(await migrate(database.db, [first, second])).toEqual([]);
  });

  test('two processes that start at once apply them once', async () => {
    await using database = await testDatabase({ empty: true });
    const both = await Promise.all([
      migrate(database.db, [first, second]),
      migrate(database.db, [first, second]),
    ]);
    expect(both.flat()).toEqual(['0001-first', '0002-second']);
  });

  test('tables of a newer version are refused before anything is touched', async () => {
    await using database = await testDatabase({ empty: true });
    await migrate(database.db, [first, second]);
    const older = migrate(database.db, [first]);
    await expect(older).rejects.toMatchObject({ code: 'schema_newer', params: { found: '0002-second' } });
  });

  test('one that fails leaves nothing of itself behind', async () => {
    await using database = await testDatabase({ empty: true });
    const broken = { name: '0002-broken', sql: 'create table half (id text); select broken' };
    await expect(migrate(database.db, [first, broken])).rejects.toThrow('0002-broken');
    const { rows } = await sql<{ half: boolean }>`select to_regclass('half') is null as half`.execute(
      database.db,
    );
    expect(rows[0]?.half).toBe(true);
  });

  test('those of this version carry numbers in the order of their names', () => {
    const names = migrations.map(({ name }) => name);
    expect(names[0]).toBe('0000-platform');
    expect(names).toEqual(names.toSorted());
    for (const name of names) expect(name).toMatch(/^\d{4}-[a-z-]+$/);
    expect(new Set(names.map((name) => name.slice(0, 4))).size).toBe(names.length);
  });
});

describe('a database by URL', () => {
  test('is used as it is, and not stopped', async () => {
    await using database = await testDatabase();
    const opened = await openDatabase({ data: '/nowhere', databaseUrl: database.url });
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(opened.db);
    expect(rows).toEqual([{ one: 1 }]);
    await opened[Symbol.asyncDispose]();
    await sql`select 1`.execute(database.db);
  });

  test('with another encoding is refused', async () => {
    const server = inject('postgres');
    const { db } = connect(server, { max: 1, name: 'test' });
    const name = 'world_of_another_encoding';
    await sql
      .raw(`create database ${name} template template0 encoding 'SQL_ASCII' locale_provider libc locale 'C'`)
      .execute(db);
    const url = new URL(server);
    url.pathname = name;
    const opening = openDatabase({ data: '/nowhere', databaseUrl: url.href });
    await expect(opening).rejects.toMatchObject({
      code: 'database_not_utf8',
      params: { encoding: 'SQL_ASCII' },
    });
    await sql.raw(`drop database ${name} with (force)`).execute(db);
    await db.destroy();
  });

  test('that nobody answers at is a refusal without its password', async () => {
    const databaseUrl = 'postgres://amal:secret@127.0.0.1:1/none';
    const opening = openDatabase({ data: '/nowhere', databaseUrl });
    await expect(opening).rejects.toMatchObject({
      code: 'database_unreachable',
      params: { said: 'ECONNREFUSED' },
    });
  });

  test('is served by one process only', async () => {
    await using database = await testDatabase();
    const config = { data: '/folder', databaseUrl: database.url };
    const serving = (port: number) => ({ serving: { port, lost() {} } });
    await using _first = await openDatabase(config, serving(3000));
    const second = openDatabase(config, serving(3001));
    await expect(second).rejects.toMatchObject({
      code: 'data_in_use',
      params: { folder: '/folder', port: '3000' },
    });
    await using _beside = await openDatabase(config);
  });
});

test('numbers too large for JavaScript stay text, days stay days, bytes are bytes', async () => {
  await using database = await testDatabase();
  const { rows } = await sql`
    select 9007199254740993::bigint as cell, date '2026-11-22' as day, '\\x0102'::bytea as body`.execute(
    database.db,
  );
  expect(rows).toEqual([{ cell: '9007199254740993', day: '2026-11-22', body: Buffer.from([1, 2]) }]);
});

test('the built-in one of another major is refused with the way over, and nothing is touched', async () => {
  const data = await mkdtemp(join(tmpdir(), 'upstander-major-'));
  try {
    await mkdir(join(data, 'database'));
    await writeFile(join(data, 'database', 'PG_VERSION'), '17\n');
    await expect(openDatabase({ data })).rejects.toMatchObject({
      code: 'database_major',
      params: { was: '17', now: '18' },
    });
    expect(await readdir(data)).toEqual(['database']);
  } finally {
    await rm(data, { recursive: true });
  }
});

test('links the package could not hold are made, and a copy is whole', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'upstander-binaries-'));
  try {
    const native = join(folder, 'native');
    await mkdir(join(native, 'lib'), { recursive: true });
    await writeFile(join(native, 'lib', 'libpq.so.5.18'), 'library');
    const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
    await writeFile(join(native, 'pg-symlinks.json'), JSON.stringify(links));

    const copy = await copyBinaries(native, join(folder, 'copy'));
    expect(await readFile(join(copy, 'lib', 'libpq.so.5'), 'utf8')).toBe('library');
    expect(existsSync(join(native, 'lib', 'libpq.so.5'))).toBe(false);

    expect(await wholeBinaries(native, join(folder, 'spare'))).toBe(native);
    expect(readlinkSync(join(native, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
  } finally {
    await rm(folder, { recursive: true });
  }
});

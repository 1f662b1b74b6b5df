/**
 * Makes a backup: everything of one moment, read over one connection beside whatever else works, sealed as it passes.
 * Then the file is opened again, by a key that lives in memory for as long as this takes, and read to its end.
 */
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { type Clock, toMinute } from '../clock.ts';
import type { Config } from '../config.ts';
import { type Single, single } from '../db/index.ts';
import type { Installation } from '../installation.ts';
import { newIdentity, recipientOf } from '../keys/index.ts';
import { Refusal } from '../refusal.ts';
import { readThrough } from './check.ts';
import { END, type End, FORMAT, fileFolders, fileShape, MANIFEST, type Manifest, nameOf } from './model.ts';
import type { Rooms } from './rooms.ts';
import { dropPart, settle, writePart } from './sealed-file.ts';
import * as store from './store.ts';
import { ending, header, padding } from './tar.ts';

export interface Making {
  config: Pick<Config, 'data'>;
  installation: Installation;
  /** Of the database. */
  url: string;
  clock: Clock;
  rooms: Pick<Rooms, 'leftOut'>;
  /** An age X25519 recipient whose identity is not on this machine. */
  to: string;
  folder: string;
  /** Told once how many rows there are, and then of each some. */
  progress?(total: number): (rows: number) => void;
}

export interface Made {
  file: string;
  bytes: number;
  rows: number;
  tables: number;
  files: number;
}

/** Rows are gathered to parts of this many bytes; the largest single row is held in memory once. */
const PART = 1 << 20;

/** Its name stands in the folder only once it has been read back whole. Refusals: 'backup_unwritten', 'wrong_kind', 'backup_damaged'. */
export async function makeBackup(making: Making): Promise<Made> {
  const made = toMinute(making.clock.now());
  const file = join(making.folder, nameOf('backup', making.installation.id, made));
  const seal = newIdentity();
  await using database = await single(making.url, 'upstander backup');
  if (!(await store.turn(database.client))) throw new Refusal('backup_running', { folder: making.folder });
  try {
    const written = await writePart(
      file,
      [making.to, await recipientOf(seal)],
      packed(making, database.client, made),
    );
    const { manifest, end } = await readThrough(`${file}.part`, seal);
    await settle(file, written);
    const rows = Object.values(end.rows).reduce((all, some) => all + some, 0);
    return { file, bytes: written.bytes, rows, tables: manifest.tables.length, files: end.files };
  } catch (error) {
    await dropPart(file);
    throw error;
  }
}

function packed(making: Making, client: Single['client'], made: Date): AsyncIterable<Uint8Array> {
  const plain = Readable.from(tar(making, client, made), { objectMode: false, highWaterMark: PART });
  const zip = createGzip({ level: 1 });
  plain.once('error', (error) => zip.destroy(error));
  zip.once('close', () => plain.destroy());
  return plain.pipe(zip);
}

async function* tar(making: Making, client: Single['client'], made: Date): AsyncGenerator<Buffer> {
  const { installation } = making;
  const seconds = made.getTime() / 1000;
  function* whole(name: string, content: Buffer): Generator<Buffer> {
    yield header({ name, size: content.length, made: seconds });
    yield content;
    yield padding(content.length);
  }
  await store.snapshot(client);
  const owner = await store.whose(client);
  if (owner?.id !== installation.id || owner.kind !== installation.kind)
    throw new Refusal('wrong_kind', {
      folder: `${installation.kind} ${installation.id}`,
      database: `${owner?.kind} ${owner?.id}`,
    });
  const files = await filesOf(making.config.data);
  const manifest = await describe(making, client, { made, files });
  const step = making.progress?.(manifest.tables.reduce((all, { rows }) => all + rows, 0));
  yield* whole(MANIFEST, json(manifest));
  for (const path of files) {
    const at = join(making.config.data, path);
    const { size } = await stat(at);
    yield header({ name: `data/${path}`, size, made: seconds });
    let left = size;
    for await (const part of size === 0 ? [] : createReadStream(at, { end: size - 1 })) {
      left -= part.length;
      yield part;
    }
    if (left > 0) throw new Refusal('backup_damaged', { file: at, why: 'it grew shorter meanwhile' });
    yield padding(size);
  }
  const rows: End['rows'] = {};
  for (const table of manifest.tables) {
    let number = 0;
    for await (const { part, count } of parts(store.read(client, table))) {
      yield* whole(`tables/${table.name}/${String(++number).padStart(6, '0')}.copy`, part);
      rows[table.name] = (rows[table.name] ?? 0) + count;
      step?.(count);
    }
  }
  await store.leave(client);
  yield* whole(END, json({ rows, files: files.length } satisfies End));
  yield ending();
}

async function describe(
  { installation, rooms }: Making,
  client: Single['client'],
  { made, files }: { made: Date; files: string[] },
): Promise<Manifest> {
  const left = new Set(['migration', 'installation', ...rooms.leftOut]);
  const tables: Manifest['tables'] = [];
  for (const { name, columns } of await store.tablesOf(client)) {
    if (!left.has(name)) tables.push({ name, columns, rows: await store.count(client, { name, columns }) });
  }
  return {
    format: FORMAT,
    installation: installation.id,
    kind: installation.kind,
    made: made.toISOString(),
    postgres: await store.version(client),
    migrations: await store.migrationsOf(client),
    tables,
    sequences: await store.sequencesOf(client),
    files,
  };
}

/** Paths below the data folder, the installation's own first. */
async function filesOf(data: string): Promise<string[]> {
  const below = await Promise.all(
    fileFolders.map(async (folder) => {
      const found = await readdir(join(data, folder), { recursive: true }).catch(() => []);
      return found.map((name) => `${folder}/${name}`);
    }),
  );
  const here = (await readdir(data)).sort();
  return [...here, ...below.flat().sort()].filter((path) => fileShape.test(path));
}

async function* parts(rows: AsyncIterable<Buffer>): AsyncGenerator<{ part: Buffer; count: number }> {
  let held: Buffer[] = [];
  let bytes = 0;
  for await (const row of rows) {
    held.push(row);
    bytes += row.length;
    if (bytes < PART) continue;
    yield { part: Buffer.concat(held), count: held.length };
    held = [];
    bytes = 0;
  }
  if (held.length > 0) yield { part: Buffer.concat(held), count: held.length };
}

const json = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);

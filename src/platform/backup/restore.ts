/**
 * A backup into an empty data folder and an empty database. The whole database comes in one transaction and the folder
 * becomes an installation by the last step but one; until the very last a mark stands in it with which nothing starts.
 * A restore that was cut off is begun again by the same command.
 */
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '../config.ts';
import { mark } from '../db/belonging.ts';
import { migrations, openDatabase, type Single, single } from '../db/index.ts';
import { type Installation, readInstallation, unfinishedRestore } from '../installation.ts';
import { Refusal } from '../refusal.ts';
import { readApart } from './apart.ts';
import { readThrough, type Taking } from './check.ts';
import { fileFolders, type Manifest } from './model.ts';
import type { Replayed, Rooms } from './rooms.ts';
import { hasShape, sizeOf, sumOf, syncFolder, writeWhole } from './sealed-file.ts';
import * as store from './store.ts';

export interface Restoring {
  config: Pick<Config, 'data' | 'databaseUrl'>;
  file: string;
  identity: string;
  /** Files of what was withdrawn, kept beside the backups. */
  apart: readonly string[];
  rooms: Pick<Rooms, 'restored'>;
  /** Told once how many bytes the file has, and then of each some. */
  progress?(total: number): (bytes: number) => void;
  /** Aborted, it ends with the next part of the file, as if it had been cut off there. */
  signal?: AbortSignal;
}

export interface Restored {
  installation: Installation;
  manifest: Manifest;
  /** Null where only the last steps of a restore were left to do. */
  replayed: Replayed | null;
}

/** Settings of another machine may name its database: they are put beside, never in force. */
const placeOf = (path: string): string =>
  path === 'installation.json' ? `${path}.restored` : path === 'settings.env' ? `${path}.before` : path;

/** Enough was read. */
class Enough extends Error {
  override name = 'Enough';
}

/** The first entry alone. Refusals as `readThrough`. */
export async function manifestOf(file: string, identity: string): Promise<Manifest> {
  const seen: Manifest[] = [];
  const taking: Taking = {
    manifest(manifest) {
      seen.push(manifest);
      throw new Enough();
    },
    file: async () => {},
    table: async () => 0,
  };
  await readThrough(file, identity, { taking }).catch((error: unknown) => {
    if (!(error instanceof Enough)) throw error;
  });
  const [manifest] = seen;
  if (manifest === undefined) throw new Refusal('backup_damaged', { file, why: 'it says nothing' });
  return manifest;
}

/**
 * Refusals before anything is touched: 'backup_damaged', 'backup_not_for_you', 'backup_version', 'schema_newer',
 * 'backup_other', 'restore_not_empty' {folder, holds}; and afterwards 'backup_damaged', which leaves nothing that opens.
 */
export async function restore(restoring: Restoring): Promise<Restored> {
  const { config, file, identity } = restoring;
  const { data } = config;
  await sizeOf(file);
  if (!(await hasShape(file))) throw new Refusal('backup_damaged', { file, why: 'it is no sealed file' });
  const manifest = await manifestOf(file, identity);
  const unknown = manifest.migrations.find((name) => !migrations.some((known) => known.name === name));
  if (unknown !== undefined) throw new Refusal('schema_newer', { found: unknown });
  const apart = await readApart(restoring.apart, { identity, installation: manifest.installation });
  const { sha256 } = await sumOf(file);

  const flag = join(data, unfinishedRestore);
  const before = await readFile(flag, 'utf8').catch(() => null);
  if (before === null) await refuseFull(data);
  await mkdir(data, { recursive: true, mode: 0o700 });
  if (before === null) await writeWhole(flag, `${sha256}\n`);

  await using opened = await openDatabase(config, { max: 1, serving: { port: 0, lost() {} } });
  await using database = await single(opened.url, 'upstander restore');
  let replayed: Replayed | null = null;
  if (await store.isEmpty(database.client)) {
    await clear(data);
    await writeWhole(flag, `${sha256}\n`);
    await syncFolder(data);
    replayed = await fill(restoring, database, { manifest, apart });
  } else if (
    before?.trim() !== sha256 ||
    (await store.whose(database.client))?.id !== manifest.installation
  ) {
    if (before === null) await rm(flag, { force: true });
    throw new Refusal('restore_not_empty', { folder: data, holds: 'a database that is not empty' });
  }
  // What is in the database was committed at once and whole: what is left is to say so in the folder.
  const text = await readFile(join(data, placeOf('installation.json')), 'utf8').catch(() =>
    readFile(join(data, 'installation.json'), 'utf8'),
  );
  const installation = readInstallation(text, data);
  await rename(join(data, placeOf('installation.json')), join(data, 'installation.json')).catch(() => {});
  await syncFolder(data);
  await store.tidy(database.client);
  await rm(flag, { force: true });
  await syncFolder(data);
  return { installation, manifest, replayed };
}

/** Only settings for this machine may be there already. */
async function refuseFull(data: string): Promise<void> {
  const found = existsSync(data) ? await readdir(data) : [];
  const [first] = found.filter((name) => name !== 'settings.env');
  if (first !== undefined) throw new Refusal('restore_not_empty', { folder: data, holds: first });
}

/** What an attempt that was cut off left in the folder; the database's own files stay. */
async function clear(data: string): Promise<void> {
  const left = ['installation.json', 'demonstration.json', ...fileFolders];
  for (const path of left) await rm(join(data, placeOf(path)), { recursive: true, force: true });
}

async function fill(
  { config: { data }, file, identity, rooms, progress, signal }: Restoring,
  { client, db }: Single,
  { manifest, apart }: { manifest: Manifest; apart: Awaited<ReturnType<typeof readApart>> },
): Promise<Replayed> {
  const damaged = (why: string) => new Refusal('backup_damaged', { file, why });
  const known = new Map<string, ReadonlySet<string>>();
  const taking: Taking = {
    async manifest({ migrations: had, tables }) {
      await store.settings(client);
      for (const one of migrations.filter(({ name }) => had.includes(name))) await store.applyIn(client, one);
      for (const { name, columns } of await store.tablesOf(client)) known.set(name, new Set(columns));
      for (const { name, columns } of tables)
        if (!columns.every((column) => known.get(name)?.has(column)))
          throw damaged(`table ${name} is unknown`);
      await store.empty(
        client,
        tables.map(({ name }) => name),
      );
    },
    file: (path, content) => writeParts(join(data, placeOf(path)), until(signal, content)),
    table: (table, content) =>
      store.fill(client, table, until(signal, content)).catch((error: unknown) => {
        // What PostgreSQL cannot read or join is the file's fault; its words could hold a row, so they are not shown.
        if (error instanceof Refusal || !('severity' in (error as object))) throw error;
        throw damaged(`table ${table.name} does not fit`);
      }),
  };
  return db.transaction().execute(async (tx) => {
    const step = progress?.(await sizeOf(file));
    await readThrough(file, identity, { taking, ...(step ? { step } : {}) });
    const text = await readFile(join(data, placeOf('installation.json')), 'utf8').catch(() => '{}');
    const installation = readInstallation(text, data);
    const isMixed = manifest.kind === 'real' && manifest.files.includes('demonstration.json');
    if (installation.id !== manifest.installation || installation.kind !== manifest.kind || isMixed)
      throw damaged('it mixes two installations');
    for (const sequence of manifest.sequences) await store.continueSequence(client, sequence);
    const later = migrations.filter(({ name }) => !manifest.migrations.includes(name));
    for (const one of later) await store.applyIn(client, one);
    await mark(tx, installation);
    const replayed = await rooms.restored(tx, { installation, apart });
    await syncFolder(data);
    return replayed;
  });
}

async function* until<P>(signal: AbortSignal | undefined, parts: AsyncIterable<P>): AsyncIterable<P> {
  for await (const part of parts) {
    signal?.throwIfAborted();
    yield part;
  }
}

async function writeParts(path: string, content: AsyncIterable<Buffer>): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const handle = await open(path, 'w', 0o600);
  try {
    for await (const part of content) await handle.writeFile(part);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

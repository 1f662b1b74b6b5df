/**
 * Which installation a data folder is, and the secrets that belong to it. `<data>/installation.json`, mode 0600, is
 * written once. The database knows only id and kind; a folder and a database of two installations refuse each other.
 */
import { existsSync } from 'node:fs';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { belonging, mark } from './db/belonging.ts';
import type { Kysely } from './db/index.ts';
import { type Bytes, fromBase64url, toBase64url } from './keys/bytes.ts';
import { randomBytes, randomId } from './keys/random.ts';
import { Refusal } from './refusal.ts';

export interface Installation {
  /** 22 letters of base64url. */
  id: string;
  kind: 'demonstration' | 'real';
  /** The root's public key: base64url of an Ed25519 key. Its secret is in no file. */
  root: string;
  /** 16 bytes; goes into every receipt's scrypt. */
  salt: Bytes;
  /** 32 bytes; signs the open answers that travel in forms. */
  formSecret: Bytes;
  name: { en: string; ar: string };
  /** An IANA zone, e.g. 'Africa/Cairo': days and promises are counted in it. */
  zone: string;
  /** Names the country's table of lines. */
  country: string;
}

export type NewInstallation = Pick<Installation, 'kind' | 'root' | 'name' | 'zone' | 'country'>;

const text = Type.String({ minLength: 1 });
const File = Type.Object({
  id: text,
  kind: Type.Union([Type.Literal('demonstration'), Type.Literal('real')]),
  root: text,
  salt: text,
  formSecret: text,
  name: Type.Object({ en: text, ar: text }),
  zone: text,
  country: text,
});

/** Stands in a data folder from the first to the last step of a restore. */
export const unfinishedRestore = 'restore.unfinished';

/** Null where the folder is not an installation yet. Refusal 'restore_unfinished' {folder} where it is becoming one. */
export async function openInstallation(data: string): Promise<Installation | null> {
  if (existsSync(join(data, unfinishedRestore))) throw new Refusal('restore_unfinished', { folder: data });
  const written = await readFile(path(data), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new Refusal('data_unusable', { folder: data, said: error.code ?? '' });
  });
  if (written === null) return null;
  return readInstallation(written, data);
}

/** From the file's text. Refusal 'data_unusable' {folder}. */
export function readInstallation(text: string, folder: string): Installation {
  const parsed: unknown = JSON.parse(text);
  if (!Value.Check(File, parsed)) throw new Refusal('data_unusable', { folder, said: 'installation.json' });
  return { ...parsed, salt: fromBase64url(parsed.salt), formSecret: fromBase64url(parsed.formSecret) };
}

/** With an id and secrets of its own, in no folder and no database. */
export function newInstallation(chosen: NewInstallation): Installation {
  return { ...chosen, id: randomId(), salt: randomBytes(16), formSecret: randomBytes(32) };
}

/**
 * Makes the folder an installation, once: Refusal 'wrong_kind' where it is one already, even when two try at a time.
 * The file is on disk when this returns.
 */
export async function createInstallation(data: string, chosen: NewInstallation): Promise<Installation> {
  const made = newInstallation(chosen);
  const unfinished = `${path(data)}.${made.id}`;
  await mkdir(data, { recursive: true, mode: 0o700 });
  try {
    const file = await open(unfinished, 'wx', 0o600);
    await file.writeFile(`${JSON.stringify(written(made), null, 2)}\n`);
    await file.sync();
    await file.close();
    await link(unfinished, path(data));
    return made;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Refusal('wrong_kind', { folder: 'an installation', database: chosen.kind });
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Marks a new database as this installation's; Refusal 'wrong_kind' where it belongs to another. */
export async function matchInstallation(db: Kysely<unknown>, installation: Installation): Promise<void> {
  await mark(db, installation);
  const marked = await belonging(db);
  if (marked?.id === installation.id && marked.kind === installation.kind) return;
  throw new Refusal('wrong_kind', {
    folder: `${installation.kind} ${installation.id}`,
    database: `${marked?.kind} ${marked?.id}`,
  });
}

/** Refusal 'installation_missing' where the database belongs to an installation whose file is gone. */
export async function refuseOrphan(db: Kysely<unknown>, data: string): Promise<void> {
  if ((await belonging(db)) !== null) throw new Refusal('installation_missing', { folder: data });
}

function written({ salt, formSecret, ...open }: Installation) {
  return { ...open, salt: toBase64url(salt), formSecret: toBase64url(formSecret) };
}

function path(data: string): string {
  return join(data, 'installation.json');
}

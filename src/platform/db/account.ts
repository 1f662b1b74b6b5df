/**
 * As whom the database runs. PostgreSQL refuses root, so as root it is given a user namespace in which root's
 * files belong to an ordinary account; where the machine forbids that, an account number of its own, and, if that
 * one cannot reach the data folder, a folder it can reach.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  chmod,
  chown,
  cp,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../refusal.ts';
import { type Binaries, copyBinaries, copyName, program, versionOf } from './binaries.ts';

export interface Account {
  /** Put before each command, e.g. ['unshare', '--user', ...]. */
  prefix: readonly string[];
  /** The user and group each command is started as, where it is not ours. */
  uid?: number;
  /** Where the database's own folder is. */
  folder: string;
  binaries: Binaries;
}

/** Belongs to nobody in any distribution's ranges. */
export const OWN_UID = 58_431;
const SHELTER = '/var/lib/upstander';

/** `folder` is where the database would be, inside the data folder; it need not exist yet. */
export async function chooseAccount(folder: string, binaries: Binaries): Promise<Account> {
  if (process.getuid?.() !== 0) return { prefix: [], folder, binaries };

  const place = await rememberedPlace(folder);
  const owner = existsSync(place) ? (await stat(place)).uid : 0;
  if (owner === 0) {
    const prefix = await namespace();
    if (prefix !== null) return { prefix, folder: place, binaries };
  }
  return ordinary(folder, { place, binaries, uid: owner === 0 ? OWN_UID : owner });
}

/** Null where user namespaces are not allowed. initdb looks its account up by name, so it must be one that exists. */
async function namespace(): Promise<string[] | null> {
  const uid = await namedUid();
  if (uid === null) return null;
  const prefix = ['unshare', '--user', `--map-user=${uid}`, `--map-group=${uid}`];
  const tried = spawnSync('unshare', [...prefix.slice(1), 'id', '-u'], { encoding: 'utf8' });
  return tried.stdout?.trim() === String(uid) ? prefix : null;
}

/** An account of this machine that is not root: a person's, else the one named nobody, else any. */
export async function namedUid(): Promise<number | null> {
  const lines = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const uids = lines
    .split('\n')
    .map((line) => Number(line.split(':')[2] ?? 0))
    .filter((uid) => Number.isInteger(uid) && uid > 0);
  return (
    uids.find((uid) => uid >= 1000 && uid < 60_000) ?? uids.find((uid) => uid === 65_534) ?? uids[0] ?? null
  );
}

interface Where {
  place: string;
  binaries: Binaries;
  uid: number;
}

async function ordinary(folder: string, { place, binaries, uid }: Where): Promise<Account> {
  const may = (flag: '-x' | '-w', path: string) =>
    spawnSync('test', [flag, path], { uid, gid: uid }).status === 0;
  try {
    const reached = may('-x', program(binaries, 'postgres')) ? binaries : await shelter(binaries);
    await mkdir(place, { recursive: true, mode: 0o700 });
    // The data folder shows no names to others and its files stay ours alone; the account only passes through it.
    if (place === folder) await chmod(dirname(folder), 0o711);
    await own(place, uid);
    const reachable = may('-w', place) ? place : await moveOut(folder, uid);
    return { prefix: [], uid, folder: reachable, binaries: reached };
  } catch {
    throw new Refusal('database_as_root', { folder: dirname(folder) });
  }
}

async function shelter(binaries: Binaries): Promise<Binaries> {
  return copyBinaries(binaries, join(SHELTER, copyName(await versionOf(binaries))));
}

/** Moves the database to a folder its account can reach and remembers where; the same data folder finds it again. */
async function moveOut(folder: string, uid: number): Promise<string> {
  const to = join(SHELTER, encodeURIComponent(folder));
  await mkdir(SHELTER, { recursive: true, mode: 0o755 });
  if (existsSync(join(folder, 'PG_VERSION')) && !existsSync(to)) {
    await cp(folder, `${to}.moving`, { recursive: true });
    await rename(`${to}.moving`, to);
  }
  await mkdir(to, { recursive: true, mode: 0o700 });
  await own(to, uid);
  await writeFile(placeFile(folder), to, { mode: 0o600 });
  await rm(folder, { recursive: true, force: true });
  return to;
}

/** Where the database of this data folder is: inside it, or where it had to be moved to. */
export async function rememberedPlace(folder: string): Promise<string> {
  const moved = await readFile(placeFile(folder), 'utf8').catch(() => '');
  return moved === '' ? folder : moved;
}

function placeFile(folder: string): string {
  return join(dirname(folder), `${basename(folder)}.place`);
}

/** Makes a folder, with all that is in it, belong to an account. */
export async function own(path: string, uid: number): Promise<void> {
  const found = await lstat(path);
  if (found.uid !== uid) await chown(path, uid, uid);
  if (!found.isDirectory()) return;
  await chmod(path, 0o700);
  for (const name of await readdir(path)) await own(join(path, name), uid);
}

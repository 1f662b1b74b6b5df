/** The database inside a data folder: started when it is needed, taken over when it is already running. */
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '../clock.ts';
import { randomToken } from '../keys/random.ts';
import { Refusal } from '../refusal.ts';
import { type Account, chooseAccount, rememberedPlace } from './account.ts';
import { type Binaries, installedBinaries, versionOf, wholeBinaries } from './binaries.ts';
import { type IsOver, initialise, type Running, running, start, stop, USER } from './postmaster.ts';

/** Ends the database of a data folder, wherever it had to be put, and removes the folder with all that is in it. */
export async function discard(data: string): Promise<void> {
  const place = await rememberedPlace(join(data, 'database'));
  await stop(place);
  await rm(place, { recursive: true, force: true, maxRetries: 5 });
  await rm(data, { recursive: true, force: true, maxRetries: 5 });
}

export interface Embedded {
  /** Starts the server if it is not running, waits while it is starting or stopping, and says where it is. */
  ensure(isOver: IsOver): Promise<string>;
  /** Fast shutdown; nothing to do where it is not running. */
  stop(): Promise<void>;
}

/** Nothing happens before `ensure`. Refusals: 'data_unusable', 'database_major', 'database_start', 'database_as_root'. */
export function embedded(data: string): Embedded {
  const folder = join(data, 'database');
  let lastPort: number | undefined;

  async function ensure(isOver: IsOver): Promise<string> {
    await usable(data);
    for (;;) {
      if (isOver()) throw new Error('Nobody needs it any more');
      const now = running(await rememberedPlace(folder));
      if (now === null) {
        await alone(data, () => startIfStopped(isOver));
      } else if (now.status === 'ready') {
        lastPort = now.port;
        return url(now, await readFile(passwordFile(data), 'utf8'));
      }
      await pause(20);
    }
  }

  async function startIfStopped(isOver: IsOver): Promise<void> {
    if (running(await rememberedPlace(folder)) !== null) return;
    const installed = installedBinaries();
    await sameMajor(folder, installed);
    const binaries = await wholeBinaries(installed, data);
    const account: Account = await chooseAccount(folder, binaries);
    if (!existsSync(join(account.folder, 'PG_VERSION'))) {
      const password = randomToken();
      await writeFile(passwordFile(data), password, { mode: 0o600 });
      await initialise(account, password);
    }
    // The port it had before, so that connections of a server that lived on find it again.
    await start(account, { log: join(data, 'database.log'), port: lastPort, isOver });
  }

  return { ensure, stop: async () => stop(await rememberedPlace(folder)) };
}

/** PostgreSQL reads no folder of another major; Refusal 'database_major' says the way over, before anything is touched. */
async function sameMajor(folder: string, binaries: Binaries): Promise<void> {
  const place = await rememberedPlace(folder);
  const was = (await readFile(join(place, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  const [now = ''] = (await versionOf(binaries)).split('.');
  if (was !== '' && was !== now) throw new Refusal('database_major', { was, now });
}

function url({ port }: Running, password: string): string {
  return `postgres://${USER}:${password}@127.0.0.1:${port}/postgres`;
}

function passwordFile(data: string): string {
  return join(data, 'database.password');
}

async function usable(data: string): Promise<void> {
  try {
    await mkdir(data, { recursive: true, mode: 0o700 });
    const probe = join(data, `.probe-${process.pid}`);
    await writeFile(probe, '');
    await rm(probe);
  } catch (error) {
    throw new Refusal('data_unusable', { folder: data, said: (error as NodeJS.ErrnoException).code ?? '' });
  }
}

const STALE_MS = 60_000;

/** Two processes that find the database stopped at once: one starts it, the other waits and finds it running. */
async function alone(data: string, work: () => Promise<void>): Promise<void> {
  const file = join(data, 'database.starting');
  const mine = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return null;
    throw error;
  });
  if (mine === null) {
    if (await abandoned(file)) await rm(file, { force: true });
    return;
  }
  try {
    await mine.writeFile(String(process.pid));
    await work();
  } finally {
    await mine.close();
    await rm(file, { force: true });
  }
}

/** A starter that was killed leaves its file behind; one that takes this long is not starting anything. */
async function abandoned(file: string): Promise<boolean> {
  const pid = Number(await readFile(file, 'utf8').catch(() => ''));
  const age = await stat(file).then(
    ({ mtimeMs }) => systemClock.now().getTime() - mtimeMs,
    () => 0,
  );
  if (age > STALE_MS) return true;
  if (!(pid > 0)) return age > 1_000;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

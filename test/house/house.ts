/** The built server as a process of its own, the way people start it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface Started extends AsyncDisposable {
  /** What it printed so far, on both outputs. */
  said(): string;
  /** The address it printed; rejects with what it said where it ended instead. */
  url: Promise<string>;
  pid: number;
  kill(signal: NodeJS.Signals): void;
  /** The exit code, or the signal that ended it. */
  ended: Promise<number | string>;
}

export interface How {
  data: string;
  env?: Readonly<Record<string, string | undefined>>;
  /** Words put before, e.g. ['setpriv', '--reuid', '65534', ...]. */
  as?: readonly string[];
  /** What is run; the server by default. */
  run?: readonly string[];
}

const server = [process.execPath, resolve('dist/server/main.js')];

export function start({ data, env = {}, as = [], run = server }: How): Started {
  const [command = '', ...args] = [...as, ...run];
  const child: ChildProcess = spawn(command, args, {
    cwd: '/',
    env: { PATH: process.env.PATH, UPSTANDER_DATA: data, PORT: '0', ...env },
    // The channel ends with us: then the server ends too, also where a test was cut off.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  const url = Promise.withResolvers<string>();
  const listen = (part: Buffer) => {
    said += part;
    const found = /open at (\S+)/.exec(said)?.[1];
    if (found !== undefined) url.resolve(found);
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  const ended = new Promise<number | string>((done) => {
    child.once('error', (error) => done(error.message));
    child.once('close', (code, signal) => done(code ?? signal ?? ''));
  });
  void ended.then((how) => url.reject(new Error(`It ended with ${how}: ${said}`)));
  url.promise.catch(() => {});
  return {
    said: () => said,
    url: url.promise,
    pid: child.pid ?? 0,
    kill: (signal) => void child.kill(signal),
    ended,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

export type Folder = { path: string } & AsyncDisposable;

/** A data folder that only we can enter; the database in it is stopped before it goes. */
export async function dataFolder(): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), 'upstander-house-'));
  return {
    path,
    async [Symbol.asyncDispose]() {
      const pid = postmaster(path);
      if (pid !== null) process.kill(pid, 'SIGINT');
      await gone(pid);
      await rm(path, { recursive: true, force: true });
    },
  };
}

/** A data folder that was started and stopped before, so that a start is as quick as the second one is. */
export async function usedFolder(like: Folder): Promise<Folder> {
  const folder = await dataFolder();
  await cp(like.path, folder.path, { recursive: true });
  return folder;
}

/** The folder others are copied from. */
export async function firstFolder(): Promise<Folder> {
  const folder = await dataFolder();
  await using server = start({ data: folder.path });
  await server.url;
  return folder;
}

/** The process number of the database in a data folder, if it is running. */
export function postmaster(data: string, folder = join(data, 'database')): number | null {
  try {
    const pid = Number(readFileSync(join(folder, 'postmaster.pid'), 'utf8').split('\n')[0]);
    return isAlive(pid) ? pid : null;
  } catch {
    return null;
  }
}

/** A process that has ended but that nobody has asked about yet is not alive. */
export function isAlive(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

export async function gone(pid: number | null): Promise<void> {
  while (pid !== null && isAlive(pid)) await pause(20);
}

export async function page(url: string): Promise<number> {
  return (await fetch(url)).status;
}

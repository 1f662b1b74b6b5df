/** The PostgreSQL server process of a data folder: is it running, start it, stop it. */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { chown, mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { randomInt } from '../keys/random.ts';
import { Refusal } from '../refusal.ts';
import { type Account, namedUid, OWN_UID, own } from './account.ts';
import { program } from './binaries.ts';

export const USER = 'upstander';

export interface Running {
  pid: number;
  port: number;
  /** 'ready' when it takes connections. */
  status: string;
}

/** What postmaster.pid says, if the process it names is alive and really is this folder's database. */
export function running(folder: string): Running | null {
  const lines = readOr(join(folder, 'postmaster.pid')).split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!(pid > 0) || !isDatabaseOf(folder, pid)) return null;
  return { pid, port, status: lines[7]?.trim() ?? '' };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isDatabaseOf(folder: string, pid: number): boolean {
  if (!isAlive(pid)) return false;
  const command = readOr(`/proc/${pid}/cmdline`).replaceAll('\0', ' ') || commandOf(pid);
  return command.includes('postgres') && command.includes(folder);
}

function commandOf(pid: number): string {
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}

/**
 * A new, empty database folder: UTF-8 whatever the machine's language is, and `password` for everybody.
 * Refusal 'database_start' with the last thing it said.
 */
export async function initialise(account: Account, password: string): Promise<void> {
  const { folder, binaries, uid } = account;
  // initdb looks its account up by name and the server does not, so a number without a name borrows one for this.
  const maker: Account = uid === OWN_UID ? { ...account, uid: (await namedUid()) ?? uid } : account;
  const handed = join(folder, '..', `${basename(folder)}.handed`);
  try {
    // An earlier attempt that was cut off leaves parts behind, but no version file.
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(handed, password, { mode: 0o600 });
    if (maker.uid !== undefined) {
      await chown(folder, maker.uid, maker.uid);
      await chown(handed, maker.uid, maker.uid);
    }
    const made = await run(maker, [
      program(binaries, 'initdb'),
      `--pgdata=${folder}`,
      `--username=${USER}`,
      `--pwfile=${handed}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ]);
    if (made.code !== 0) throw new Refusal('database_start', { said: lastLine(made.said) });
    if (uid !== undefined) await own(folder, uid);
  } finally {
    await rm(handed, { force: true });
  }
}

const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'timezone=UTC',
  'log_timezone=UTC',
  // A log of what happened to the server; never a statement or a value of one.
  'log_min_messages=fatal',
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
  'log_checkpoints=off',
  // Old write-ahead segments are removed, not kept for another use.
  'wal_recycle=off',
  'max_wal_size=256MB',
];

/** True from the moment nobody waits for the database any more: what is only just starting is stopped again. */
export type IsOver = () => boolean;

interface Start {
  log: string;
  /** Where connections wait for it; undefined: the one it had last, if that is free. */
  port: number | undefined;
  isOver: IsOver;
}

/** Returns when it takes connections. Refusal 'database_start'. */
export async function start(account: Account, { log, port, isOver }: Start): Promise<Running> {
  for (let attempt = 1; ; attempt++) {
    const at = port ?? (await portBefore(account.folder)) ?? (await databasePort());
    const tried = await startOnce(account, { log, port: at, isOver });
    if (typeof tried !== 'string') return tried;
    // The port was taken meanwhile, or children of a killed predecessor are still leaving.
    const passing = /TCP\/IP sockets|shared memory block|still in use|lock file/i.test(tried);
    if (!passing || attempt === 20) throw new Refusal('database_start', { said: lastLine(tried) });
    await pause(200);
  }
}

/** What it said instead, where it did not start. */
async function startOnce(account: Account, { log, port, isOver }: Start): Promise<Running | string> {
  await forgetTakenPid(account.folder);
  const before = readOr(log).length;
  const out = openSync(log, 'a', 0o600);
  const [command = '', ...args] = [
    ...account.prefix,
    program(account.binaries, 'postgres'),
    '-D',
    account.folder,
    '-p',
    String(port),
    ...settings.flatMap((setting) => ['-c', setting]),
  ];
  // In a session of its own, so that Ctrl-C reaches us first and we stop it in order.
  const child = spawn(command, args, {
    ...as(account),
    detached: true,
    stdio: ['ignore', out, out],
    cwd: '/',
  });
  closeSync(out);
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  child.once('error', () => {
    ended = true;
  });
  child.unref();
  while (!ended) {
    const now = running(account.folder);
    if (now !== null && now.pid === child.pid && now.status === 'ready') return now;
    if (isOver()) child.kill('SIGINT');
    await pause(10);
  }
  return readOr(log).slice(before) || `${command} did not start`;
}

/**
 * After a restart of the machine the number in postmaster.pid may belong to another program, or to a dead process that
 * nobody buried; PostgreSQL would take either for itself. A number nobody has is left for PostgreSQL to judge.
 * Children of a killed server end by themselves; none of them may still be writing when the file goes.
 */
async function forgetTakenPid(folder: string): Promise<void> {
  const file = join(folder, 'postmaster.pid');
  const pid = Number(readOr(file).split('\n')[0]);
  if (!(pid > 0) || !isAlive(pid) || isDatabaseOf(folder, pid)) return;
  while (isWorkedIn(folder)) await pause(20);
  rmSync(file, { force: true });
}

/** True while a process of this machine works in the folder, as every process of a database does. */
function isWorkedIn(folder: string): boolean {
  const numbers = existsSync('/proc/self/cwd')
    ? readdirSync('/proc').filter((name) => /^\d+$/.test(name))
    : [];
  return numbers.some((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder;
    } catch {
      return false;
    }
  });
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk when this returns. */
export async function stop(folder: string): Promise<void> {
  const now = running(folder);
  if (now === null) return;
  process.kill(now.pid, 'SIGINT');
  while (running(folder)?.pid === now.pid) await pause(10);
}

/** A port nobody listens on now. */
export function freePort(): Promise<number> {
  return listening(0).then((port) => port ?? freePort());
}

/**
 * A free one below the range in which connections take theirs: a client that tries again and again while the database
 * is away could otherwise be given the very port the database is to come back on.
 */
async function databasePort(): Promise<number> {
  return (await listening(20_000 + randomInt(10_000))) ?? databasePort();
}

/** So that a server that lost its database finds it again, whoever started it. Null where there was none, or it is taken. */
async function portBefore(folder: string): Promise<number | null> {
  const port = /"-p" "(\d+)"/.exec(readOr(join(folder, 'postmaster.opts')))?.[1];
  return port === undefined ? null : listening(Number(port));
}

/** The port, once it was listened on for a moment; null where it is taken. */
async function listening(wanted: number): Promise<number | null> {
  const server = createServer();
  const port = await new Promise<number | null>((done) => {
    server.once('error', () => done(null));
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      done(typeof address === 'object' && address !== null ? address.port : null);
    });
  });
  if (port !== null) await new Promise((closed) => server.close(closed));
  return port;
}

interface Ran {
  code: number | null;
  said: string;
}

function run(account: Account, line: string[]): Promise<Ran> {
  const [command = '', ...args] = [...account.prefix, ...line];
  return new Promise((done) => {
    const child = spawn(command, args, { ...as(account), cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (part: Buffer) => (said += part));
    child.stderr.on('data', (part: Buffer) => (said += part));
    child.once('error', (error) => done({ code: null, said: error.message }));
    child.once('close', (code) => done({ code, said }));
  });
}

function as({ uid }: Account): { uid?: number; gid?: number } {
  return uid === undefined ? {} : { uid, gid: uid };
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

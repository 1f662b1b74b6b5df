/** An empty Debian 13 in a folder, in which commands are typed as root: its own programs and files, this machine's network. */
import { type ChildProcessWithoutNullStreams, execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { chmod, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect } from 'vitest';
import { kept, keptFolder, tell } from '../kept-folder.ts';

/** What is missing here to make one, as a sentence; null where nothing is. */
export function missing(): string | null {
  if (process.getuid?.() !== 0) return 'only root can make the root file system of another machine';
  const wanted = ['debootstrap', 'unshare', 'chroot', 'git', 'npm'];
  const absent = wanted.filter((name) => spawnSync('which', [name]).status !== 0);
  if (absent.length > 0) return `missing on this machine: ${absent.join(', ')}`;
  if (spawnSync('unshare', ['--mount', 'true']).status !== 0) return 'nothing may be mounted here';
  return null;
}

export interface Machine extends AsyncDisposable {
  /** Where its `/` lies. */
  folder: string;
  /** One line as root types it; `type` answers what it asks on standard error. Both outputs; rejects unless it ends with 0. */
  line(command: string, type?: Type): Promise<string>;
}

/** What somebody answers to a line on standard error; nothing where it asks nothing. */
export type Type = (asked: string) => string | undefined;

/** With the committed source under /srv/upstander.git, and `systemctl` that starts what the unit says. */
export async function debian(): Promise<Machine> {
  const machine = await bare();
  const { folder, line } = machine;
  const bundle = join(folder, 'srv/upstander.git');
  execFileSync('git', ['clone', '--quiet', '--bare', '--no-hardlinks', '.', bundle]);
  // Whatever is checked out here: there it is the branch main.
  const source = ['--git-dir', bundle];
  execFileSync('git', [...source, 'update-ref', 'refs/heads/main', 'HEAD']);
  execFileSync('git', [...source, 'symbolic-ref', 'HEAD', 'refs/heads/main']);
  cpSync('test/long/debian/systemctl.sh', join(folder, 'usr/local/sbin/systemctl'));
  await chmod(join(folder, 'usr/local/sbin/systemctl'), 0o755);
  return {
    folder,
    line,
    async [Symbol.asyncDispose]() {
      const unit = join(folder, 'etc/systemd/system/upstander.service');
      if (existsSync(unit)) await line('systemctl stop upstander').catch(() => {});
      await machine[Symbol.asyncDispose]();
    },
  };
}

const fileNow = () => basename(expect.getState().testPath ?? 'debian', '.test.ts');

/** With nothing of ours in it. */
export async function bare(): Promise<Machine> {
  const base = await kept('debian-13', async (unfinished) => {
    tell('Making an empty Debian 13, once.');
    execFileSync('debootstrap', ['--variant=minbase', 'trixie', unfinished, mirror()], { stdio: 'ignore' });
  });
  const folder = await mkdtemp(join(tmpdir(), 'upstander-debian-'));
  execFileSync('cp', ['-a', '--reflink=auto', `${base}/.`, folder]);
  await chmod(folder, 0o755);
  const keep = await keptFolder();
  // Each test file its own: apt leaves at once where another apt is at work in the same folder.
  const caches = { [`apt-${fileNow()}`]: 'var/cache/apt/archives', npm: 'var/cache/npm' };
  for (const [name, inside] of Object.entries(caches)) {
    mkdirSync(join(keep, name, 'partial'), { recursive: true });
    mkdirSync(join(folder, inside), { recursive: true });
  }
  const mounts = [
    `mount -t proc proc ${folder}/proc`,
    ...Object.entries(caches).map(([name, inside]) => `mount --bind ${keep}/${name} ${folder}/${inside}`),
  ].join(' && ');
  for (const file of ['/etc/resolv.conf', '/etc/hosts']) cpSync(file, join(folder, file));
  // The folder is thrown away, so nothing has to reach the disk.
  writeFileSync(join(folder, 'etc/dpkg/dpkg.cfg.d/quick'), 'force-unsafe-io\n');
  const env = environment(folder);

  const line: Machine['line'] = (command, type = () => undefined) => {
    const inside = `${mounts} && exec chroot ${folder} /bin/sh -c "$0"`;
    const child = spawn('nice', ['unshare', '--mount', 'sh', '-c', inside, command], { env });
    const said = typing(child, type);
    return new Promise((done, failed) => {
      child.once('error', failed);
      child.once('exit', (code) => {
        // What it started goes on and holds the outputs open.
        for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
        if (code === 0) done(said());
        else failed(new Error(`${command} ended with ${code}: ${said().slice(-3000)}`));
      });
    });
  };

  return {
    folder,
    line,
    async [Symbol.asyncDispose]() {
      execFileSync('rm', ['-rf', '--one-file-system', folder]);
    },
  };
}

/** Answers what is asked on standard error; what was said so far on both outputs. */
export function typing(child: ChildProcessWithoutNullStreams, type: Type): () => string {
  let said = '';
  let open = '';
  child.stdout.on('data', (part) => {
    said += part;
  });
  child.stderr.on('data', (part) => {
    said += part;
    open += part;
    const whole = open.split('\n');
    open = whole.pop() ?? '';
    for (const asked of whole) {
      const answer = type(asked);
      if (answer !== undefined) child.stdin.write(`${answer}\n`);
    }
  });
  return () => said;
}

/** Where this machine's own packages come from, else Debian's usual address. */
function mirror(): string {
  const sources = execFileSync('sh', [
    '-c',
    'cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null || true',
  ]);
  return (
    /^[^#\n]*?(https?:\/\/\S*\/debian)\/?\s/m.exec(sources.toString())?.[1] ?? 'http://deb.debian.org/debian'
  );
}

/** Nothing of ours but the way out: a proxy, the registry, and who is believed. */
function environment(folder: string): NodeJS.ProcessEnv {
  const ways = Object.entries(process.env).filter(([name]) => /^(https?|no)_proxy$/i.test(name));
  const registry = execFileSync('npm', ['config', 'get', 'registry'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const believed = process.env.NODE_EXTRA_CA_CERTS;
  const inside = '/etc/upstander-test-ca.pem';
  if (believed) cpSync(believed, join(folder, inside), { dereference: true });
  return {
    ...Object.fromEntries(ways),
    ...(believed ? { NODE_EXTRA_CA_CERTS: inside } : {}),
    PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    HOME: '/root',
    LANG: 'C.UTF-8',
    DEBIAN_FRONTEND: 'noninteractive',
    npm_config_registry: registry.toString().trim(),
    npm_config_cache: '/var/cache/npm',
  };
}

/** A file of that machine, read from here. */
export const fileOf = ({ folder }: Machine, path: string): Promise<string> =>
  readFile(join(folder, path), 'utf8');

/** A file of that machine, written from here. */
export const writeOn = ({ folder }: Machine, path: string, text: string, flag = 'w'): void =>
  writeFileSync(join(folder, path), text, { flag });

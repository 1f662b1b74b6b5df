/** A container of an image as deploy/compose.yaml says: its account, no rights, nothing to write but /data and what is in memory. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Image } from './dockerfile.ts';
import { type Type, typing } from './machine.ts';

/** A new volume begins as the folder of the image. */
export function volumeOf({ machine, said }: Image): string {
  const folder = mkdtempSync(join(tmpdir(), 'upstander-volume-'));
  execFileSync('cp', ['-a', `${join(machine.folder, said.get('VOLUME') ?? '')}/.`, folder]);
  return folder;
}

export interface Started {
  child: ChildProcess;
  /** Both outputs. */
  said(): string;
  /** Its exit code; null after a signal. */
  ended: Promise<number | null>;
}

export interface How {
  volume: string;
  env: Readonly<Record<string, string>>;
  /** Program and arguments; without it ENTRYPOINT and CMD. */
  line?: readonly string[];
  type?: Type;
}

export function started(image: Image, { volume, env, line, type = () => undefined }: How): Started {
  const { machine, workdir, said } = image;
  const root = machine.folder;
  const list = (what: string) => JSON.parse(said.get(what) ?? '[]') as string[];
  const [user = '', group = ''] = (said.get('USER') ?? '').split(':');
  const walls = [
    `mount --bind ${root} ${root}`,
    `mount -o remount,bind,ro ${root}`,
    `mount -t proc proc ${root}/proc`,
    `mount -t tmpfs -o size=64m,mode=1777,noexec,nosuid,nodev tmp ${root}/tmp`,
    `mount -t tmpfs -o size=64m,mode=1777 shm ${root}/dev/shm`,
    `mount --bind ${volume} ${root}${said.get('VOLUME')}`,
  ].join(' && ');
  const as = `--reuid=${user} --regid=${group} --clear-groups --no-new-privs --bounding-set=-all`;
  const enter = `exec chroot ${root} setpriv ${as} env -C ${workdir} "$@"`;
  const child = spawn(
    'unshare',
    [
      ...['--mount', 'sh', '-c', `${walls} && ${enter}`, 'sh'],
      ...(line ?? [...list('ENTRYPOINT'), ...list('CMD')]),
    ],
    { env: { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', ...image.env, ...env } },
  );
  const text = typing(child, type);
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  return { child, said: text, ended };
}

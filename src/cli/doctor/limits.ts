/** What the system allows a process: open files, and files of its memory after a crash. */
import { existsSync, readFileSync } from 'node:fs';
import type { Finding } from './finding.ts';

const ENOUGH_FILES = 4_096;

/** Of this very process; the server's come from the same shell or the same unit. Linux only: elsewhere nothing is said. */
export function limits(file = '/proc/self/limits'): Finding[] {
  return existsSync(file) ? limitsIn(readFileSync(file, 'utf8')) : [];
}

/** `text`: as in /proc/<pid>/limits, soft limits in the first column of figures. */
export function limitsIn(text: string): Finding[] {
  const soft = (name: string) => new RegExp(`^${name}\\s+(\\S+)`, 'm').exec(text)?.[1];
  const [files, core] = [soft('Max open files'), soft('Max core file size')];
  return [
    ...(files === undefined ? [] : [openFiles(files)]),
    ...(core === undefined ? [] : [coreFiles(core)]),
  ];
}

function openFiles(soft: string): Finding {
  const what = 'open files';
  const enough = soft === 'unlimited' || Number(soft) >= ENOUGH_FILES;
  if (enough) return { what, state: 'fine', found: `${soft} at once` };
  const found = `${soft} at once: many phones at the same moment would be turned away; LimitNOFILE=65536 (deploy/upstander.service) or ulimit -n ${ENOUGH_FILES}`;
  return { what, state: 'mind', found };
}

function coreFiles(soft: string): Finding {
  const what = 'core files';
  if (soft === '0') return { what, state: 'fine', found: 'none: a crash leaves no memory on the disk' };
  const found = `up to ${soft}: a crash could leave on the disk what stood in memory; LimitCORE=0 or ulimit -c 0`;
  return { what, state: 'wrong', found };
}

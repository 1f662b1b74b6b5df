/** What it runs on: Node, the data folder, the disk. */
import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Config } from '../../platform/config.ts';
import { sizeSaid } from '../../platform/i18n/index.ts';
import type { Installation } from '../../platform/installation.ts';
import { waysFrom } from '../../platform/ways.ts';
import type { Finding } from './finding.ts';

const NEEDED_NODE = 24;
const ENOUGH_FREE = 500e6;

export function node(version = process.versions.node): Finding {
  const state = Number.parseInt(version, 10) >= NEEDED_NODE ? 'fine' : 'wrong';
  return { what: 'node', state, found: `${version}; ${NEEDED_NODE} comes with the packages` };
}

export function folder({ data }: Pick<Config, 'data'>, installation: Installation | null): Finding {
  const found =
    installation === null
      ? `nothing yet in ${data}; ${waysFrom().start()} makes a demonstration there`
      : `${installation.kind}, ${installation.name.en}, in ${data}`;
  return { what: 'installation', state: 'fine', found };
}

export async function disk({ data }: Pick<Config, 'data'>): Promise<Finding> {
  const { bavail, bsize } = await statfs(existsSync(data) ? data : dirname(data));
  const free = Number(bavail) * Number(bsize);
  const state = free >= ENOUGH_FREE ? 'fine' : 'wrong';
  const found = `${sizeSaid(free)} free; ${sizeSaid(ENOUGH_FREE)} are enough to go on`;
  return { what: 'disk', state, found };
}

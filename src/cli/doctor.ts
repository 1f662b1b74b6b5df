/** `upstander doctor`: what could keep this installation from working, and what to do about it. */
import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { health, isBegun, migrations, openDatabase } from '../platform/db/index.ts';
import { openInstallation } from '../platform/installation.ts';
import type { Command } from './command.ts';
import { say } from './say.ts';

export interface Finding {
  what: string;
  fine: boolean;
  /** What was found and, where it is not fine, what to do. */
  found: string;
}

const ENOUGH_FREE_MB = 500;
const CLOCKS_MAY_DIFFER_S = 60;

export const command: Command = {
  summary: 'looks for what could keep this installation from working',
  usage: ['doctor'],
  async run({ config }) {
    const findings = await examine(config);
    const text = findings.map(({ what, fine, found }) => `${fine ? '✓' : '✗'} ${what}: ${found}`).join('\n');
    return { data: { findings }, text, failed: findings.some(({ fine }) => !fine) };
  },
};

export async function examine(config: Config): Promise<Finding[]> {
  const parts = [node, folder, database, space, address];
  const findings: Finding[] = [];
  for (const part of parts) {
    const looked = await part(config).catch((error: unknown) => [
      { what: part.name, fine: false, found: say(error).replaceAll('\n', ' ') },
    ]);
    findings.push(...looked);
  }
  return findings;
}

async function node(): Promise<Finding[]> {
  const { node: version } = process.versions;
  return [
    {
      what: 'node',
      fine: Number.parseInt(version, 10) >= 24,
      found: `${version}; 24 comes with the packages`,
    },
  ];
}

async function folder({ data }: Config): Promise<Finding[]> {
  const installation = await openInstallation(data);
  const found =
    installation === null
      ? `nothing yet in ${data}; npm start makes a demonstration there`
      : `${installation.kind}, ${installation.name.en}, in ${data}; texts in English and Arabic`;
  return [{ what: 'installation', fine: true, found }];
}

async function database(config: Config): Promise<Finding[]> {
  if (!isBegun(config)) return [{ what: 'database', fine: true, found: 'none yet; npm start makes it' }];
  await using opened = await openDatabase(config, { max: 1 });
  const before = systemClock.now().getTime();
  const { version, encoding, size, now, applied } = await health(opened.db);
  const seconds = Math.abs(now.getTime() - before) / 1000;
  return [
    { what: 'database', fine: true, found: `PostgreSQL ${version}, ${encoding}, ${size}` },
    tables(applied),
    {
      what: 'clock',
      fine: seconds < CLOCKS_MAY_DIFFER_S,
      found: `${seconds.toFixed(1)} s beside the database's`,
    },
  ];
}

function tables(applied: readonly string[]): Finding {
  const newer = applied.find((name) => !migrations.some((known) => known.name === name));
  if (newer !== undefined) {
    return { what: 'tables', fine: false, found: `of a newer version (${newer}); start that version` };
  }
  const missing = migrations.length - applied.length;
  const found =
    missing === 0 ? 'as this version needs them' : `${missing} steps behind; npm start takes them`;
  return { what: 'tables', fine: true, found };
}

async function space({ data }: Config): Promise<Finding[]> {
  const { bavail, bsize } = await statfs(existsSync(data) ? data : dirname(data));
  const free = Math.floor((Number(bavail) * Number(bsize)) / 1_000_000);
  return [
    {
      what: 'disk',
      fine: free >= ENOUGH_FREE_MB,
      found: `${free} MB free; ${ENOUGH_FREE_MB} are enough to go on`,
    },
  ];
}

async function address({ publicUrl, host, port }: Config): Promise<Finding[]> {
  return [{ what: 'address', fine: true, found: `${publicUrl}, listening on ${host}, port ${port}` }];
}

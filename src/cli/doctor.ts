/** `upstander doctor`: what could keep this installation from working, and what to do about it. */
import { systemClock } from '../platform/clock.ts';
import { type Config, variables } from '../platform/config.ts';
import { isBegun, openDatabase } from '../platform/db/index.ts';
import { type Installation, openInstallation } from '../platform/installation.ts';
import { Refusal } from '../platform/refusal.ts';
import { waysFrom } from '../platform/ways.ts';
import type { Command } from './command.ts';
import { backups } from './doctor/backups.ts';
import { database } from './doctor/database.ts';
import { type Finding, lineOf } from './doctor/finding.ts';
import { languages } from './doctor/languages.ts';
import { limits } from './doctor/limits.ts';
import { lines } from './doctor/lines.ts';
import { disk, folder, node } from './doctor/machine.ts';
import { mail, mailWaiting } from './doctor/mail.ts';
import { readers } from './doctor/readers.ts';
import { recordings } from './doctor/recordings.ts';
import { remote } from './doctor/remote.ts';
import { served } from './doctor/served.ts';
import { settings } from './doctor/settings.ts';
import { say } from './say.ts';

export const command: Command = {
  summary: 'looks for what could keep this installation from working',
  usage: ['doctor', 'doctor --resolver 192.0.2.53', 'doctor --remote https://tell.example.org'],
  options: {
    remote: { type: 'string', help: 'looks at a running installation from outside instead' },
    resolver: { type: 'string', help: 'the name server asked about your mail domain; else DNS_SERVER' },
  },
  async run({ config, options }) {
    const findings = await (typeof options.remote === 'string'
      ? fromOutside(config, options.remote)
      : examine(askingAt(config, options.resolver)));
    return {
      data: { findings },
      text: findings.map(lineOf).join('\n'),
      failed: findings.some(({ state }) => state === 'wrong'),
    };
  },
};

/** Refusal 'config' for what is no address of a name server. */
export function askingAt(config: Config, resolver: unknown): Config {
  if (typeof resolver !== 'string') return config;
  const { allowed, fits } = variables.DNS_SERVER;
  const nameServer = resolver.trim();
  if (nameServer === '' || !fits(nameServer))
    throw new Refusal('config', { variable: '--resolver', value: resolver, allowed });
  return { ...config, mail: { ...config.mail, nameServer } };
}

/** A server as its visitors have it; with the data folder of that installation, whether it shows what it should. */
export async function fromOutside(config: Config, address: string, files?: string): Promise<Finding[]> {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new Refusal('config', {
      variable: '--remote',
      value: address,
      allowed: 'https://tell.example.org',
    });
  }
  const installation = await openInstallation(config.data);
  const compared = { installation, clock: systemClock, ...(files === undefined ? {} : { files }) };
  const seen = await looked('from outside', () => remote(url, systemClock));
  if (seen.length === 1) return seen;
  return [...seen, ...(await looked('readers and scripts', () => served(url, compared)))];
}

/** Every finding, whatever goes wrong on the way: what cannot be looked at is a finding too. */
export async function examine(config: Config): Promise<Finding[]> {
  const installation = await openInstallation(config.data).catch(() => null);
  const looks: Readonly<Record<string, () => Finding[] | Promise<Finding[]>>> = {
    node: () => [node()],
    installation: async () => [folder(config, await openInstallation(config.data))],
    settings: () => settings(config, installation),
    disk: async () => [await disk(config)],
    limits: () => limits(),
    database: () => withDatabase(config, installation),
    mail: () => mail(config, installation),
    backup: () => backups(config, installation, systemClock),
    recordings: () => recordings(config),
    languages: () => languages(),
  };
  const findings: Finding[] = [];
  for (const [what, look] of Object.entries(looks)) findings.push(...(await looked(what, look)));
  return findings;
}

async function looked(what: string, look: () => Finding[] | Promise<Finding[]>): Promise<Finding[]> {
  try {
    return await look();
  } catch (error) {
    return [{ what, state: 'wrong', found: say(error).replaceAll('\n', ' ') }];
  }
}

async function withDatabase(config: Config, installation: Installation | null): Promise<Finding[]> {
  if (!isBegun(config))
    return [{ what: 'database', state: 'fine', found: `none yet; ${waysFrom().start()} makes it` }];
  await using opened = await openDatabase(config, { max: 1 });
  const { findings, ready } = await database(opened.db, installation?.zone ?? null);
  if (installation === null || !ready) return findings;
  const ground = { db: opened.db, installation, clock: systemClock };
  const readersFound = await looked('list of readers', () => readers(ground));
  const linesFound = await looked('support lines', () => lines(ground));
  return [...findings, ...readersFound, ...linesFound, ...(await looked('mail', () => mailWaiting(ground)))];
}

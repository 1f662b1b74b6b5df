/**
 * What the installation is told from outside, read once. The only file that reads process.env.
 * `<data>/settings.env` (written by setup) holds the same names; the environment wins over it.
 */

import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  contact,
  isAddressOrNone,
  isHost,
  isNameServer,
  isPort,
  onionOrigin,
  origins,
  proxies,
  publicOrigin,
  type Smtp,
  smtp,
  urlOf,
} from './config-values.ts';
import { isLang, type Lang, langs } from './i18n/index.ts';
import { type Mailbox, oneLine, readMailbox } from './mail/address.ts';
import { Refusal } from './refusal.ts';

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

export interface Config {
  /** Absolute path of the data folder. */
  data: string;
  /** 0 takes a free one. */
  port: number;
  /** What to listen on: 'localhost' or an address. */
  host: string;
  /** An origin, e.g. 'https://tell.example.org', without a path or a slash at the end. */
  publicUrl: string;
  /** The same pages as an onion service, e.g. 'http://….onion'; null for none. */
  onionUrl: string | null;
  /** Who is told about a hole in our security, as a URL; null: nobody was named. */
  securityContact: string | null;
  /** A PostgreSQL server's URL; without it the database runs inside the data folder. */
  databaseUrl?: string;
  /** Addresses of proxies whose X-Forwarded-For is believed; false for none. */
  trustProxy: false | string[];
  /** Where Leave goes. */
  leaveUrl: string;
  logLevel: LogLevel;
  /** Where Prometheus may ask, on this machine only; null: nowhere. */
  metricsPort: number | null;
  mail: MailConfig;
  /** Where answers on paper go, one line; '' where nobody said. */
  postAddress: string;
  backup: BackupConfig;
  /** Origins of the sites whose pages may count what became of a pause, besides our own. */
  talkSites: readonly string[];
}

export interface BackupConfig {
  /** An age X25519 recipient; the identity that opens is kept away from this machine. */
  to: string | null;
  /** Absolute path of the folder backups are made in. */
  folder: string | null;
  /** Hours after which a backup made here stands on another machine; null where none leaves this one. */
  away: number | null;
}

export interface MailConfig {
  /** Null: none was named. Without it a real installation sends nothing. */
  smtp: Smtp;
  from: Mailbox | null;
  /** Where mail systems report what they could not deliver; `from` where it is null. */
  returnTo: string | null;
  /** The mailbox of the caseworkers, told only that something waits. */
  desk: string | null;
  /** The organisation's language: first where a mail has both. */
  language: Lang;
  /** The name server asked about SPF and DMARC; null for the system's. */
  nameServer: string | null;
}

type Env = Readonly<Record<string, string | undefined>>;

interface Variable {
  /** Used when the variable is unset or empty. */
  standard: string;
  /** Shown when a value is wrong. */
  allowed: string;
  fits(value: string): boolean;
}

const levels: readonly string[] = ['silent', 'error', 'warn', 'info', 'debug'] satisfies LogLevel[];

/** Every variable there is; example.env explains exactly these. */
export const variables = {
  UPSTANDER_DATA: { standard: './var', allowed: 'the path of a folder', fits: (v) => !v.includes('\0') },
  PORT: { standard: '3000', allowed: 'a whole number from 0 to 65535', fits: isPort },
  HOST: { standard: 'localhost', allowed: 'localhost or an IP address', fits: isHost },
  PUBLIC_URL: {
    standard: '',
    allowed: 'https://… or http://localhost:…, without a path',
    fits: (v) => v === '' || publicOrigin(v) !== null,
  },
  ONION_URL: {
    standard: '',
    allowed: 'http:// and the 56 letters of an onion service, with .onion behind',
    fits: (v) => v === '' || onionOrigin(v) !== null,
  },
  SECURITY_CONTACT: {
    standard: '',
    allowed: 'a mail address, or an https:// page',
    fits: (v) => v === '' || contact(v) !== null,
  },
  DATABASE_URL: {
    standard: '',
    allowed: 'postgres://user:password@host:port/database',
    fits: (v) => v === '' || /^postgres(ql)?:$/.test(urlOf(v)?.protocol ?? ''),
  },
  TRUST_PROXY: {
    standard: 'no',
    allowed: 'no, or the addresses of your proxies with commas between',
    fits: (v) => proxies(v) !== null,
  },
  LEAVE_URL: {
    standard: 'https://www.wikipedia.org/',
    allowed: 'an https:// address',
    fits: (v) => urlOf(v)?.protocol === 'https:',
  },
  LOG_LEVEL: { standard: 'info', allowed: levels.join(', '), fits: (v) => levels.includes(v) },
  METRICS_PORT: {
    standard: '',
    allowed: 'a whole number from 1 to 65535 that is not PORT',
    fits: (v) => v === '' || (isPort(v) && Number(v) > 0),
  },
  SMTP_URL: {
    standard: '',
    allowed: 'smtp://user:password@host:587 (STARTTLS) or smtps://user:password@host:465',
    fits: (v) => v === '' || smtp(v) !== null,
  },
  MAIL_FROM: {
    standard: '',
    allowed: 'asks@example.org or Name <asks@example.org>; needed with SMTP_URL',
    fits: (v) => v === '' || readMailbox(v) !== null,
  },
  MAIL_RETURN: { standard: '', allowed: 'a mail address, e.g. returned@example.org', fits: isAddressOrNone },
  MAIL_DESK: { standard: '', allowed: 'a mail address, e.g. desk@example.org', fits: isAddressOrNone },
  MAIL_LANGUAGE: { standard: 'en', allowed: langs.join(', '), fits: isLang },
  POST_ADDRESS: {
    standard: '',
    allowed: 'one line of at most 200 letters',
    fits: (v) => v.length <= 200 && oneLine(v) === v,
  },
  BACKUP_TO: {
    standard: '',
    allowed: 'age1… as upstander backup key prints it',
    fits: (v) => v === '' || /^age1[02-9ac-hj-np-z]{58}$/.test(v),
  },
  BACKUP_DIR: { standard: '', allowed: 'the path of a folder', fits: (v) => !v.includes('\0') },
  BACKUP_AWAY: {
    standard: '',
    allowed: 'a whole number of hours from 0 to 168, or nothing',
    fits: (v) => v === '' || (/^\d{1,3}$/.test(v) && Number(v) <= 168),
  },
  TALK_SITES: {
    standard: '',
    allowed: 'https://… addresses of sites without a path, with commas between',
    fits: (v) => origins(v) !== null,
  },
  DNS_SERVER: {
    standard: '',
    allowed: 'an IP address, with a port if you like: 192.0.2.53, 127.0.0.1:5353, [::1]:5353',
    fits: (v) => v === '' || isNameServer(v),
  },
} as const satisfies Record<string, Variable>;

export type VariableName = keyof typeof variables;
const names = Object.keys(variables) as VariableName[];

/** Refusal 'config' {variable, value, allowed} for the first value that does not fit. */
export function readConfig(env: Env): Config {
  const data = folder(value('UPSTANDER_DATA', env, {}));
  const settings = readSettings(join(data, 'settings.env'));
  const of = (name: VariableName) => value(name, env, settings);

  const port = Number(of('PORT'));
  const databaseUrl = of('DATABASE_URL');
  const mail = mailFrom(of);
  return {
    data,
    port,
    host: of('HOST'),
    publicUrl: publicOrigin(of('PUBLIC_URL')) ?? `http://localhost:${port}`,
    onionUrl: onionOrigin(of('ONION_URL')),
    securityContact: contact(of('SECURITY_CONTACT')),
    trustProxy: proxies(of('TRUST_PROXY')) ?? false,
    leaveUrl: of('LEAVE_URL'),
    logLevel: of('LOG_LEVEL') as LogLevel,
    metricsPort: metricsPort(of),
    mail,
    postAddress: of('POST_ADDRESS'),
    backup: {
      to: of('BACKUP_TO') || null,
      folder: of('BACKUP_DIR') === '' ? null : folder(of('BACKUP_DIR')),
      away: of('BACKUP_AWAY') === '' ? null : Number(of('BACKUP_AWAY')),
    },
    talkSites: origins(of('TALK_SITES')) ?? [],
    ...(databaseUrl === '' ? {} : { databaseUrl }),
  };
}

/** The configuration of this process. */
export function configFromEnvironment(): Config {
  return readConfig(process.env);
}

function metricsPort(of: (name: VariableName) => string): number | null {
  const value = of('METRICS_PORT');
  if (value === '') return null;
  if (Number(value) === Number(of('PORT'))) {
    throw new Refusal('config', { variable: 'METRICS_PORT', value, allowed: variables.METRICS_PORT.allowed });
  }
  return Number(value);
}

function mailFrom(of: (name: VariableName) => string): MailConfig {
  const server = smtp(of('SMTP_URL'));
  const from = readMailbox(of('MAIL_FROM'));
  if (server !== null && from === null) {
    throw new Refusal('config', { variable: 'MAIL_FROM', value: '', allowed: variables.MAIL_FROM.allowed });
  }
  return {
    smtp: server,
    from,
    returnTo: of('MAIL_RETURN') || null,
    desk: of('MAIL_DESK') || null,
    language: of('MAIL_LANGUAGE') as MailConfig['language'],
    nameServer: of('DNS_SERVER') || null,
  };
}

/** Lines `NAME=value`; empty lines and lines that start with # are passed over. Unknown names are refused. */
export function parseSettings(text: string): Partial<Record<VariableName, string>> {
  const settings: Partial<Record<VariableName, string>> = {};
  for (const line of text.split(/\r?\n/)) {
    if (/^\s*(#|$)/.test(line)) continue;
    const at = line.indexOf('=');
    const name = line.slice(0, at === -1 ? undefined : at).trim();
    if (at === -1 || !isName(name)) {
      throw new Refusal('config', {
        variable: 'settings.env',
        value: line.trim(),
        allowed: names.join(', '),
      });
    }
    settings[name] = line.slice(at + 1).trim();
  }
  return settings;
}

function readSettings(file: string): Partial<Record<VariableName, string>> {
  return existsSync(file) ? parseSettings(readFileSync(file, 'utf8')) : {};
}

function value(name: VariableName, env: Env, settings: Env): string {
  const { standard, allowed, fits }: Variable = variables[name];
  const given = env[name]?.trim() || settings[name]?.trim() || standard;
  if (!fits(given)) throw new Refusal('config', { variable: name, value: given, allowed });
  return given;
}

function isName(name: string): name is VariableName {
  return Object.hasOwn(variables, name);
}

/** True where only this machine can reach what listens there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}

function folder(path: string): string {
  return resolve(path.replace(/^~(?=$|\/)/, homedir()));
}

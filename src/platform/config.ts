/**
 * What the installation is told from outside, read once. The only file that reads process.env.
 * `<data>/settings.env` (written by setup) holds the same names; the environment wins over it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
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
  /** A PostgreSQL server's URL; without it the database runs inside the data folder. */
  databaseUrl?: string;
  /** Addresses of proxies whose X-Forwarded-For is believed; false for none. */
  trustProxy: false | string[];
  /** Where Leave goes. */
  leaveUrl: string;
  logLevel: LogLevel;
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
  return {
    data,
    port,
    host: of('HOST'),
    publicUrl: publicOrigin(of('PUBLIC_URL')) ?? `http://localhost:${port}`,
    trustProxy: proxies(of('TRUST_PROXY')) ?? false,
    leaveUrl: of('LEAVE_URL'),
    logLevel: of('LOG_LEVEL') as LogLevel,
    ...(databaseUrl === '' ? {} : { databaseUrl }),
  };
}

/** The configuration of this process. */
export function configFromEnvironment(): Config {
  return readConfig(process.env);
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

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535;
}

function isHost(text: string): boolean {
  return text === 'localhost' || isIP(text) !== 0;
}

/** True where only this machine can reach what listens there. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host);
}

function folder(path: string): string {
  return resolve(path.replace(/^~(?=$|\/)/, homedir()));
}

function urlOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/** Browsers give passkeys and sealing only to https and localhost, so nothing else is a public address. */
function publicOrigin(text: string): string | null {
  const url = urlOf(text);
  if (url === null || url.pathname !== '/' || url.search !== '' || url.hash !== '') return null;
  const here = url.hostname === 'localhost' || url.hostname.endsWith('.localhost');
  return url.protocol === 'https:' || (url.protocol === 'http:' && here) ? url.origin : null;
}

function proxies(text: string): false | string[] | null {
  if (text === 'no') return false;
  const list = text.split(',').map((part) => part.trim());
  return list.every((part) => isIP(part.replace(/\/\d{1,3}$/, '')) !== 0) ? list : null;
}

/** What the installation was told from outside, where a value that is allowed may still not be meant. */
import { type Config, isLoopback } from '../../platform/config.ts';
import type { Installation } from '../../platform/installation.ts';
import type { Finding } from './finding.ts';

type Kind = Pick<Installation, 'kind'> | null;

export function settings(config: Config, installation: Kind): Finding[] {
  return [
    address(config, installation),
    listening(config, installation),
    logs(config),
    store(config),
    ...onion(config),
    security(config, installation),
  ];
}

/** Passkeys and sealing work under https and on localhost only; config refuses everything else. */
function address({ publicUrl }: Config, installation: Kind): Finding {
  const what = 'address';
  if (publicUrl.startsWith('https:')) return { what, state: 'fine', found: publicUrl };
  if (installation?.kind !== 'real') return { what, state: 'fine', found: `${publicUrl}, this machine only` };
  const found = `${publicUrl}, which no phone reaches; set PUBLIC_URL to the https address of your proxy`;
  return { what, state: 'mind', found };
}

function listening({ host, port, publicUrl, trustProxy }: Config, installation: Kind): Finding {
  const what = 'listening';
  const where = `${host}, port ${port}`;
  if (installation?.kind !== 'real' && !isLoopback(host)) {
    const found = `${where}; a demonstration starts on this machine only, set HOST=localhost`;
    return { what, state: 'wrong', found };
  }
  if (publicUrl.startsWith('https:') && trustProxy === false) {
    const found = `${where}; behind a proxy everybody counts as one person: set TRUST_PROXY to its address`;
    return { what, state: 'mind', found };
  }
  return { what, state: 'fine', found: where };
}

function logs({ logLevel }: Config): Finding {
  const what = 'log';
  if (logLevel === 'debug') {
    const found =
      'debug: a line for every request, and so for every report; set LOG_LEVEL=info when you are done';
    return { what, state: 'mind', found };
  }
  if (logLevel === 'silent') {
    return { what, state: 'mind', found: 'silent: a fault leaves no line; LOG_LEVEL=error is enough' };
  }
  return { what, state: 'fine', found: `${logLevel}: nothing about a request that went well` };
}

function store({ databaseUrl }: Config): Finding {
  // The host alone: the rest of the address holds a password.
  const found =
    databaseUrl === undefined
      ? 'built-in, for a demonstration or a small host; DATABASE_URL names a server'
      : `a server's, at ${new URL(databaseUrl).host || 'its socket'}`;
  return { what: 'kept in', state: 'fine', found };
}

function onion({ onionUrl }: Config): Finding[] {
  if (onionUrl === null) return [];
  return [{ what: 'onion service', state: 'fine', found: `${onionUrl}; staff sign in at the other address` }];
}

function security({ securityContact }: Config, installation: Kind): Finding {
  const what = 'security.txt';
  if (securityContact !== null) return { what, state: 'fine', found: `names ${securityContact}` };
  const found = 'not there; SECURITY_CONTACT names who hears about a hole';
  return { what, state: installation?.kind === 'real' ? 'mind' : 'fine', found };
}

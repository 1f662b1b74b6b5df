/** What the names of a mail domain say about who may send for it: SPF and DMARC. Asks a name server and changes nothing. */
import { Resolver } from 'node:dns/promises';

/** `answer`: its own record, one line. `none`: there is none. `many`: more than one, so none counts. `away`: nobody answered. */
export type Found = { found: 'answer'; text: string; at: string } | { found: 'none' | 'many' | 'away' };

export interface Records {
  /** RFC 7208, 3: TXT of the domain that begins with v=spf1. */
  spf: Found;
  /** RFC 7489, 6.6.3: TXT of _dmarc.<domain>, else of the domains above it. */
  dmarc: Found;
}

/** `server`: null for the system's. `from` is the domain of From, `returnTo` that of the envelope, which SPF is about. */
export async function recordsOf(
  domains: { from: string; returnTo: string },
  server: string | null,
): Promise<Records> {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 });
  if (server !== null) resolver.setServers([server]);
  return {
    spf: await record(resolver, domains.returnTo, /^v=spf1( |$)/i),
    dmarc: await dmarc(resolver, domains.from),
  };
}

async function dmarc(resolver: Resolver, domain: string): Promise<Found> {
  const labels = domain.split('.');
  let found: Found = { found: 'none' };
  for (let from = 0; from <= labels.length - 2; from++) {
    found = await record(resolver, `_dmarc.${labels.slice(from).join('.')}`, /^v=DMARC1 *(;|$)/i);
    if (found.found !== 'none') break;
  }
  return found;
}

async function record(resolver: Resolver, name: string, begins: RegExp): Promise<Found> {
  let texts: string[];
  try {
    texts = (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { found: code === 'ENOTFOUND' || code === 'ENODATA' ? 'none' : 'away' };
  }
  const [text, ...more] = texts.filter((one) => begins.test(one));
  if (text === undefined) return { found: 'none' };
  return more.length > 0 ? { found: 'many' } : { found: 'answer', text, at: name };
}

import { Refusal } from '../refusal.ts';

interface Sent {
  readonly origin?: string | undefined;
  readonly 'sec-fetch-site'?: string | string[] | undefined;
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The same place under another loopback name counts as ours: a demonstration is opened by either. */
function same(origin: string, ours: URL): boolean {
  if (origin === ours.origin) return true;
  const theirs = URL.parse(origin);
  return (
    theirs !== null &&
    theirs.origin === origin &&
    theirs.protocol === ours.protocol &&
    theirs.port === ours.port &&
    loopback.has(theirs.hostname) &&
    loopback.has(ours.hostname)
  );
}

/**
 * A change is accepted from our own pages only: Origin is ours, or absent while Sec-Fetch-Site says same-origin; and from
 * the origins a route names. Else Refusal 'bad_origin'. Returns the origin where it is not ours.
 */
export function checkOrigin(headers: Sent, publicUrl: string, others: readonly string[] = []): string | null {
  const { origin } = headers;
  if (origin === undefined) {
    if (headers['sec-fetch-site'] === 'same-origin') return null;
  } else if (same(origin, new URL(publicUrl))) return null;
  else if (others.includes(origin)) return origin;
  throw new Refusal('bad_origin');
}

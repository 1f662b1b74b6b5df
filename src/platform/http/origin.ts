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

/** A change is accepted from our own pages only: Origin is ours, or absent while Sec-Fetch-Site says same-origin. Else Refusal 'bad_origin'. */
export function checkOrigin(headers: Sent, publicUrl: string): void {
  if (headers.origin === undefined) {
    if (headers['sec-fetch-site'] === 'same-origin') return;
  } else if (same(headers.origin, new URL(publicUrl))) return;
  throw new Refusal('bad_origin');
}

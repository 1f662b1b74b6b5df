/** A caseworker's keys while the desk is unlocked: in this page's memory and nowhere else. */
import type { Wrap } from '../../casework/wire.ts';
import {
  fromBase64url,
  KeyRefusal,
  type ReaderKeys,
  readerKeys,
  unwrapByPhrase,
  unwrapByPrf,
} from '../../platform/keys/index.ts';
import type { Desk } from './desk.ts';

export interface Held extends ReaderKeys {
  seed: Uint8Array;
  /** By report: what a colleague and this person opened together. */
  locks: Map<string, string>;
}

export async function heldFrom(seed: Uint8Array): Promise<Held> {
  return { seed, locks: new Map(), ...(await readerKeys(seed)) };
}

/** Null where no wrap belongs to this passkey. Refuses `wrong_phrase` and `damaged`. */
export async function unlockByPasskey(
  wraps: readonly Wrap[],
  touched: { response: { id: string }; prf: Uint8Array | null },
): Promise<Held | null> {
  const wrap = wraps.find(({ by }) => by === touched.response.id);
  if (wrap === undefined || touched.prf === null) return null;
  return heldFrom(await unwrapByPrf(fromBase64url(wrap.body), touched.prf));
}

/**
 * The server could hand out a wrap of other keys: what opened must be the keys the proved list names under this
 * person's reader id, or, before they are in it, those that wait for signatures. Refuses `swapped`.
 */
export function checkedOwn({ me, list }: Pick<Desk, 'me' | 'list'>, held: Held): Held {
  const listed = [...list.active, ...list.waiting.map(({ reader }) => reader)];
  const own = me.reader === null ? me.waiting : listed.find(({ id }) => id === me.reader?.id);
  if (held.recipient === own?.recipient && held.signer === own.signer) return held;
  forget(held);
  throw new KeyRefusal('swapped', { field: 'reader' });
}

/** `phrase`: as `readPhrase` spells it. Refuses `wrong_phrase`. */
export async function unlockByPhrase(wraps: readonly Wrap[], phrase: string): Promise<Held> {
  const wrap = wraps.find(({ by }) => by === 'phrase');
  if (wrap === undefined) throw new KeyRefusal('wrong_phrase');
  return heldFrom(await unwrapByPhrase(fromBase64url(wrap.body), phrase));
}

/** Overwrites what can be overwritten. Strings stay until the browser's memory is used again: the text says "in memory". */
export function forget(held: Held): void {
  held.seed.fill(0);
  held.signSecret.fill(0);
  held.locks.clear();
}

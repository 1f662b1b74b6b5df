/**
 * A report's secret that two must open. The secret is sealed as every other is, to a lock: an age key made for it and
 * kept nowhere. The lock's 32 bytes are split, 2 of n, and each reader's share is sealed to that reader alone. One share
 * says nothing; a pair that does not belong together makes another lock, which opens nothing.
 */
import { identityOf, recipientOf } from './age-key.ts';
import { concat, fromBase64url, fromUtf8, toBase64url, utf8 } from './bytes.ts';
import { contentAt, withHeader } from './header.ts';
import { type Bound, boundIn, boundLines, openBoundSecret, sealSecret } from './item.ts';
import { randomBytes } from './random.ts';
import { KeyRefusal } from './refusal.ts';
import { openWith, sealFor } from './seal.ts';
import { join, type Point, splitAmong } from './shamir.ts';

export interface Share extends Point {
  /** The same in every share and in the secret itself: whoever holds one share alone can change none of it unseen. */
  bound: Bound;
}

interface Where {
  installation: string;
  report: string;
}
/** A reader's id, and the age key that opens what is sealed to it. */
interface Own {
  id: string;
  identity: string;
}

const beginning = utf8('upstander together 1\n');
const headShape = /^upstander together 1\n((?:[\w-]{1,64} [\w-]{1,20000}\n){2,255})\n/;
const shareShape = /^share ([1-9]\d{0,2}) ([\w-]{43})\n$/;
const forShape = /^# for ([\w-]{1,64})\n/;
/** More than any head has: 255 readers. What follows may be any bytes. */
const longestHead = 5_200_000;

/**
 * `readers`: two or more, each with another key. Each call makes another lock, so that shares of an earlier one are worth
 * nothing beside it. Refuses `no_readers` and `bad_key` before anything is sealed.
 */
export async function sealTogether(
  secret: Where & { identity: string; bound: Bound },
  readers: readonly { id: string; recipient: string }[],
): Promise<Uint8Array> {
  const { installation, report, bound } = secret;
  if (readers.length < 2) throw new KeyRefusal('no_readers');
  if (new Set(readers.map(({ recipient }) => recipient)).size !== readers.length)
    throw new KeyRefusal('bad_key');
  const lock = randomBytes(32);
  const points = splitAmong(readers.length, lock);
  const lines = await Promise.all(
    points.map(async (point, at) => {
      const { id, recipient } = readers[at] ?? { id: '', recipient: '' };
      const place = { installation, report, item: 'share' };
      const file = await sealFor([recipient], withHeader(place, written({ ...point, bound })));
      return `${id} ${toBase64url(file)}\n`;
    }),
  );
  const sealed = await sealSecret(secret, [await recipientOf(identityOf(lock))]);
  lock.fill(0);
  return concat(beginning, utf8(`${lines.join('')}\n`), sealed);
}

export const isTogether = (file: Uint8Array): boolean => beginning.every((byte, at) => file[at] === byte);

/** Ids of the readers who have a share, in order. Refuses `damaged`. */
export const sharedWith = (file: Uint8Array): string[] => [...opened(file).shares.keys()];

/** The age file under the lock. Refuses `damaged`. */
export const secretIn = (file: Uint8Array): Uint8Array => opened(file).secret;

function opened(file: Uint8Array): { shares: Map<string, Uint8Array>; secret: Uint8Array } {
  const text = new TextDecoder('latin1').decode(file.subarray(0, longestHead));
  const [head, lines] = headShape.exec(text) ?? [];
  if (head === undefined || lines === undefined) throw new KeyRefusal('damaged', { what: 'secret' });
  const shares = new Map<string, Uint8Array>();
  for (const line of lines.trimEnd().split('\n')) {
    const [id = '', body = ''] = line.split(' ');
    // Somebody named twice would hold two shares, and open alone.
    if (shares.has(id)) throw new KeyRefusal('damaged', { what: 'secret' });
    shares.set(id, bytesOf(body));
  }
  return { shares, secret: file.slice(head.length) };
}

function bytesOf(text: string): Uint8Array {
  try {
    return fromBase64url(text);
  } catch {
    throw new KeyRefusal('damaged', { what: 'secret' });
  }
}

/** One's own share. Refuses `not_for_you`, `damaged`, `swapped` {field}. */
export async function openShare(file: Uint8Array, own: Own, where: Where): Promise<Share> {
  const mine = opened(file).shares.get(own.id);
  if (mine === undefined) throw new KeyRefusal('not_for_you');
  const place = { ...where, item: 'share' };
  return read(fromUtf8(contentAt(place, await openWith(own.identity, mine), 'exact')));
}

/**
 * A share for the colleague who asks. Refuses `swapped` {field: 'reader'} for anybody the report was never sealed to: that
 * stands in the share itself, whatever a server says of who asks.
 */
export async function passShare(
  share: Share,
  to: { id: string; recipient: string },
  where: Where,
): Promise<Uint8Array> {
  if (!share.bound.readers.includes(to.id)) throw new KeyRefusal('swapped', { field: 'reader' });
  const content = concat(utf8(`# for ${to.id}\n`), written(share));
  return sealFor([to.recipient], withHeader({ ...where, item: 'passed-share' }, content));
}

/** The share a colleague passed. Refuses `not_for_you`, `damaged`, `swapped` {field}. */
export async function takeShare(file: Uint8Array, own: Own, where: Where): Promise<Share> {
  const place = { ...where, item: 'passed-share' };
  const text = fromUtf8(contentAt(place, await openWith(own.identity, file), 'exact'));
  const found = forShape.exec(text);
  if (found?.[1] !== own.id) throw new KeyRefusal('swapped', { field: 'reader' });
  return read(text.slice(found[0].length));
}

/**
 * The lock, proved by opening the secret with it: with the lock `openBoundSecret(secretIn(file), lock, where)` opens again.
 * Refuses `bad_share` {why: 'same_share' | 'other_report'}, `damaged`, and `swapped` {field: 'bound'} where a share says
 * something else than the secret.
 */
export async function joinShares(
  file: Uint8Array,
  [mine, passed]: readonly [Share, Share],
  where: Where,
): Promise<string> {
  const lock = identityOf(join(mine, passed));
  const { bound } = await openBoundSecret(secretIn(file), lock, where).catch((error: unknown) => {
    // Both shares were read whole, so it is the pair that is wrong: of another report, or of another sealing.
    if (error instanceof KeyRefusal && error.code === 'not_for_you')
      throw new KeyRefusal('bad_share', { why: 'other_report' });
    throw error;
  });
  const said = [mine.bound, passed.bound].map((one) => boundLines(one).join('\n'));
  if (bound === null || said.some((one) => one !== boundLines(bound).join('\n')))
    throw new KeyRefusal('swapped', { field: 'bound' });
  return lock;
}

function written({ x, y, bound }: Share): Uint8Array {
  return utf8([...boundLines(bound), `share ${x} ${toBase64url(y)}`, ''].join('\n'));
}

function read(text: string): Share {
  const { bound, rest } = boundIn(text);
  const [, x, y] = shareShape.exec(rest) ?? [];
  if (bound === null || x === undefined || y === undefined || Number(x) > 255)
    throw new KeyRefusal('damaged', { what: 'share' });
  return { x: Number(x), y: fromBase64url(y), bound };
}

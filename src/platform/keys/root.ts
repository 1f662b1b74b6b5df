/**
 * The organisation's root: an Ed25519 key made in the key ceremony, split in three shares on paper, kept nowhere else.
 * It signs the first readers, and changes when no two caseworkers can. Any two shares bring it back.
 */
import { concat, equal, fromBase64url, utf8 } from './bytes.ts';
import { type Code, codeFrom, groupsOf } from './code.ts';
import { sha256 } from './digest.ts';
import { hkdf } from './hkdf.ts';
import { type CodeList, isWords } from './lists.ts';
import { randomBytes } from './random.ts';
import { plain } from './read-code.ts';
import { KeyRefusal } from './refusal.ts';
import { join, type Point, split } from './shamir.ts';
import { signerOf } from './sign.ts';
import { candidates } from './spelling.ts';

export interface Root {
  /** Ed25519, 32 bytes. */
  secret: Uint8Array;
  /** base64url, 43 letters: built into the scripts. */
  public: string;
}

/** Bytes of a share: number (1), which root (4), the point (32), checksum (4). */
const sizes = { set: 4, point: 32, checksum: 4, whole: 41 } as const;

export function makeRoot(): Root {
  const secret = randomBytes(32);
  return { secret, public: signerOf(secret) };
}

/** Three shares as words or digits for paper. Each call draws new ones; shares of two calls do not join. */
export function splitRoot(root: Root, list: CodeList): [string, string, string] {
  const set = sha256(concat(fromBase64url(root.public), randomBytes(16))).slice(0, sizes.set);
  const [first, second, third] = split(root.secret);
  return [shown(first, set, list), shown(second, set, list), shown(third, set, list)];
}

/** Which share it is, when it was typed right: said while typing, before the second is asked for. */
export function shareNumber(typed: string, list: CodeList): number {
  return readShare(typed, list).point.x;
}

/**
 * The root from two typed shares. Refuses `bad_share` {why: 'word' | 'length' | 'checksum' | 'other_root' |
 * 'same_share' | 'not_this_root'}. Give `expected`, the installation's public key, wherever it is known.
 */
export function joinRoot(typed: readonly [string, string], list: CodeList, expected?: string): Root {
  const a = readShare(typed[0], list);
  const b = readShare(typed[1], list);
  // Shares of two ceremonies would join to a key that never was; better said now than found by a bad signature.
  if (!equal(a.set, b.set)) throw new KeyRefusal('bad_share', { why: 'other_root' });
  const secret = join(a.point, b.point);
  const made = signerOf(secret);
  if (expected !== undefined && made !== expected)
    throw new KeyRefusal('bad_share', { why: 'not_this_root' });
  return { secret, public: made };
}

/** Six words or 20 digits for posters, receipt cards and the readers' page. Show with `showCode`. */
export function fingerprint(rootPublic: string, list: CodeList): Code {
  return codeFrom(hkdf(fromBase64url(rootPublic), 'fingerprint', 64), list);
}

function shown({ x, y }: Point, set: Uint8Array, list: CodeList): string {
  const body = concat(Uint8Array.of(x), set, y);
  return written(concat(body, checksumOf(body)), list);
}

function readShare(typed: string, list: CodeList): { point: Point; set: Uint8Array } {
  const bytes = readWritten(typed, list);
  const body = bytes.slice(0, -sizes.checksum);
  if (!equal(bytes.slice(-sizes.checksum), checksumOf(body)))
    throw new KeyRefusal('bad_share', { why: 'checksum' });
  const x = body[0] ?? 0;
  if (x < 1 || x > 3) throw new KeyRefusal('bad_share', { why: 'checksum' });
  return { point: { x, y: body.slice(1 + sizes.set) }, set: body.slice(1, 1 + sizes.set) };
}

function checksumOf(body: Uint8Array): Uint8Array {
  return sha256(concat(utf8('upstander root share 1\n'), body)).slice(0, sizes.checksum);
}

/** A share as one long number in the list's base, most significant first, always the same count. */
function written(bytes: Uint8Array, list: CodeList): string {
  const { base, count } = baseOf(list);
  let rest = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const numbers: number[] = [];
  for (let i = 0; i < count; i++) {
    numbers.unshift(Number(rest % base));
    rest /= base;
  }
  return isWords(list) ? numbers.map((value) => list.words[value]).join(' ') : groupsOf(numbers.join(''), 4);
}

function readWritten(typed: string, list: CodeList): Uint8Array {
  const { base, count } = baseOf(list);
  const numbers = numbersOf(plain(typed).replace(/\n/g, ' '), list);
  if (numbers.length !== count)
    throw new KeyRefusal('bad_share', { why: 'length', got: numbers.length, expected: count });
  let rest = numbers.reduce((sum, value) => sum * base + BigInt(value), 0n);
  const bytes = new Uint8Array(sizes.whole);
  for (let i = sizes.whole - 1; i >= 0; i--) {
    bytes[i] = Number(rest % 256n);
    rest /= 256n;
  }
  // More than the bytes hold: not a number we ever wrote.
  if (rest !== 0n) throw new KeyRefusal('bad_share', { why: 'checksum' });
  return bytes;
}

function numbersOf(text: string, list: CodeList): number[] {
  if (!isWords(list)) return Array.from(text.replace(/\D/g, ''), Number);
  const typed = text.split(' ').filter((token) => /\p{L}/u.test(token));
  return typed.map((token, i) => {
    const [word, ...others] = candidates(token, list.words);
    if (word === undefined || others.length > 0)
      throw new KeyRefusal('bad_share', { why: 'word', at: i + 1 });
    return list.words.indexOf(word);
  });
}

function baseOf(list: CodeList): { base: bigint; count: number } {
  const base = isWords(list) ? list.words.length : 10;
  return { base: BigInt(base), count: Math.ceil((sizes.whole * 8) / Math.log2(base)) };
}

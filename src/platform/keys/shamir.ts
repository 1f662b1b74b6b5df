/**
 * Shamir's secret sharing (1979), two of n, byte by byte over GF(256) with AES's polynomial x^8+x^4+x^3+x+1. One share
 * alone is evenly random. Three for the root, once in an installation's life; as many as readers for a report that two
 * must open.
 */
import { randomBytes } from './random.ts';
import { KeyRefusal } from './refusal.ts';

export interface Point {
  /** 1 to n, at most 255. */
  x: number;
  y: Uint8Array;
}

function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 0; bit < 8; bit++) {
    // Without branches on the secret: each step adds or does not add by a mask.
    product ^= -((b >> bit) & 1) & a;
    a = ((a << 1) ^ (-((a >> 7) & 1) & 0x11b)) & 0x1ff;
  }
  return product & 0xff;
}

/** a^254, which is 1/a for every a but 0. */
function inverse(a: number): number {
  let result = 1;
  for (let i = 0; i < 254; i++) result = times(result, a);
  return result;
}

/** Three points of the line through the secret with a random slope. `slope` as long as `secret`. */
export function split(
  secret: Uint8Array,
  slope: Uint8Array = randomBytes(secret.length),
): [Point, Point, Point] {
  return [at(secret, slope, 1), at(secret, slope, 2), at(secret, slope, 3)];
}

/** `count` points of such a line, from 2 to 255. Refuses `bad_share` for any other number. */
export function splitAmong(
  count: number,
  secret: Uint8Array,
  slope: Uint8Array = randomBytes(secret.length),
): Point[] {
  if (!Number.isInteger(count) || count < 2 || count > 255)
    throw new KeyRefusal('bad_share', { why: 'count', got: count });
  return Array.from({ length: count }, (_, n) => at(secret, slope, n + 1));
}

const at = (secret: Uint8Array, slope: Uint8Array, x: number): Point => ({
  x,
  y: secret.map((byte, i) => byte ^ times(slope[i] ?? 0, x)),
});

/** The secret from any two different points. Refuses `bad_share` for the same one twice: it says nothing more. */
export function join(a: Point, b: Point): Uint8Array {
  if (a.x === b.x) throw new KeyRefusal('bad_share', { why: 'same_share' });
  if (a.y.length !== b.y.length) throw new KeyRefusal('bad_share', { why: 'length' });
  // Lagrange at zero: y_a * x_b/(x_a - x_b) + y_b * x_a/(x_a - x_b); subtraction is addition here.
  const scale = inverse(a.x ^ b.x);
  const forA = times(b.x, scale);
  const forB = times(a.x, scale);
  return a.y.map((byte, i) => times(byte, forA) ^ times(b.y[i] ?? 0, forB));
}

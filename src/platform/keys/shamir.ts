/**
 * Shamir's secret sharing (1979), two of three, byte by byte over GF(256) with AES's polynomial x^8+x^4+x^3+x+1. One
 * share alone is evenly random. Used once in an installation's life, on the organiser's own machine.
 */
import { randomBytes } from './random.ts';
import { KeyRefusal } from './refusal.ts';

export interface Point {
  /** 1, 2 or 3. */
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
  const at = (x: number): Point => ({ x, y: secret.map((byte, i) => byte ^ times(slope[i] ?? 0, x)) });
  return [at(1), at(2), at(3)];
}

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

/** The only source of randomness: the platform's own generator, in the browser and in Node. */
import { type Bytes, toBase64url } from './bytes.ts';

/** Draws a whole number from 0 to `below - 1`; `randomInt` in use, a fixed sequence in tests. */
export type Draw = (below: number) => number;

/** getRandomValues fills at most 65,536 bytes a call; nothing here needs more, so more is refused by it. */
export function randomBytes(length: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** Evenly from 0 to `below - 1` for `below` up to 2^32: draws that would favour small numbers are drawn again. */
export function randomInt(below: number): number {
  if (!Number.isInteger(below) || below < 1 || below > 2 ** 32)
    throw new RangeError(`Got ${below}, expected 1 to 2^32`);
  const limit = 2 ** 32 - (2 ** 32 % below);
  for (;;) {
    const [drawn = limit] = crypto.getRandomValues(new Uint32Array(1));
    if (drawn < limit) return drawn % below;
  }
}

/** 22 letters of base64url, 128 bits: ids that say nothing about order or time. */
export function randomId(): string {
  return toBase64url(randomBytes(16));
}

/** 43 letters of base64url, 256 bits: links, sessions, invitations. Store `sha256Hex(token)`, never the token. */
export function randomToken(): string {
  return toBase64url(randomBytes(32));
}

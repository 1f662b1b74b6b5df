/** scrypt (RFC 7914): makes each guess of a written code cost about 32 MiB and a tenth of a second. */
import { scryptAsync } from '@noble/hashes/scrypt.js';

export interface Cost {
  N: number;
  r: number;
  p: number;
  dkLen: number;
}

/** The server passes Node's own, which is faster and leaves the event loop free; browsers call it in a worker. */
export type Scrypt = (secret: Uint8Array, salt: Uint8Array, cost: Cost) => Promise<Uint8Array>;

/** Gives way every 10 ms, so that a page without a worker still answers a tap on Leave. */
export const browserScrypt: Scrypt = (secret, salt, cost) =>
  scryptAsync(secret, salt, { ...cost, asyncTick: 10 });

/** Of receipts. Permanent: another cost is another receipt format. */
export const receiptCost: Cost = { N: 2 ** 15, r: 8, p: 1, dkLen: 32 };

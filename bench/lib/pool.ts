/** Sealed reports to send, made once and sent in every run; the tables are emptied in between. */
import { randomBytes } from 'node:crypto';
import type { Submission } from '../../src/report/seal.ts';
import { type Sealer, seal } from '../../test/attacks/pool.ts';
import { note } from './say.ts';

/**
 * Real envelopes, signatures and work. Only the code is not stretched: the server never stretches one when a report
 * comes, and nobody comes back for these.
 */
export async function sealedPool(count: number, sealer: Sealer): Promise<Submission[]> {
  const scrypt = async () => Uint8Array.from(randomBytes(32));
  const pool: Submission[] = [];
  for (let n = 0; n < count; n++) {
    const words = 'He followed me from the stop to the bridge and nobody said anything. '.repeat(6);
    pool.push((await seal(words, { ...sealer, scrypt })).submission);
    if ((n + 1) % 100 === 0) note(`${n + 1} of ${count} reports sealed`);
  }
  return pool;
}

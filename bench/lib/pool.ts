/** Sealed reports to send, made once and sent in every run; the tables are emptied in between. */
import { concat, deriveReceipt, type Scrypt, sha256, toBase64url } from '../../src/platform/keys/index.ts';
import type { Submission } from '../../src/report/seal.ts';
import { type Sealer, seal } from '../../test/attacks/pool.ts';
import { note } from './say.ts';

export interface Sealed {
  submission: Submission;
  /** What her phone shows the server when she comes back. */
  lookup: string;
}

/**
 * Real envelopes, signatures and work. Only the code is stretched by one hash instead of scrypt: that is done on the
 * phone, never by the server when a report comes.
 */
export async function sealedPool(count: number, sealer: Sealer): Promise<Sealed[]> {
  const pool: Sealed[] = [];
  for (let n = 0; n < count; n++) {
    const words = 'He followed me from the stop to the bridge and nobody said anything. '.repeat(6);
    const { submission, code } = await seal(words, { ...sealer, scrypt: oneHash });
    const { lookup } = await deriveReceipt(code, sealer.installation.salt, { scrypt: oneHash });
    pool.push({ submission, lookup: toBase64url(lookup) });
    if ((n + 1) % 100 === 0) note(`${n + 1} of ${count} reports sealed`);
  }
  return pool;
}

const oneHash: Scrypt = async (secret, salt) => sha256(concat(secret, salt));

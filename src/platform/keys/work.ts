/**
 * Proof of work bound to one report and one day: a brigade pays for each report, a phone pays about a second. Never a
 * puzzle. Solving belongs in a worker; verifying is one hash.
 */
import { sha256 as digest } from '@noble/hashes/sha2.js';
import { utf8 } from './bytes.ts';

export const workBits = 16;

/** `day`: 'YYYY-MM-DD' in UTC, as the server's page said it. */
export interface Work {
  day: string;
  report: string;
  counter: number;
}

function leadingZeroBits(hash: Uint8Array): number {
  const first = hash.findIndex((byte) => byte !== 0);
  return first < 0 ? hash.length * 8 : first * 8 + Math.clz32(hash[first] ?? 0) - 24;
}

/** Tries counters from 0; 2^bits on average. Blocks: call it in a worker. */
export function solveWork({
  day,
  report,
  bits = workBits,
}: {
  day: string;
  report: string;
  bits?: number;
}): Work {
  const prefix = digest.create().update(utf8(`upstander work 1\n${day}\n${report}\n`));
  for (let counter = 0; ; counter++) {
    const hash = prefix
      .clone()
      .update(utf8(String(counter)))
      .digest();
    if (leadingZeroBits(hash) >= bits) return { day, report, counter };
  }
}

/** `days`: the days still accepted, today and yesterday in UTC. False is safe to answer with: the phone solves again. */
export function verifyWork(work: Work, days: readonly string[], bits = workBits): boolean {
  if (!days.includes(work.day) || !Number.isSafeInteger(work.counter) || work.counter < 0) return false;
  const hash = digest(utf8(`upstander work 1\n${work.day}\n${work.report}\n${work.counter}`));
  return leadingZeroBits(hash) >= bits;
}

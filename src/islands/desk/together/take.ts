/** Fetches what a colleague passed, for one report or for those behind an ask. */
import type { Proof } from '../../../casework/asks/wire.ts';
import type { OwnAsking, TakenShare } from '../../../casework/together/wire.ts';
import { fromBase64url, isTogether, KeyRefusal } from '../../../platform/keys/index.ts';
import { ask, Refused } from '../ask.ts';
import type { Desk } from '../desk.ts';
import { joined, openSecret } from './secret.ts';

type Taking = Pick<Desk, 'me' | 'held'>;

/**
 * What a colleague passed comes before a lock that lies here: where it was sealed anew since, that one fits no more. Refused
 * `needs_two` where there is neither.
 */
export async function takeLock({ me, held }: Taking, report: string): Promise<void> {
  if (!held || !me.reader) throw new KeyRefusal('needs_two');
  if (held.locks.has(report) && !(await isPassed(report))) return;
  const taken = await ask<TakenShare>('together/take', { report });
  await joined(taken, { held, reader: me.reader.id }, { installation: me.installation.id, report });
}

async function isPassed(report: string): Promise<boolean> {
  const { asked } = await ask<OwnAsking>(`together/${report}`);
  return asked?.passed?.taken === false;
}

const needsTwo = (error: unknown): boolean =>
  (error instanceof Refused || error instanceof KeyRefusal) && error.code === 'needs_two';

/** Reports of these that no colleague has opened with us yet; of the others the lock is here, and fits. */
export async function lackingOf(
  proofs: readonly Pick<Proof, 'report' | 'secret'>[],
  desk: Taking,
): Promise<string[]> {
  const lacking: string[] = [];
  const { held, me } = desk;
  for (const { report, secret } of proofs) {
    const file = fromBase64url(secret);
    if (!held || !isTogether(file)) continue;
    try {
      await takeLock(desk, report);
      await openSecret(file, held, { installation: me.installation.id, report });
    } catch (error) {
      if (!needsTwo(error)) throw error;
      lacking.push(report);
    }
  }
  return lacking;
}

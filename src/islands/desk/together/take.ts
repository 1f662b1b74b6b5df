/** Fetches what a colleague passed, for one report or for those behind an ask. */
import type { Proof } from '../../../casework/asks/wire.ts';
import type { TakenShare } from '../../../casework/together/wire.ts';
import { fromBase64url, isTogether, KeyRefusal } from '../../../platform/keys/index.ts';
import { ask, Refused } from '../ask.ts';
import type { Desk } from '../desk.ts';
import { joined } from './secret.ts';

type Taking = Pick<Desk, 'me' | 'held'>;

/** Nothing where the lock is here already. Refused `needs_two` where nobody has passed a share. */
export async function takeLock({ me, held }: Taking, report: string): Promise<void> {
  if (!held || !me.reader) throw new KeyRefusal('needs_two');
  if (held.locks.has(report)) return;
  const taken = await ask<TakenShare>('together/take', { report });
  await joined(taken, { held, reader: me.reader.id }, { installation: me.installation.id, report });
}

/** Reports of these that no colleague has opened with us yet; of the others the lock is taken. */
export async function lackingOf(
  proofs: readonly Pick<Proof, 'report' | 'secret'>[],
  desk: Taking,
): Promise<string[]> {
  const lacking: string[] = [];
  for (const { report, secret } of proofs) {
    if (!isTogether(fromBase64url(secret))) continue;
    try {
      await takeLock(desk, report);
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'needs_two') throw error;
      lacking.push(report);
    }
  }
  return lacking;
}

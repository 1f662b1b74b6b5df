/**
 * A report's secret, whole or split. The lock of a split one is put together in this page from one's own share and the one
 * a colleague passed, lies beside one's key, and goes with it.
 */
import type { TakenShare } from '../../../casework/together/wire.ts';
import {
  fromBase64url,
  isTogether,
  joinShares,
  KeyRefusal,
  openBoundSecret,
  openShare,
  passShare,
  type Reader,
  secretIn,
  takeShare,
  toBase64url,
} from '../../../platform/keys/index.ts';
import type { Held } from '../held.ts';

interface Place {
  installation: string;
  report: string;
}

type Secret = Awaited<ReturnType<typeof openBoundSecret>>;

/** Refuses as `openBoundSecret`, and `needs_two` where it is split and no colleague has opened it with us here. */
export async function openSecret(file: Uint8Array, held: Held, place: Place): Promise<Secret> {
  if (!isTogether(file)) return openBoundSecret(file, held.identity, place);
  const lock = held.locks.get(place.report);
  if (lock === undefined) throw new KeyRefusal('needs_two');
  try {
    return await openBoundSecret(secretIn(file), lock, place);
  } catch (error) {
    if (!(error instanceof KeyRefusal) || error.code !== 'not_for_you') throw error;
    // Sealed anew meanwhile: the lock fits no more.
    held.locks.delete(place.report);
    throw new KeyRefusal('needs_two');
  }
}

/** Puts the lock beside the key. `reader`: one's own id. Refuses as `openShare`, `takeShare` and `joinShares`. */
export async function joined(
  { secret, share }: TakenShare,
  { held, reader }: { held: Held; reader: string },
  place: Place,
): Promise<void> {
  const file = fromBase64url(secret);
  const own = { id: reader, identity: held.identity };
  const mine = await openShare(file, own, place);
  const passed = await takeShare(fromBase64url(share), own, place);
  held.locks.set(place.report, await joinShares(file, [mine, passed], place));
}

/**
 * One's own share, sealed to the colleague who asks: `to` is of the proved list, and stands among the readers in the share.
 * Refuses `swapped` for anybody else.
 */
export async function passedTo(
  to: Reader | undefined,
  { secret, reader, held }: { secret: string; reader: string; held: Held },
  place: Place,
): Promise<string> {
  if (to === undefined) throw new KeyRefusal('swapped', { field: 'reader' });
  const mine = await openShare(fromBase64url(secret), { id: reader, identity: held.identity }, place);
  return toBase64url(await passShare(mine, to, place));
}

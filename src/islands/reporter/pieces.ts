/**
 * Pieces of files that wait on this phone with their report: sealed to its readers like the words, and closed under the
 * drawer's key once more, so that with the key nothing is left that is the same as what the server has.
 */
import { addDays, type Day } from '../../platform/clock.ts';
import { lockOnDevice, newDeviceKey, sealOnDevice, unlockOnDevice } from '../../platform/keys/device.ts';
import type { PieceNumber } from '../../report/files/model.ts';
import { keptDays } from '../../report/on-phone.ts';
import { done, type Lying, open, store, today, written } from './drawer.ts';

interface Keeping {
  bundle: string;
  pieces: readonly PieceNumber[];
  seal(piece: PieceNumber): Promise<Uint8Array>;
  /** Throws when it was all taken back meanwhile: then nothing more is written. */
  mind(): void;
}

const nameOf = (bundle: string, { file, number }: PieceNumber): string => `${bundle} ${file}.${number}`;

/**
 * The pieces first, then in the place of what is being written that it waits: what is found waiting is whole. Answers the
 * last day. Rejects where the browser keeps nothing or has no room; then what lay there lies there still.
 */
export async function keepWhole(value: unknown, { bundle, pieces, seal, mind }: Keeping): Promise<Day> {
  mind();
  const here = await open(true);
  if (here === null) throw new Error('Nothing is kept');
  try {
    const before = (await done(here.transaction(store).objectStore(store).get('one'))) as Lying | undefined;
    const key = before?.key ?? (await newDeviceKey());
    const until = addDays(today(), keptDays);
    for (const piece of pieces) {
      const name = nameOf(bundle, piece);
      const locked = await lockOnDevice(key, `${until} ${name}`, new Uint8Array(await seal(piece)));
      mind();
      await written(here, (all) => all.put(locked, name));
    }
    const lying: Lying = { key, until, sealed: await sealOnDevice(key, until, JSON.stringify(value)) };
    mind();
    await written(here, (all) => all.put(lying, 'one'));
    return until;
  } finally {
    here.close();
  }
}

/** As it was sealed; null where it does not lie here. */
export async function keptPiece(bundle: string, piece: PieceNumber): Promise<Uint8Array | null> {
  let here: IDBDatabase | null = null;
  try {
    here = await open(false);
    if (here === null) return null;
    const name = nameOf(bundle, piece);
    const all = here.transaction(store).objectStore(store);
    const [lying, locked] = await Promise.all([done(all.get('one')), done(all.get(name))]);
    if (lying === undefined || locked === undefined) return null;
    const { key, until } = lying as Lying;
    return await unlockOnDevice(key, `${until} ${name}`, locked);
  } catch {
    return null;
  } finally {
    here?.close();
  }
}

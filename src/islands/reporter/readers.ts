/** The readers this phone may seal to: proved from the root built into the script, or refused by name. */
import { systemClock } from '../../platform/clock.ts';
import { type ReaderList, readers } from '../../platform/keys/chain.ts';
import type { ReadersAnswer } from '../../report/wire.ts';
import { getJson } from './ask.ts';
import { installation, root } from './root.ts';

/** A bare number, so that a later, shorter list is refused; nothing in it says what was done here. */
const seenKey = `list-${installation}`;

export const askReaders = (): Promise<ReadersAnswer> => getJson<ReadersAnswer>('/api/readers');

/** Refuses `chain_broken` and `older_list`. */
export function proved({ entries }: ReadersAnswer, { shared }: { shared: boolean }): ReaderList {
  const list = readers({ entries, root, installation, now: systemClock.now(), seen: seen() });
  if (!shared) remember(list.number);
  return list;
}

function seen(): number {
  try {
    return Number(localStorage.getItem(seenKey)) || 0;
  } catch {
    // Storage switched off: the list is still proved from the root, only its age is not.
    return 0;
  }
}

function remember(number: number): void {
  try {
    localStorage.setItem(seenKey, String(number));
  } catch {
    // Nothing depends on it here and now.
  }
}

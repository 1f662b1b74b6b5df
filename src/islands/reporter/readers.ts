/** The readers this phone may seal to: proved from the root built into the script, or refused by name. */
import { systemClock } from '../../platform/clock.ts';
import { type ReaderList, readers } from '../../platform/keys/chain.ts';
import { KeyRefusal } from '../../platform/keys/refusal.ts';
import type { ReadersAnswer } from '../../report/wire.ts';
import { getJson } from './ask.ts';
import { installation, root } from './root.ts';

/** Two bare numbers and a day of the list; nothing in it says what was done here. */
const seenKey = `list-${installation}`;

interface Seen {
  /** The highest: a later, shorter list is refused. */
  number: number;
  /** That of the last list in which nobody waited: what was added after it still waits, whatever date it carries. */
  settled: number;
  /** The day that list was first seen here, in UTC; '' when it was not kept. */
  day: string;
}

export const askReaders = (): Promise<ReadersAnswer> => getJson<ReadersAnswer>('/api/readers');

/** Refuses `chain_broken` and `older_list`. */
export function proved({ entries }: ReadersAnswer, { shared }: { shared: boolean }): ReaderList {
  const seen = seenBefore();
  const now = systemClock.now();
  const list = readers({ entries, root, installation, now, ...sinceWhen(seen) });
  if (list.number < seen.number)
    throw new KeyRefusal('older_list', { number: list.number, seen: seen.number });
  if (!shared) remember(seen, list, now);
  return list;
}

/** The day kept is a whole one: an addition is younger than its end. */
function sinceWhen({ settled, day }: Seen): { seen: number; seenAt?: Date } {
  const endOfDay = new Date(`${day}T23:59:59.999Z`);
  return Number.isNaN(endOfDay.getTime()) ? { seen: settled } : { seen: settled, seenAt: endOfDay };
}

function seenBefore(): Seen {
  try {
    const [number, settled = number, day = ''] = (localStorage.getItem(seenKey) ?? '').split(' ');
    return { number: Number(number) || 0, settled: Number(settled) || 0, day };
  } catch {
    // Storage switched off: the list is still proved from the root, only its age is not.
    return { number: 0, settled: 0, day: '' };
  }
}

function remember(seen: Seen, { number, waiting }: ReaderList, now: Date): void {
  const isNews = seen.number === 0 || (waiting.length === 0 && number > seen.settled);
  const [settled, day] = isNews ? [number, now.toISOString().slice(0, 10)] : [seen.settled, seen.day];
  try {
    localStorage.setItem(seenKey, `${number} ${settled} ${day}`.trimEnd());
  } catch {
    // Nothing depends on it here and now.
  }
}

/** Is anybody here who can take on a report? Pure. */
import { addDays, type Day } from '../../platform/clock.ts';

export interface Carrying {
  /** The most open reports this person takes on; null: nobody said. */
  most: number | null;
  /** The last day away. */
  away: Day | null;
  /** Open reports when the week began. */
  carried: number;
  /** The last day at the desk; null where they never were. */
  here: Day | null;
}

/** Whoever was not at the desk for longer than a long weekend, and said nothing, is away. */
export const unseenDays = 4;

/** `back`: the first day on which somebody said to be here again; null where nobody did. */
export type NoRoom = { because: 'full' } | { because: 'away'; back: Day | null };

/** Null while somebody is here with room left, and where there is nobody at all. */
export function noRoom(people: readonly Carrying[], today: Day): NoRoom | null {
  if (people.length === 0) return null;
  const there = people.filter((one) => !isAway(one, today));
  if (there.length === 0) {
    const days = people.flatMap(({ away }) => (away !== null && away >= today ? [addDays(away, 1)] : []));
    return { because: 'away', back: days.toSorted()[0] ?? null };
  }
  return there.every(({ most, carried }) => most !== null && carried >= most) ? { because: 'full' } : null;
}

/** Somebody who was away until yesterday is expected, and missed only after `unseenDays`. */
export function isAway({ away, here }: Pick<Carrying, 'away' | 'here'>, today: Day): boolean {
  if (away !== null && away >= today) return true;
  if (here === null) return false;
  const last = away !== null && away > here ? away : here;
  return last < addDays(today, -unseenDays);
}

/**
 * When so many reports come at once that they wait apart from the inbox. Pure. A limit is made from a place's own past, so
 * that a busy station may be busy and a quiet café that is suddenly told about four hundred times is noticed.
 */
import type { HeldState, Why } from './wire.ts';

/** Days looked back on, today not among them. */
export const pastDays = 56;
/** Whatever the past was, so many of a day come in from one place, from no place named, and from everywhere. */
export const floors = { place: 8, nowhere: 20, all: 60 } as const;
/** Held for the sake of all, its own place being quiet: it comes in by itself, within half of the shortest promise. */
export const heldForAllHours = 12;
/** Held, and nobody decided: it comes in by itself a day before the promise of seven days falls due. */
export const undecidedDays = 6;

/**
 * How many of one day come in. With m the median of the past days and s the larger of 1.4826 × their median absolute
 * deviation (robust spread) and √m (chance alone): m + 6 s, rounded up, and never below the floor. Whoever made up fewer
 * than half of the days moves neither m nor s beyond what the other days reached.
 */
export function limitOf(past: readonly number[], floor: number): number {
  const usual = median(past);
  const spread = Math.max(1.4826 * median(past.map((n) => Math.abs(n - usual))), Math.sqrt(usual));
  return Math.max(floor, Math.ceil(usual + 6 * spread));
}

/** So few came that a share of them would say something about one. */
const tooFew = 20;

/** The share that waits apart, in tens of a hundred; 0 also where too few came: nobody learns from it how many did. */
export const tensOf = ({ held, came }: { held: number; came: number }): number =>
  came < tooFew ? 0 : Math.round((10 * held) / came);

/** The lower one of two in the middle: no day that was not there. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

export interface Coming {
  soon: boolean;
  /** A caseworker filled it in with her. */
  assisted: boolean;
}
export interface Level {
  /** Let in on this day so far. */
  came: number;
  limit: number;
}
export type Way = { state: 'let_in' | 'above'; why: null } | { state: 'held'; why: Why };

/**
 * Where one more goes. `soon` never waits (care rule 13); nor does what a caseworker took down. What its own place holds
 * says nothing about others: it does not count for all.
 */
export function wayOf({ soon, assisted }: Coming, { place, all }: { place: Level; all: Level }): Way {
  const why = place.came >= place.limit ? 'place' : all.came >= all.limit ? 'all' : null;
  if (why === null || assisted) return { state: 'let_in', why: null };
  return soon ? { state: 'above', why: null } : { state: 'held', why };
}

export const decisions = ['let_in', 'keep', 'propose', 'second', 'back'] as const;
export type Decision = (typeof decisions)[number];

/**
 * What becomes of held ones; null where that cannot be done with them. Two people set aside; one takes back. Reports held for
 * the sake of all are not kept by one person: their promise runs.
 */
export function decided(state: HeldState, decision: Decision, why: Why): HeldState | 'let_in' | null {
  switch (decision) {
    case 'let_in':
      return 'let_in';
    case 'keep':
      return state === 'held' && why === 'place' ? 'kept' : null;
    case 'propose':
      return state === 'held' || state === 'kept' ? 'proposed' : null;
    case 'second':
      return state === 'proposed' ? 'aside' : null;
    case 'back':
      if (state === 'held') return null;
      return why === 'place' && state !== 'kept' ? 'kept' : 'held';
  }
}

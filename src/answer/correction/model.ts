/** Somebody says that something we publish is wrong. Then a clock runs on ourselves, and we stand in our own table. */
import { addDays, type Day, daysBetween } from '../../platform/clock.ts';
import type { Both } from '../ask/model.ts';
import { medianDays } from '../clock/median.ts';

/** corrected: the page was changed. stays: it was right, and we say why. */
export const endings = ['corrected', 'stays'] as const;
export type Ending = (typeof endings)[number];

export interface Correction {
  id: string;
  /** The ask it is about; null for anything else, and when the ask is gone. */
  ask: string | null;
  made: Day;
  due: Day;
  answered: Day | null;
  done: Ending | null;
  /** Our answer, in both languages. */
  words: Both;
}

/** Days of the calendar in which we answer. */
export const correctWithin = 14;
export const dueOf = (made: Day): Day => addDays(made, correctWithin);

export interface OwnRow {
  asked: number;
  answered: number;
  corrected: number;
  /** Past its day and without an answer. */
  late: number;
  medianDays: number | null;
}

export function ownRow(corrections: readonly Correction[], today: Day): OwnRow {
  return {
    asked: corrections.length,
    answered: corrections.filter(({ answered }) => answered !== null).length,
    corrected: corrections.filter(({ done }) => done === 'corrected').length,
    late: corrections.filter(({ answered, due }) => answered === null && due < today).length,
    medianDays: medianDays(
      corrections.map(({ made, answered }) => ({
        days: daysBetween(made, answered ?? today),
        answered: answered !== null,
      })),
    ),
  };
}

export const longestWords = 2_000;
export const longestContact = 200;

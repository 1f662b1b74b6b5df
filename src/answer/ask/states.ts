/**
 * What may become of an ask: a table. What depends on the day alone (late, silent) is no state but is said by
 * `standingOf`; what people there say is `kept`. Pure.
 */
import { addDays, type Day } from '../../platform/clock.ts';

export const states = [
  'draft',
  'stopped',
  'sent',
  'question',
  'promised',
  'says_kept',
  'cannot',
  'not_ours',
  'disputes',
] as const;
export type State = (typeof states)[number];

export const steps = [
  'send',
  'stop',
  'ask_back',
  'tell',
  'extend',
  'done',
  'will_do',
  'cannot',
  'not_ours',
  'dispute',
] as const;
export type Step = (typeof steps)[number];

/** A body may answer again, and better: every answer stands in the way of the ask. */
const answers = {
  done: 'says_kept',
  will_do: 'promised',
  cannot: 'cannot',
  not_ours: 'not_ours',
  dispute: 'disputes',
} as const;

const next: Readonly<Record<State, Partial<Readonly<Record<Step, State>>>>> = {
  draft: { send: 'sent', stop: 'stopped' },
  stopped: {},
  sent: { ask_back: 'question', extend: 'sent', ...answers },
  question: { tell: 'sent', ...answers },
  promised: answers,
  says_kept: answers,
  cannot: answers,
  not_ours: answers,
  disputes: answers,
};

/** Null where it cannot be: the caller refuses with both names. */
export function nextState(state: State, step: Step): State | null {
  return next[state][step] ?? null;
}

/** What a public page says of it on a day. */
export const standings = [
  'waiting',
  'question',
  'late',
  'silent',
  'promised',
  'promise_late',
  'says_kept',
  'confirmed',
  'disputed',
  'cannot',
  'not_ours',
  'disputes',
] as const;
export type Standing = (typeof standings)[number];

/** Days after the day it was due until an ask without an answer is silent, and the open letter is written. */
export const silentAfter = 60;
/** Days after an answer until those who told are asked whether anything changed. */
export const askChangeAfter = 28;
/** Days of work within which a caseworker passes the words of a body. */
export const passWithin = 3;

export type Kept = 'confirmed' | 'disputed' | null;

/** `kept`: the last thing people there said, by two receipts or a dated visit. Throws RangeError for what was never sent. */
export function standingOf(
  ask: { state: State; due: Day | null; promised: Day | null; kept: Kept },
  today: Day,
): Standing {
  const { state, due, promised, kept } = ask;
  switch (state) {
    case 'draft':
    case 'stopped':
      throw new RangeError(`Got an ask that is ${state}, expected one that was sent`);
    case 'sent':
      if (due === null || today <= due) return 'waiting';
      return today > addDays(due, silentAfter) ? 'silent' : 'late';
    case 'question':
    case 'cannot':
    case 'not_ours':
    case 'disputes':
      return state;
    case 'promised':
      if (kept !== null) return kept;
      return promised !== null && today > promised ? 'promise_late' : 'promised';
    case 'says_kept':
      return kept ?? 'says_kept';
  }
}

/**
 * Of two or more who told, or a visit. The one who was there last decides; of words two must agree and outweigh the
 * others. Null: not enough has been said.
 */
export function keptBy(said: { yes: number; no: number }): Kept {
  if (said.yes >= 2 && said.yes > said.no) return 'confirmed';
  return said.no >= 2 && said.no >= said.yes ? 'disputed' : null;
}

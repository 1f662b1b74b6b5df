/** What desk and server say to each other about the held queue. */
import type { Said } from '../../platform/i18n/index.ts';
import type { Kind } from '../../report/answers.ts';

/** Which limit held it: that of its place, or that of all places together. */
export type Why = 'place' | 'all';
/** held: nobody decided. kept: waits, somebody said so. proposed: to be set aside, a second one lacks. aside: set aside. */
export type HeldState = 'held' | 'kept' | 'proposed' | 'aside';
export const heldStates = ['held', 'kept', 'proposed', 'aside'] as const;
/** Why many are set aside as one; never "false". */
export const asideReasons = ['same_words', 'called_for', 'not_lived', 'machine'] as const;
export type AsideReason = (typeof asideReasons)[number];

/** Those of one wave in one state. */
export interface HeldPart {
  state: HeldState;
  reports: number;
  /** Of them, whose person came back with the receipt since. */
  cameBack: number;
  reason: AsideReason | null;
  /** Names. */
  proposedBy: string | null;
  secondBy: string | null;
  /** The day of the last decision about any of them. */
  decided: string | null;
  /** True where the asker proposed it: somebody else seconds. */
  mine: boolean;
}

/** Held ones of one place, or of all that wait because everywhere together was too much. */
export interface Wave {
  /** A place, a cell, '' where none was said, or '*' for many places. */
  id: string;
  why: Why;
  /** Of a named place. */
  name: Said | null;
  /** Days of arrival. */
  from: string;
  to: string;
  /** What they tell of, the most frequent first, at most four. */
  kinds: readonly Kind[];
  /** Came in from the same place on the same days before the limit was reached: to be read, to judge by. */
  letIn: number;
  /** The day on which undecided ones come in by themselves; null with none. */
  comesIn: string | null;
  parts: readonly HeldPart[];
}

/** GET /desk/api/held. Only of what is sealed to the asker. `held` and `came`: of the last seven days, all of them. */
export interface HeldAnswer {
  waves: readonly Wave[];
  week: { held: number; came: number };
}

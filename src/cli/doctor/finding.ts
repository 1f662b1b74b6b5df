/** What the doctor says about one thing. */
import type { Clock } from '../../platform/clock.ts';
import type { Kysely } from '../../platform/db/index.ts';
import type { Installation } from '../../platform/installation.ts';

/** `mind`: it works, and somebody should know. `wrong`: it does not work, or not as it was promised. */
export type State = 'fine' | 'mind' | 'wrong';

export interface Finding {
  what: string;
  state: State;
  /** What was found and, where it is not fine, what to do. */
  found: string;
}

/** An installation and its database, with every table. */
export interface Ground {
  db: Kysely<unknown>;
  installation: Installation;
  clock: Clock;
}

const marks: Readonly<Record<State, string>> = { fine: '✓', mind: '!', wrong: '✗' };

export const lineOf = ({ what, state, found }: Finding): string => `${marks[state]} ${what}: ${found}`;

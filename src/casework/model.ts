/** Pure rules of the inbox: who may do what to a report in which state, when our promise falls due, how long people wait. */
import { addDays, type Day } from '../platform/clock.ts';
import type { CloseReason, InboxState, Mark, Role } from './wire.ts';

/** A report is read within this many days; with `soon` within `urgentHours`. */
export const readWithinDays = 7;
export const urgentHours = 24;
/** Once read, a first reply or a decision follows within this many days, and after a reply we look again. */
export const replyWithinDays = 7;
export const lookAgainDays = 14;
export const longestHoldDays = 366;
/** Above this measured wait the intake is for urgent reports only, whatever the switch says. */
export const waitCeilingDays = 30;

/** A report as the inbox holds it. */
export interface Case {
  state: InboxState;
  /** A person's id. */
  claimedBy: string | null;
  due: Day;
  opened: boolean;
  /** The next step is ours: never read, or she did something since we last did. */
  waiting: boolean;
  marks: readonly Mark[];
  holdUntil: Day | null;
  closeReason: CloseReason | null;
}

/** What only the one who claimed it does. */
type OwnMove =
  | { do: 'release' | 'open' | 'file' | 'reply' | 'note' | 'resume' }
  | { do: 'hold'; until: Day }
  | { do: 'close'; reason: CloseReason }
  | { do: 'mark'; marks: readonly Mark[] };
export type Move = { do: 'claim' | 'reopen' } | OwnMove;

/** `holder`: the person's id who has it. */
export type Refusing =
  | { refused: 'claimed_by_other'; holder: string }
  | { refused: 'claim_first' }
  | { refused: 'report_closed' }
  | { refused: 'hold_day' };

/** As it comes in. `arrived` is a day of the installation's zone. */
export function received(soon: boolean, arrived: Day): Case {
  const due = addDays(arrived, soon ? 1 : readWithinDays);
  const empty = { marks: [], holdUntil: null, closeReason: null };
  return { state: 'new', claimedBy: null, due, opened: false, waiting: true, ...empty };
}

/** The case after a move by `person` on `today`, or why not. Doing twice what is done already changes nothing. */
export function moved(now: Case, move: Move, by: { person: string; today: Day }): Case | Refusing {
  const mine = now.claimedBy === by.person;
  const taken = now.claimedBy !== null && !mine;
  switch (move.do) {
    case 'claim':
      if (now.state === 'closed') return { refused: 'report_closed' };
      if (taken && now.claimedBy !== null) return { refused: 'claimed_by_other', holder: now.claimedBy };
      return { ...now, state: 'claimed', claimedBy: by.person, holdUntil: null };
    case 'reopen':
      if (taken && now.claimedBy !== null) return { refused: 'claimed_by_other', holder: now.claimedBy };
      return now.state === 'closed'
        ? {
            ...now,
            state: 'claimed',
            claimedBy: by.person,
            closeReason: null,
            due: addDays(by.today, replyWithinDays),
          }
        : now;
    default:
      if (now.state === 'closed') return { refused: 'report_closed' };
      if (!mine) return { refused: 'claim_first' };
      return held(now, move, by.today);
  }
}

function held(now: Case, move: OwnMove, today: Day): Case | Refusing {
  switch (move.do) {
    case 'release':
      return { ...now, state: 'new', claimedBy: null, holdUntil: null };
    case 'open':
      return {
        ...now,
        opened: true,
        waiting: false,
        due: now.opened ? now.due : addDays(today, replyWithinDays),
      };
    case 'file':
    case 'note':
      return now;
    case 'reply':
      return {
        ...now,
        state: 'claimed',
        waiting: false,
        holdUntil: null,
        due: addDays(today, lookAgainDays),
      };
    case 'mark':
      return { ...now, marks: [...new Set(move.marks)] };
    case 'hold':
      if (move.until <= today || move.until > addDays(today, longestHoldDays)) return { refused: 'hold_day' };
      return { ...now, state: 'held', waiting: false, holdUntil: move.until, due: move.until };
    case 'resume':
      return now.state === 'held'
        ? {
            ...now,
            state: 'claimed',
            waiting: true,
            holdUntil: null,
            due: addDays(today, replyWithinDays),
          }
        : now;
    case 'close':
      return {
        ...now,
        state: 'closed',
        waiting: false,
        claimedBy: null,
        holdUntil: null,
        closeReason: move.reason,
      };
  }
}

/** The state a person sees: a hold whose day has come is theirs to do again. */
export function stateOn(today: Day, { state, holdUntil }: Pick<Case, 'state' | 'holdUntil'>): InboxState {
  return state === 'held' && holdUntil !== null && holdUntil <= today ? 'claimed' : state;
}

/** She added something or changed her choices: the next step is ours again, and what was closed or held comes back. */
export function heard(now: Case, today: Day): Case {
  const again = { ...now, waiting: true, holdUntil: null, due: addDays(today, replyWithinDays) };
  if (now.state === 'closed') return { ...again, state: 'new', closeReason: null };
  return {
    ...again,
    state: now.claimedBy === null ? 'new' : 'claimed',
    due: now.opened ? again.due : now.due,
  };
}

export interface WaitCount {
  days: number;
  times: number;
}

/**
 * The 80th percentile (nearest rank) of days until a report was read; null under five samples, where it would speak of
 * single reports.
 */
export function waitOf(samples: readonly WaitCount[]): number | null {
  const all = samples.reduce((sum, { times }) => sum + times, 0);
  if (all < 5) return null;
  let left = Math.ceil(0.8 * all);
  for (const { days, times } of [...samples].sort((a, b) => a.days - b.days)) {
    left -= times;
    if (left <= 0) return days;
  }
  return null;
}

/** Who runs the place opens nothing, and an outside reader is nothing else: one person, one role. */
export function rolesApart(roles: readonly Role[]): boolean {
  return new Set(roles).size === 1;
}

/** Caseworkers and outside readers read reports; an organiser or a moderator never does. */
export function mayRead(roles: readonly Role[]): boolean {
  return !roles.includes('organiser') && (roles.includes('caseworker') || roles.includes('outside'));
}

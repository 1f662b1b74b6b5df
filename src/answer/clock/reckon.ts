/**
 * When an answer is due, with every day shown that was counted and every one that was not. The day of sending is not
 * counted and the last day is counted whole, as in Regulation (EEC, Euratom) 1182/71, article 3; a term in days of the
 * calendar that would end on a day off ends on the next day that is worked (article 3(4)). Pure.
 */
import { addDays, type Day } from '../../platform/clock.ts';
import { type DayOff, dayOff, type WorkCalendar } from './calendar.ts';

export interface Term {
  days: number;
  counted: 'working' | 'calendar';
}

/** A question of theirs stops the clock: the day it came and the days until we answered are not counted. */
export interface Stop {
  from: Day;
  /** The day we answered, not counted either; null while it is open. */
  until: Day | null;
}

/** Once, with a reason that is shown. */
export interface Extension {
  days: number;
  reason: string;
}

export interface Clock {
  sent: Day;
  term: Term;
  calendar: WorkCalendar;
  stops: readonly Stop[];
  extension: Extension | null;
}

export type NotCounted = DayOff | { why: 'question' };
export type Step = { day: Day } & ({ counted: true; nth: number } | ({ counted: false } & NotCounted));

export interface Reckoned {
  /** Null while a question of theirs is open: then the clock stands. */
  due: Day | null;
  /** Every day after the sending up to `due`, or up to the question that stopped the clock. */
  steps: readonly Step[];
  /** Of the term and its extension, not yet counted; 0 once `due` is known. */
  left: number;
}

/** Throws RangeError for a term or an extension that is not a whole number of days from 1 to 1,000. */
export function reckon({ sent, term, calendar, stops, extension }: Clock): Reckoned {
  const wanted = whole(term.days) + (extension === null ? 0 : whole(extension.days));
  const steps: Step[] = [];
  let nth = 0;
  let day = sent;
  while (nth < wanted) {
    day = addDays(day, 1);
    const stop = stops.find(({ from, until }) => from <= day && (until === null || day <= until));
    if (stop?.until === null) return { due: null, steps, left: wanted - nth };
    const off = dayOff(day, calendar);
    // Whatever is counted, the last day is one on which somebody is there to answer.
    const isSkipped = off !== null && (term.counted === 'working' || nth === wanted - 1);
    if (stop) steps.push({ day, counted: false, why: 'question' });
    else if (isSkipped) steps.push({ day, counted: false, ...off });
    else steps.push({ day, counted: true, nth: ++nth });
    if (steps.length > most)
      throw new RangeError(`Got no ${wanted} days that count in ${most} after ${sent}`);
  }
  return { due: day, steps, left: 0 };
}

const most = 10_000;

function whole(days: number): number {
  if (Number.isInteger(days) && days >= 1 && days <= 1_000) return days;
  throw new RangeError(`Got a term of ${days} days, expected 1 to 1,000`);
}

export interface Sum {
  counted: number;
  weekend: number;
  question: number;
  /** Names in the order they fell, each once. */
  holidays: readonly string[];
  holidayDays: number;
}

/** The arithmetic in one line, for a page: what was counted and what was not. */
export function sumOf(steps: readonly Step[]): Sum {
  const not = (why: NotCounted['why']) => steps.filter((step) => !step.counted && step.why === why);
  const holidays = steps.flatMap((step) => (!step.counted && step.why === 'holiday' ? [step.name] : []));
  return {
    counted: steps.filter(({ counted }) => counted).length,
    weekend: not('weekend').length,
    question: not('question').length,
    holidays: [...new Set(holidays)],
    holidayDays: holidays.length,
  };
}

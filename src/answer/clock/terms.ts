/** How long a body has to acknowledge and to answer, by which calendar: its own terms, or the usual ones. */
import type { Kysely, Transaction } from 'kysely';
import { Refusal } from '../../platform/refusal.ts';
import type { AskEvent } from '../ask/model.ts';
import type { Weekday, WorkCalendar } from './calendar.ts';
import { holidaysIn } from './holidays.ts';
import { type Clock, type Extension, type Reckoned, reckon, type Stop, type Term } from './reckon.ts';
import { putTerms, termsRow } from './terms-store.ts';

export interface Terms {
  acknowledge: Term;
  answer: Term;
  calendar: WorkCalendar;
}

/** As they are given; `holidays` is an iCalendar file (RFC 5545), '' for none. */
export interface GivenTerms {
  acknowledge: Term;
  answer: Term;
  weekend: readonly Weekday[];
  holidays: string;
}

/** One week of work to say that it was read and four to answer; Friday and Saturday are not worked. */
export const usualTerms: GivenTerms = {
  acknowledge: { days: 5, counted: 'working' },
  answer: { days: 20, counted: 'working' },
  weekend: [5, 6],
  holidays: '',
};

/** No ask is older, and the longest term, extended, ends long before. */
const window = { from: '2020-01-01', until: '2100-01-01' };

/** Those of a body, or the usual ones where it has none of its own. */
export async function termsOf(db: Kysely<unknown>, body: string): Promise<Terms> {
  const { acknowledge, answer, weekend, holidays } = (await termsRow(db, body)) ?? usualTerms;
  return { acknowledge, answer, calendar: { weekend, holidays: await dates(holidays) } };
}

/** From now on; what was sent keeps the days it was sent with. Refusals terms_days, terms_weekend, calendar_unreadable. */
export async function setTerms(tx: Transaction<unknown>, body: string, terms: GivenTerms): Promise<void> {
  for (const { days } of [terms.acknowledge, terms.answer])
    if (!Number.isInteger(days) || days < 1 || days > most)
      throw new Refusal('terms_days', { got: days, most });
  const weekend = [...new Set(terms.weekend)].sort();
  if (weekend.length > 6) throw new Refusal('terms_weekend');
  await dates(terms.holidays);
  await putTerms(tx, body, { ...terms, weekend });
}

const most = 1_000;

const dates = async (text: string): Promise<ReadonlyMap<string, string>> =>
  text === '' ? new Map() : holidaysIn(text, window);

/** Their questions with the days we answered them, and the one extension, from the way of an ask. */
export function clockOf(events: readonly AskEvent[]): Pick<Clock, 'stops' | 'extension'> {
  const stops: Stop[] = [];
  let extension: Extension | null = null;
  for (const { what, day, note } of events) {
    if (what === 'question') stops.push({ from: day, until: null });
    const open = stops.at(-1);
    if (what === 'told' && open?.until === null) stops.splice(-1, 1, { ...open, until: day });
    if (what === 'extended')
      extension = { days: note?.days ?? 0, reason: note?.words?.en ?? note?.why ?? '' };
  }
  return { stops, extension };
}

export interface Dues {
  acknowledge: Reckoned;
  answer: Reckoned;
}

/** Both days with their arithmetic, after all that has happened so far. `sent`: the day it was sent. */
export function duesOf(terms: Terms, sent: string, events: readonly AskEvent[]): Dues {
  const { calendar } = terms;
  const own = clockOf(events);
  return {
    acknowledge: reckon({ sent, calendar, term: terms.acknowledge, stops: [], extension: null }),
    answer: reckon({ sent, calendar, term: terms.answer, ...own }),
  };
}

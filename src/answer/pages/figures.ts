/** What became of the asks to one body, in figures about the body. Nothing here is about reports. Pure. */
import { type Day, daysBetween } from '../../platform/clock.ts';
import type { PublicAsk } from '../ask/public.ts';
import type { Standing } from '../ask/states.ts';
import type { Body } from '../body/model.ts';
import { medianDays } from '../clock/median.ts';

export interface Figures {
  asked: number;
  answered: number;
  /** The body has said that it is done, whatever people there say. */
  saysKept: number;
  /** People there have said so. */
  confirmed: number;
  silent: number;
  /** Whole days of the calendar; null while fewer than half are answered. */
  medianDays: number | null;
  /** One for each ask, oldest first. */
  standings: readonly Standing[];
}

/** `asks`: oldest first. */
export function figuresOf(asks: readonly PublicAsk[], today: Day): Figures {
  const among = (...wanted: Standing[]) => asks.filter(({ standing }) => wanted.includes(standing)).length;
  return {
    asked: asks.length,
    answered: asks.filter(({ answered }) => answered !== null).length,
    saysKept: asks.filter(({ answers }) => answers.some(({ kind }) => kind === 'done')).length,
    confirmed: among('confirmed'),
    silent: among('silent'),
    medianDays: medianDays(
      asks.map(({ sent, answered }) => ({
        days: daysBetween(sent, answered ?? today),
        answered: answered !== null,
      })),
    ),
    standings: asks.map(({ standing }) => standing),
  };
}

/** Below this many asks a body is told about in sentences, not in a row of figures. */
export const enoughForARow = 10;

/** Days without an answer after it was due until a body without a public duty stands in a table (care rule 9). */
const quietDays = 30;

/** A business without a public duty stands in no table until it has answered, or has kept silent for long. */
export function maybeTabled(ask: PublicAsk, body: Body | undefined, today: Day): boolean {
  if (body === undefined) return false;
  if (body.publicDuty || ask.answered !== null) return true;
  return ask.due !== null && daysBetween(ask.due, today) > quietDays;
}

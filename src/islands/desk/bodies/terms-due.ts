/** When an ask sent today would be due. Pure. */
import { reckon, type Term } from '../../../answer/clock/reckon.ts';
import type { BodyTerms } from '../../../casework/bodies/wire.ts';

/** As somebody types it, in digits of either language; NaN for nothing and for no number. */
export function daysIn(typed: string): number {
  const digits = typed.trim().replace(/[٠-٩]/g, (one) => String(one.charCodeAt(0) & 15));
  return digits === '' ? Number.NaN : Number(digits);
}

export type Given = Omit<BodyTerms, 'own'>;

/** Null where no ask could be reckoned with it: the server says why when it is saved. */
export function duesFrom(
  sent: string,
  { acknowledge, answer, weekend, holidays }: Given,
): { acknowledge: string; answer: string } | null {
  const isTerm = ({ days }: Term) => Number.isInteger(days) && days >= 1 && days <= 1_000;
  if (!isTerm(acknowledge) || !isTerm(answer) || weekend.length > 6) return null;
  const calendar = { weekend, holidays: new Map(holidays) };
  const due = (term: Term) => reckon({ sent, term, calendar, stops: [], extension: null }).due;
  const both = { acknowledge: due(acknowledge), answer: due(answer) };
  return both.acknowledge === null || both.answer === null
    ? null
    : { acknowledge: both.acknowledge, answer: both.answer };
}

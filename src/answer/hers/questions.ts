/**
 * What those who told may say about an answer, and what it makes of the ask. Words count since the body last answered or
 * somebody last went there; two that agree make an event, and the event stays, whoever withdraws later. Pure.
 */
import { addDays, type Day } from '../../platform/clock.ts';
import type { MyAsk } from '../../report/index.ts';
import type { Answer, AskEvent, Note } from '../ask/model.ts';
import { keptOf } from '../ask/public.ts';
import { askChangeAfter, keptBy } from '../ask/states.ts';
import type { AskWay } from '../ask/store.ts';

type Way = Pick<AskWay, 'events' | 'answers'>;

/** The last thing the body said that counts; a question and an extension are no answers. */
export function lastAnswer({ answers }: Pick<AskWay, 'answers'>): Answer | null {
  return (
    answers.findLast(
      ({ confirmed, kind }) => confirmed !== null && kind !== 'question' && kind !== 'extension',
    ) ?? null
  );
}

/** Number of the event their words are counted from: an answer, or a visit. 0 before the first. */
export const sinceOf = (events: readonly AskEvent[]): number =>
  events.findLast(({ what }) => what === 'answered' || what === 'visited')?.number ?? 0;

/** What is asked on a day. A promise is asked about when its day has come, what is said to be done at once and after 28 days. */
export function questionOf(way: Way, today: Day): MyAsk['question'] {
  const answer = lastAnswer(way);
  if (answer === null || answer.confirmed === null) return null;
  switch (answer.kind) {
    case 'done':
      return today >= addDays(answer.confirmed, askChangeAfter) ? 'changed' : 'so';
    case 'will_do':
      return answer.promised !== null && today >= answer.promised ? 'changed' : null;
    default:
      return 'not_so';
  }
}

export interface Words {
  yes: number;
  no: number;
}

/** What two or more of them now say, where the way does not say it yet. */
export function newlySaid(way: Way, words: Words): { what: 'confirmed' | 'disputed'; note: Note } | null {
  const answer = lastAnswer(way);
  const kept = keptBy(words);
  if (answer === null || kept === null || kept === keptOf(way)) return null;
  return { what: kept, note: { number: answer.number, why: answer.kind } };
}

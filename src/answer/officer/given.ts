/** What an answer does to an ask: to the preview as to the ask itself, so that both are the same. Pure. */
import type { Day } from '../../platform/clock.ts';
import type { Answer, AskEvent, Happening, Note } from '../ask/model.ts';
import { nextState, type State } from '../ask/states.ts';
import type { AskWay } from '../ask/store.ts';
import { duesOf, type Terms } from '../clock/terms.ts';
import type { Written } from './answer-store.ts';
import { kindsFor, type Stand, stepOf } from './form.ts';

export const standOf = ({ ask, events }: AskWay): Stand => ({
  state: ask.state,
  due: ask.due,
  extended: events.some(({ what }) => what === 'extended'),
});

export interface Given {
  state: State;
  due: Day | null;
  promised: Day | null;
  event: { day: Day; what: Happening; note: Note };
}

/** Null where it does not fit any more: it was answered otherwise since. `terms`: of the body. */
export function given(
  way: AskWay,
  answer: Written & { number: number },
  { today, terms }: { today: Day; terms: Terms },
): Given | null {
  const { ask, events } = way;
  const { kind, number, promised, days } = answer;
  const state = nextState(ask.state, stepOf[kind]);
  if (state === null || ask.sent === null || !kindsFor(standOf(way), today).includes(kind)) return null;
  const what = kind === 'question' ? 'question' : kind === 'extension' ? 'extended' : 'answered';
  const dueAfter = (note: Note): Day | null => {
    const happened: AskEvent = { number: 0, day: today, what, who: null, note };
    return duesOf(terms, ask.sent ?? today, [...events, happened]).answer.due;
  };
  const kept = { state, promised: promised ?? ask.promised };
  if (kind === 'question') return { ...kept, due: null, event: { day: today, what, note: { number } } };
  if (kind === 'extension') {
    const note: Note = { number, days: days ?? 0 };
    const due = dueAfter(note);
    return { ...kept, due, event: { day: today, what, note: due === null ? note : { ...note, until: due } } };
  }
  const note: Note = { number, why: kind, ...(promised === null ? {} : { until: promised }) };
  return { ...kept, due: ask.due, event: { day: today, what, note } };
}

/** The ask as if this answer had been given today and its words had passed. Null as above. */
export function asIf(
  way: AskWay,
  answer: Written & { files: Answer['files'] },
  { today, terms }: { today: Day; terms: Terms },
): AskWay | null {
  const number = Math.max(0, ...way.answers.map((one) => one.number)) + 1;
  const change = given(way, { ...answer, number }, { today, terms });
  if (change === null) return null;
  const { state, due, promised, event } = change;
  const { kind, words, office, files } = answer;
  return {
    ...way,
    ask: { ...way.ask, state, due, promised },
    events: [...way.events, { ...event, number: way.events.length + 1, who: null }],
    answers: [
      ...way.answers,
      {
        ...{ number, kind, words, office, files },
        promised: answer.promised,
        made: today,
        confirmed: today,
        passed: today,
        withheld: null,
      },
    ],
  };
}

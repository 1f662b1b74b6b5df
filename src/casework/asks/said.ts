/** What a body said and what became of it: passing and withholding its words, answering it, visits, pausing, closing a task. */
import {
  addVisit,
  answerOnPaper,
  type Both,
  passAnswer,
  pauseAsk,
  resumeAsk,
  taskDone,
  tellBody,
  type Visit,
  type Withheld,
  type WrittenAnswer,
  withholdAnswer,
} from '../../answer/index.ts';
import type { Transaction } from '../../platform/db/index.ts';
import type { Person } from '../../platform/http/index.ts';
import { todayOf } from '../inbox/reading.ts';
import { type AskNeeds, seen } from './reading.ts';
import { oneAsk } from './view.ts';
import type { OneAsk } from './wire.ts';

interface Numbered {
  ask: string;
  number: number;
}

/** Refusals 'ask_not_here', and those of the verbs of answer; each locks the ask itself. */
export const said = (needs: AskNeeds, person: Person) => {
  const by = { by: person.id, today: todayOf(needs) };
  const then = (ask: string, act: (tx: Transaction<unknown>) => Promise<unknown>): Promise<OneAsk> =>
    needs.db.transaction().execute(async (tx) => {
      await seen(tx, needs, { person, ask });
      await act(tx);
      return oneAsk(tx, needs, { person, ask });
    });
  return {
    pass: (one: Numbered) => then(one.ask, (tx) => passAnswer(tx, { ...one, ...by })),
    withhold: (one: Numbered & { why: Withheld }) =>
      then(one.ask, (tx) => withholdAnswer(tx, { ...one, ...by })),
    tell: (one: Numbered & { words: Both }) => then(one.ask, (tx) => tellBody(tx, { ...one, ...by })),
    paper: ({ ask, answer }: { ask: string; answer: WrittenAnswer }) =>
      then(ask, (tx) => answerOnPaper(tx, needs, { ask, answer, by: person.id })),
    visit: (one: { ask: string } & Omit<Visit, 'number'>) =>
      then(one.ask, (tx) => addVisit(tx, { ...one, ...by })),
    pause: ({ ask }: { ask: string }) => then(ask, (tx) => pauseAsk(tx, { ask, ...by })),
    resume: ({ ask }: { ask: string }) => then(ask, (tx) => resumeAsk(tx, { ask, ...by })),
    done: (one: Numbered) => then(one.ask, (tx) => taskDone(tx, { ...one, ...by })),
  };
};

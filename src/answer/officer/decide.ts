/**
 * What a caseworker does with what a body said: passes its words, withholds them, answers its question. That it
 * answered is public already. Each in the caller's transaction, with the mail that tells the body; done twice is done
 * once.
 */
import type { Transaction } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import { put } from '../../platform/outbox/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Answer, Ask, Both, Withheld } from '../ask/model.ts';
import { nextState } from '../ask/states.ts';
import { type AskWay, askReader, askWriter } from '../ask/store.ts';
import { duesOf, termsOf } from '../clock/terms.ts';
import { answerStore } from './answer-store.ts';
import { linkStore } from './link-store.ts';
import { mailPassed, mailTold, mailWithheld } from './mails.ts';

/** `number`: of the answer. `by`: the caseworker's id. `today`: in the installation's zone. */
export interface Deciding {
  ask: string;
  number: number;
  by: string;
  today: Day;
}

/** The words and files are public from now on, also where they were withheld before. Fact 'answer.passed', its subject the ask. Refusal not_found. */
export async function passAnswer(tx: Transaction<unknown>, deciding: Deciding): Promise<void> {
  const { ask, number, by, today } = deciding;
  const { ask: whole, answer } = await held(tx, deciding);
  if (answer.passed !== null && answer.withheld === null) return;
  await answerStore(tx).decide({ ask, number, by, passed: today, withheld: null });
  await askWriter(tx).event(ask, { day: today, what: 'passed', who: by, note: { number } });
  await mailPassed(tx, whole);
  await put(tx, { event: 'answer.passed', subject: ask });
}

/** The words and files are not public, also where they were. Fact 'answer.withheld', its subject the ask. Refusal not_found. */
export async function withholdAnswer(
  tx: Transaction<unknown>,
  deciding: Deciding & { why: Withheld },
): Promise<void> {
  const { ask, number, by, today, why } = deciding;
  const { ask: whole, answer } = await held(tx, deciding);
  if (answer.withheld === why) return;
  await answerStore(tx).decide({ ask, number, by, passed: null, withheld: why });
  await askWriter(tx).event(ask, { day: today, what: 'withheld', who: by, note: { number, why } });
  await mailWithheld(tx, whole, { why, today });
  await put(tx, { event: 'answer.withheld', subject: ask });
}

/**
 * Answers a question, in both languages: public, and the clock goes on with the days it stood not counted. Fact
 * 'body.told', its subject the ask. Refusals not_found, 'told_empty', and 'told_late' where no question is open.
 */
export async function tellBody(
  tx: Transaction<unknown>,
  deciding: Deciding & { words: Both },
): Promise<void> {
  const { ask: id, number, by, today } = deciding;
  const { ask, answer, way } = await held(tx, deciding);
  if (answer.kind !== 'question') throw new Refusal('not_found');
  const words = { en: deciding.words.en.trim(), ar: deciding.words.ar.trim() };
  if (words.en === '' || words.ar === '') throw new Refusal('told_empty');
  if (way.events.some(({ what, note }) => what === 'told' && note?.number === number)) return;
  const state = nextState(ask.state, 'tell');
  if (state === null) throw new Refusal('told_late');
  const writer = askWriter(tx);
  await writer.event(id, { day: today, what: 'told', who: by, note: { number, words } });
  const due = await dueAgain(tx, ask);
  await writer.change(id, { state, due });
  if (due !== null) await linkStore(tx).lengthen(id, due);
  await mailTold(tx, { ...ask, due }, today);
  await put(tx, { event: 'body.told', subject: id });
}

/** Null while a question is open. After all that stands in the way of the ask now. */
export async function dueAgain(
  tx: Transaction<unknown>,
  ask: Pick<Ask, 'id' | 'body' | 'sent'>,
): Promise<Day | null> {
  const { events } = (await askReader(tx).byId(ask.id)) ?? { events: [] };
  const terms = await termsOf(tx, ask.body);
  return duesOf(terms, ask.sent ?? '', events).answer.due;
}

/** Whoever else wants to change the ask waits. Only what the registered mailbox has confirmed is there to be decided on. */
async function held(
  tx: Transaction<unknown>,
  { ask: id, number }: Deciding,
): Promise<{ ask: Ask; answer: Answer; way: AskWay }> {
  const ask = await askWriter(tx).lock(id);
  const way = await askReader(tx).byId(id);
  const answer = way?.answers.find((one) => one.number === number);
  if (ask === null || way === null || answer === undefined || answer.confirmed === null)
    throw new Refusal('not_found');
  return { ask, answer, way };
}

/** Asking for a correction, and answering. Each in the caller's transaction. */
import type { Transaction } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import { randomId } from '../../platform/keys/random.ts';
import { put } from '../../platform/outbox/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Both } from '../ask/model.ts';
import { askWriter } from '../ask/store.ts';
import { dueOf, type Ending, longestContact, longestWords } from './model.ts';
import { correctionWriter } from './store.ts';

export interface Asking {
  /** The ask that is wrong, where it is one. */
  ask: string | null;
  words: string;
  /** '' for nothing. */
  contact: string;
  today: Day;
}

/** Answers with its number and the day by which we answer; fact 'correction.asked'. Refusal 'correction_words' {most}. */
export async function askCorrection(
  tx: Transaction<unknown>,
  { ask, words, contact, today }: Asking,
): Promise<{ id: string; due: Day }> {
  const written = words.trim();
  if (written === '' || written.length > longestWords || contact.length > longestContact)
    throw new Refusal('correction_words', { most: longestWords });
  const known = ask === null ? null : await askWriter(tx).lock(ask);
  const id = randomId().replace(/[-_]/g, '').slice(0, 8).toUpperCase();
  const due = dueOf(today);
  await correctionWriter(tx).add({
    id,
    ask: known?.sent ? known.id : null,
    words: written,
    contact: contact.trim() || null,
    made: today,
    due,
  });
  await put(tx, { event: 'correction.asked', subject: id });
  return { id, due };
}

/** `by`: the caseworker's id. Both languages are wanted: everybody reads the answer. */
export interface Answering {
  id: string;
  done: Ending;
  words: Both;
  by: string;
  today: Day;
}

/** Refusals 'not_found' for one that is not there or is answered, 'correction_words' {most}. */
export async function answerCorrection(
  tx: Transaction<unknown>,
  { id, done, words, by, today }: Answering,
): Promise<void> {
  const [en, ar] = [words.en.trim(), words.ar.trim()];
  if (en === '' || ar === '' || Math.max(en.length, ar.length) > longestWords)
    throw new Refusal('correction_words', { most: longestWords });
  const writer = correctionWriter(tx);
  const found = await writer.lock(id);
  if (found === null) throw new Refusal('not_found');
  await writer.answer(id, { answered: today, done, by, en, ar });
  if (found.ask !== null && done === 'corrected')
    await askWriter(tx).event(found.ask, {
      day: today,
      what: 'corrected',
      who: by,
      note: { words: { en, ar } },
    });
}

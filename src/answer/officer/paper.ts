/**
 * An answer that came on paper, from a body that got a letter: a caseworker types it in. It counts at once, and her name
 * stands in its way; the words wait for somebody to pass them like all others.
 */
import type { Transaction } from 'kysely';
import { dayIn } from '../../platform/clock.ts';
import { Refusal } from '../../platform/refusal.ts';
import { termsOf } from '../clock/terms.ts';
import { answerStore, type Written } from './answer-store.ts';
import { give, locked } from './code.ts';
import type { OfficerDeps } from './deps.ts';
import { given } from './given.ts';
import { personalIn } from './personal.ts';

/** Answers with its number. Refusals 'not_found', 'answer_not_now', 'personal_data' {found}. */
export async function answerOnPaper(
  tx: Transaction<unknown>,
  { clock, installation }: Pick<OfficerDeps, 'clock' | 'installation'>,
  { ask, answer, by }: { ask: string; answer: Written; by?: string },
): Promise<number> {
  const today = dayIn(installation.zone, clock.now());
  const way = await locked(tx, ask);
  const [found] = personalIn(answer.words);
  if (found) throw new Refusal('personal_data', { found: answer.words.slice(found.from, found.to) });
  const terms = await termsOf(tx, way.ask.body);
  if (given(way, { ...answer, number: 0 }, { today, terms }) === null) throw new Refusal('answer_not_now');
  const number = await answerStore(tx).add(ask, { ...answer, made: today, link: null });
  await give(tx, { way, answer: { ...answer, number }, today, ...(by === undefined ? {} : { by }) });
  return number;
}

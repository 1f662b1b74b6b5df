/** What people asked us to correct, with what it is about, and our answer. */
import {
  answerCorrection,
  askReader,
  type Correction,
  correctionReader,
  correctionsToAnswer,
} from '../../answer/index.ts';
import type { Person } from '../../platform/http/index.ts';
import { named } from '../asks/lines.ts';
import type { AskNeeds } from '../asks/reading.ts';
import { namesIn } from '../asks/view.ts';
import { todayOf } from '../inbox/reading.ts';
import type { AnswerForm, AskNamed, Corrections } from './wire.ts';

export async function correctionsOf(needs: AskNeeds): Promise<Corrections> {
  const { db } = needs;
  const [open, all] = await Promise.all([correctionsToAnswer(db), correctionReader(db).all()]);
  const done = all.filter(({ answered }) => answered !== null);
  const asks = await askNames(needs, [...open, ...done]);
  const today = todayOf(needs);
  const withAsk = <One extends Correction>(one: One) => ({ ...one, ask: asks.get(one.ask ?? '') ?? null });
  return {
    waiting: open.map((one) => ({ ...withAsk(one), late: one.due < today })),
    answered: done.map(withAsk).sort((a, b) => (b.answered ?? '').localeCompare(a.answered ?? '')),
  };
}

/** By id. */
async function askNames(
  { db }: AskNeeds,
  corrections: readonly Correction[],
): Promise<ReadonlyMap<string, AskNamed>> {
  const ids = [...new Set(corrections.flatMap(({ ask }) => ask ?? []))];
  if (ids.length === 0) return new Map();
  const [ways, names] = await Promise.all([askReader(db).byIds(ids), namesIn(db)]);
  return new Map(
    ways.map(({ ask: { id, body, about } }) => {
      const name = names.bodies.get(body)?.name ?? { en: '', ar: '' };
      return [id, { id, body: name, about: named(about, names).name }];
    }),
  );
}

/** Refusals 'correction_words', and 'not_found' where a colleague was faster. */
export function answer(needs: AskNeeds, person: Person, form: AnswerForm): Promise<void> {
  const given = { ...form, by: person.id, today: todayOf(needs) };
  return needs.db.transaction().execute((tx) => answerCorrection(tx, given));
}

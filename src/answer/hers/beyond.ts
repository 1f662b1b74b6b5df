/** What a report has set going, as her own page shows it, and what she says about it there. Nobody else is shown any of it. */
import type { Kysely, Transaction } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import type { Installation } from '../../platform/installation.ts';
import { verifyHere } from '../../platform/keys/node-verify.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Beyond, bodyWordFields } from '../../report/index.ts';
import { askReader, askWriter } from '../ask/store.ts';
import { myAsks } from './asks.ts';
import { bodyQuestions } from './bodies.ts';
import { newlySaid, questionOf, sinceOf } from './questions.ts';
import { asksBehind, countWords, lockBodyWord, putAskWord, putBodyWord } from './say-store.ts';

export interface HersDeps {
  db: Kysely<unknown>;
  installation: Pick<Installation, 'id'>;
}

export function beyond({ db, installation }: HersDeps): Beyond {
  return {
    async of(report, today) {
      const [questions, asks] = await Promise.all([bodyQuestions(db, report), myAsks(db, report.id, today)]);
      return { questions, asks };
    },
    async sayBody(tx, { report: { id, signer }, today: day, ...word }) {
      const { body, number, said, signature } = word;
      const last = await lockBodyWord(tx, id, body);
      if (last === null) throw new Refusal('question_gone');
      const fields = bodyWordFields({ installation: installation.id, report: id }, word);
      if (!verifyHere('body', fields, { signer, signature })) throw new Refusal('bad_signature');
      if (number === last.number && signature === last.signature) return;
      // A lower number would let an older word be put back.
      if (number !== last.number + 1) throw new Refusal('number_taken');
      await putBodyWord(tx, { report: id, body, number, said, signature, day });
    },
    sayChanged: (tx, { report, ask, said, today }) => sayChanged(tx, { report, ask, said, today }),
  };
}

interface Said {
  report: string;
  ask: string;
  said: 'yes' | 'no' | 'unknown';
  today: Day;
}

/** The ask is held, so that two who speak at once are counted one after the other. */
async function sayChanged(tx: Transaction<unknown>, { report, ask: id, said, today }: Said): Promise<void> {
  if (!(await asksBehind(tx, report)).includes(id)) throw new Refusal('question_gone');
  const writer = askWriter(tx);
  await writer.lock(id);
  const way = await askReader(tx).byId(id);
  const question = way === null || way.ask.sent === null ? null : questionOf(way, today);
  // Nothing can be kept where nothing is said to be done.
  if (way === null || question === null || (question === 'not_so' && said === 'yes'))
    throw new Refusal('question_gone');
  const since = sinceOf(way.events);
  await putAskWord(tx, { ask: id, report, said, day: today, since });
  const event = newlySaid(way, await countWords(tx, id, since));
  if (event !== null) await writer.event(id, { day: today, ...event });
}

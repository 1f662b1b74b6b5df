/** The only SQL of public pages for files of answers: never one whose words were not passed. */
import type { Kysely } from '../../platform/db/index.ts';
import type { AskTables } from '../ask/tables.ts';

export async function passedFile(
  db: Kysely<unknown>,
  { ask, answer, number }: { ask: string; answer: number; number: number },
): Promise<Uint8Array | null> {
  const row = await db
    .withTables<AskTables>()
    .selectFrom('answer_file')
    .innerJoin('ask_answer', (join) =>
      join
        .onRef('ask_answer.ask', '=', 'answer_file.ask')
        .onRef('ask_answer.number', '=', 'answer_file.answer'),
    )
    .select('answer_file.body')
    .where('answer_file.ask', '=', ask)
    .where('answer_file.answer', '=', answer)
    .where('answer_file.number', '=', number)
    .where('ask_answer.passed', 'is not', null)
    .where('ask_answer.withheld', 'is', null)
    .executeTakeFirst();
  return row?.body ?? null;
}

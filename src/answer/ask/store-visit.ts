/** The only SQL that writes `ask_visit`. */
import { sql, type Transaction } from 'kysely';
import type { Visit } from './model.ts';

/** Answers with its number. With the ask's row locked. */
export async function addVisitRow(
  tx: Transaction<unknown>,
  ask: string,
  { day, checker, found, words, by }: Omit<Visit, 'number'> & { by: string },
): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    insert into ask_visit (ask, number, day, checker, found, words_en, words_ar, by)
      select ${ask}, coalesce(max(number), 0) + 1, ${day}, ${checker}, ${found}, ${words.en}, ${words.ar}, ${by}
        from ask_visit where ask = ${ask}
      returning number`.execute(tx);
  return rows[0]?.number ?? 0;
}

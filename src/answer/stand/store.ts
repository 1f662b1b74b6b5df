/** The only SQL for `stand`. */
import { type Kysely, sql } from 'kysely';
import type { Sentence } from './model.ts';

export type StandTables = { stand: { ask: string; month: string; sentence: Sentence; count: number } };

/** One more of it in this month ('2026-11'). Not idempotent: nothing links two of them. Throws where there is no such ask. */
export async function addStand(
  db: Kysely<unknown>,
  { ask, month, sentence }: Omit<StandTables['stand'], 'count'>,
): Promise<void> {
  await db
    .withTables<StandTables>()
    .insertInto('stand')
    .values({ ask, month, sentence, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['ask', 'month', 'sentence']).doUpdateSet({ count: sql`stand.count + 1` }),
    )
    .execute();
}

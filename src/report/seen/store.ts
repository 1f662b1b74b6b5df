/** The only SQL for `seen_act`. */
import { type Kysely, sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import type { Scene, SeenAnswer } from './model.ts';

export type SeenTables = {
  seen_act: { week: string; place: Scene; answer: SeenAnswer; count: number };
};

export interface SeenWriter {
  /** One more for each answer in the week that begins on this Monday. Not idempotent: nothing links two sendings. */
  add(week: Day, place: Scene, answers: readonly SeenAnswer[]): Promise<void>;
}

export function seenWriter(db: Kysely<unknown>): SeenWriter {
  return {
    async add(week, place, answers) {
      if (answers.length === 0) return;
      // in one fixed order, so that two sendings at once cannot wait for each other
      const rows = [...answers].sort().map((answer) => ({ week, place, answer, count: 1 }));
      await db
        .withTables<SeenTables>()
        .insertInto('seen_act')
        .values(rows)
        .onConflict((conflict) =>
          conflict.columns(['week', 'place', 'answer']).doUpdateSet({ count: sql`seen_act.count + 1` }),
        )
        .execute();
    },
  };
}

/** The only SQL for `carrying`: what one person takes on, and when they are away. */
import type { Day } from '../../platform/clock.ts';
import type { Kysely } from '../../platform/db/index.ts';
import type { Carrying } from './carrying-model.ts';

type CarryingTables = {
  carrying: {
    person: string;
    most: number | null;
    away: string | null;
    carried: number;
    week: string | null;
    here: string | null;
  };
};

/** `db`: also an open transaction. */
export function carryingStore(db: Kysely<unknown>) {
  const tables = db.withTables<CarryingTables>();
  return {
    /** Of everybody who was ever here, or of whom something was said. */
    async all(): Promise<Map<string, Carrying>> {
      const rows = await tables.selectFrom('carrying').selectAll().execute();
      return new Map(
        rows.map(({ person, most, away, carried, here }) => [person, { most, away, carried, here }]),
      );
    },
    /** What this person takes on at most; makes others who ask for the same wait. Null: nobody said. */
    async lockMost(person: string): Promise<number | null> {
      const row = await tables
        .selectFrom('carrying')
        .select('most')
        .where('person', '=', person)
        .forUpdate()
        .executeTakeFirst();
      return row?.most ?? null;
    },
    async say(person: string, said: { most: number | null; away: Day | null }): Promise<void> {
      await tables
        .insertInto('carrying')
        .values({ person, ...said, carried: 0 })
        .onConflict((conflict) => conflict.column('person').doUpdateSet(said))
        .execute();
    },
    async wasHere(person: string, day: Day): Promise<void> {
      await tables
        .insertInto('carrying')
        .values({ person, here: day, carried: 0 })
        .onConflict((conflict) =>
          conflict
            .column('person')
            .doUpdateSet({ here: day })
            .where('carrying.here', 'is distinct from', day),
        )
        .execute();
    },
    /** Whose count is not of this week. */
    async uncounted(week: Day): Promise<string[]> {
      const rows = await tables
        .selectFrom('carrying')
        .select('person')
        .where('week', 'is distinct from', week)
        .execute();
      return rows.map(({ person }) => person);
    },
    /** Once a week: what was counted stays for as long as the week does. */
    async count(person: string, counted: { week: Day; carried: number }): Promise<void> {
      await tables
        .updateTable('carrying')
        .set(counted)
        .where('person', '=', person)
        .where('week', 'is distinct from', counted.week)
        .execute();
    },
  };
}

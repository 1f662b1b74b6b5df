/** The only SQL for `shared_again`: who sealed how many reports anew for whom. Rows are added and never changed. */
import { type Generated, type Kysely, sql } from 'kysely';
import type { SharedLine } from '../wire.ts';

type SharedTables = {
  shared_again: {
    number: Generated<string>;
    day: string;
    by_name: string;
    reader: string;
    for_name: string;
    reports: number;
  };
};

/** `db`: also an open transaction. */
export function sharedStore(db: Kysely<unknown>) {
  const tables = db.withTables<SharedTables>();
  return {
    async add(rows: readonly { day: string; by: string; reader: string; name: string; reports: number }[]) {
      if (rows.length === 0) return;
      await tables
        .insertInto('shared_again')
        .values(
          rows.map(({ day, by, reader, name, reports }) => {
            return { day, by_name: by, reader, for_name: name, reports };
          }),
        )
        .execute();
    },
    /** One line for each day, person and key; the latest first. */
    async lines(most: number): Promise<SharedLine[]> {
      const rows = await tables
        .selectFrom('shared_again')
        .select((eb) => ['day', 'by_name', 'for_name', eb.fn.sum<string>('reports').as('reports')])
        .groupBy(['day', 'by_name', 'reader', 'for_name'])
        .orderBy('day', 'desc')
        .orderBy(sql`max(number)`, 'desc')
        .limit(most)
        .execute();
      return rows.map(({ day, by_name: by, for_name: name, reports }) => {
        return { day, by, name, reports: Number(reports) };
      });
    },
  };
}

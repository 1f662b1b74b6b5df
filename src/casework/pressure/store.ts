/** The only SQL for `pressure`: who it is sealed to, of which report, on which day; what it says is sealed. */
import type { Day } from '../../platform/clock.ts';
import type { Kysely } from '../../platform/db/index.ts';

type PressureTables = { pressure: PressureRow };
export type PressureRow = {
  id: string;
  report: string | null;
  readers: string[];
  author: string | null;
  day: string;
  body: Uint8Array;
};

/** `db`: also an open transaction. */
export function pressureStore(db: Kysely<unknown>) {
  const tables = db.withTables<PressureTables>();
  return {
    /** False where this id is there already; nothing was written then. */
    async add(row: PressureRow): Promise<boolean> {
      const done = await tables
        .insertInto('pressure')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return done.numInsertedOrUpdatedRows === 1n;
    },
    /** All that are sealed to this key, the latest day first; within a day in no order of time. */
    sealedTo: (reader: string): Promise<PressureRow[]> =>
      tables
        .selectFrom('pressure')
        .selectAll()
        .where((eb) => eb('readers', '@>', eb.val([reader])))
        .orderBy('day', 'desc')
        .orderBy('id')
        .execute(),
    /** Whether there was one of this author's. */
    async takeBack(id: string, author: string): Promise<boolean> {
      const done = await tables
        .deleteFrom('pressure')
        .where('id', '=', id)
        .where('author', '=', author)
        .executeTakeFirst();
      return done.numDeletedRows === 1n;
    },
    /** With the words of a report goes what was written about it here. */
    async forgetOf(report: string): Promise<void> {
      await tables.deleteFrom('pressure').where('report', '=', report).execute();
    },
    /** Those of this day and before; how many went. */
    async forgetUntil(day: Day): Promise<number> {
      const done = await tables.deleteFrom('pressure').where('day', '<=', day).executeTakeFirst();
      return Number(done.numDeletedRows);
    },
  };
}

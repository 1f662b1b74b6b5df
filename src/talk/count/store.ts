/** The only SQL for `talk_count`. */
import { type Kysely, sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import type { Counted } from './model.ts';

export type CountTables = {
  talk_count: { week: string; version: number; what: Counted; count: number };
};

export interface Numbers {
  /** Mondays of the first and the last week; null where nothing was counted. */
  from: Day | null;
  to: Day | null;
  of: ReadonlyMap<Counted, number>;
}

export interface CountWriter {
  /** So many more in the week that begins on this Monday. Not idempotent: nothing links two of them. */
  add(week: Day, counted: { version: number; what: Counted; count?: number }): Promise<void>;
}

export function countWriter(db: Kysely<unknown>): CountWriter {
  return {
    async add(week, { version, what, count = 1 }) {
      await db
        .withTables<CountTables>()
        .insertInto('talk_count')
        .values({ week, version, what, count })
        .onConflict((conflict) =>
          conflict
            .columns(['week', 'version', 'what'])
            .doUpdateSet({ count: sql`talk_count.count + excluded.count` }),
        )
        .execute();
    },
  };
}

export interface CountReader {
  /** Of one version, in weeks that began before this Monday. */
  before(week: Day, version: number): Promise<Numbers>;
}

export function countReader(db: Kysely<unknown>): CountReader {
  return {
    async before(week, version) {
      const rows = await db
        .withTables<CountTables>()
        .selectFrom('talk_count')
        .select(['week', 'what', 'count'])
        .where('week', '<', week)
        .where('version', '=', version)
        .orderBy('week')
        .execute();
      const of = new Map<Counted, number>();
      for (const { what, count } of rows) of.set(what, (of.get(what) ?? 0) + count);
      return { from: rows[0]?.week ?? null, to: rows.at(-1)?.week ?? null, of };
    },
  };
}

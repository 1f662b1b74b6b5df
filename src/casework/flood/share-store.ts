/** The only SQL for `held_share`: one week's share of reports that wait apart, as public pages say it. */
import type { Day } from '../../platform/clock.ts';
import type { Kysely } from '../../platform/db/index.ts';

export interface HeldShare {
  /** The Monday the week began with. */
  week: Day;
  /** Of a hundred, in tens: 0 to 10. */
  tens: number;
}

/** `db`: also an open transaction. */
export function heldShareStore(db: Kysely<unknown>) {
  const tables = db.withTables<{ held_share: { singular?: boolean; week: string; tens: number } }>();
  return {
    /** Null before the first week was counted. */
    async last(): Promise<HeldShare | null> {
      const row = await tables.selectFrom('held_share').select(['week', 'tens']).executeTakeFirst();
      return row ?? null;
    },
    /** A week that was counted stays as it was. */
    async count(share: HeldShare): Promise<void> {
      await tables
        .insertInto('held_share')
        .values(share)
        .onConflict((conflict) =>
          conflict.column('singular').doUpdateSet(share).where('held_share.week', '<', share.week),
        )
        .execute();
    },
  };
}

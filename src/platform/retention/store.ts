/** The only SQL for `kept_run`. */
import { type Kysely, sql } from 'kysely';
import type { Day } from '../clock.ts';
import type { Kind, Run } from './model.ts';

type Tables = {
  kept_run: {
    kind: string;
    ran: Date;
    removed: number;
    last_day: string | null;
    last_removed: number | null;
  };
};

/** Those that ran at least once. */
export async function runs(db: Kysely<unknown>): Promise<ReadonlyMap<string, Run>> {
  const rows = await db.withTables<Tables>().selectFrom('kept_run').selectAll().execute();
  return new Map(
    rows.map(({ kind, ran, removed, last_day: day, last_removed: some }) => {
      return [kind, { ran, removed, last: day === null || some === null ? null : { day, removed: some } }];
    }),
  );
}

/** `at`: cut to the minute. */
export async function hasRun(
  db: Kysely<unknown>,
  run: { kind: Kind; at: Date; day: Day; removed: number },
): Promise<void> {
  const { kind, at, day, removed } = run;
  const last = removed > 0 ? { day, removed } : { day: null, removed: null };
  await sql`
    insert into kept_run (kind, ran, removed, last_day, last_removed)
      values (${kind}, ${at}, ${removed}, ${last.day}, ${last.removed})
    on conflict (kind) do update set ran = excluded.ran, removed = excluded.removed,
      last_day = coalesce(excluded.last_day, kept_run.last_day),
      last_removed = coalesce(excluded.last_removed, kept_run.last_removed)`.execute(db);
}

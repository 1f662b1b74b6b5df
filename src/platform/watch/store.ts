/** The SQL of a look at the house; it reads and changes nothing. */
import { type Kysely, sql } from 'kysely';

/** Rejects where the database does not answer. */
export async function ask(db: Kysely<unknown>): Promise<void> {
  await sql`select 1`.execute(db);
}

const STUCK_AFTER = '10 minutes';

/** Tasks that should have been done long ago. The queue's tables may not be there yet: then there are none. */
export async function stuckTasks(db: Kysely<unknown>): Promise<number> {
  const there = await sql<{
    there: boolean;
  }>`select to_regclass('pgboss.job') is not null as there`.execute(db);
  if (there.rows[0]?.there !== true) return 0;
  const { rows } = await sql<{ stuck: string }>`
    select count(*) as stuck from pgboss.job
    where state in ('created', 'retry', 'active') and created_on < now() - ${STUCK_AFTER}::interval`.execute(
    db,
  );
  return Number(rows[0]?.stuck ?? 0);
}

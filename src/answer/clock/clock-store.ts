/** The only SQL of the clock: which asks it may have something to do about. */
import { type Kysely, sql } from 'kysely';
import { addDays, type Day } from '../../platform/clock.ts';

/** Ids, in their order; more than there is something to do about, never fewer. `ahead`: days a rule looks ahead. */
export async function runningAsks(db: Kysely<unknown>, today: Day, ahead: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from ask
      where state = 'sent' and (due <= ${addDays(today, ahead)} or acknowledge_due < ${today})
        or state = 'promised' and promised < ${today}
      order by id`.execute(db);
  return rows.map(({ id }) => id);
}

/** The only SQL for the table `outbox`, and for what the job queue holds of it. */
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { Fact } from './index.ts';

export interface Row extends Fact {
  id: string;
}

export async function add(tx: Transaction<unknown>, fact: Fact): Promise<void> {
  await sql`insert into outbox (event, subject) values (${fact.event}, ${fact.subject})`.execute(tx);
}

export function insertAll(event: string, subjects: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`insert into outbox (event, subject) select ${event}::text, subject from (${subjects}) as found (subject)`;
}

/** Takes up to `limit` rows out; another process taking at the same time gets others. */
export async function take(tx: Transaction<unknown>, limit: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    delete from outbox where id in (select id from outbox limit ${limit} for update skip locked)
    returning id, event, subject`.execute(tx);
  return rows;
}

export async function isEmpty(db: Kysely<unknown>): Promise<boolean> {
  const { rows } = await sql`select from outbox limit 1`.execute(db);
  return rows.length === 0;
}

/**
 * What stands as being done, though its process was killed or lost its database on the way, is due at once, and the
 * cut counts as no try. Where another process is still at it, it is done twice.
 */
export async function takeUp(db: Kysely<unknown>, events: readonly string[]): Promise<void> {
  await sql`update pgboss.job set state = 'retry', start_after = now(), started_on = null
    where name = any(${events}) and state = 'active'`.execute(db);
}

/** The queue's own tables may not be there yet: then there is nothing in them. */
export async function remove(tx: Transaction<unknown>, subject: string): Promise<void> {
  await sql`delete from outbox where subject = ${subject}`.execute(tx);
  const { rows } = await sql<{
    there: boolean;
  }>`select to_regclass('pgboss.job') is not null as there`.execute(tx);
  if (rows[0]?.there) await sql`delete from pgboss.job where data ->> 'subject' = ${subject}`.execute(tx);
}

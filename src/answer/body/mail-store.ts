/** The only SQL for `mail_change`: new addresses of bodies that wait for a second caseworker. */
import type { Kysely } from 'kysely';

type MailTables = { mail_change: { body: string; mail: string; by: string; day: string } };

export async function mailWaits(db: Kysely<unknown>, body: string): Promise<boolean> {
  const row = await db
    .withTables<MailTables>()
    .selectFrom('mail_change')
    .select('body')
    .where('body', '=', body)
    .executeTakeFirst();
  return row !== undefined;
}

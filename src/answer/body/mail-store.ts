/** The only SQL for `mail_change`: an address that a second caseworker has not confirmed yet. Nothing is sent to it. */
import type { Kysely } from 'kysely';
import type { Day } from '../../platform/clock.ts';

export interface MailChange {
  body: string;
  mail: string;
  /** Who entered it; null where it came from a file. */
  by: string | null;
  day: Day;
}

export interface MailChanges {
  all(): Promise<MailChange[]>;
  waits(body: string): Promise<boolean>;
  /** Whoever else wants to settle it waits until the transaction ends. */
  lock(body: string): Promise<MailChange | null>;
  /** The last one entered counts. */
  put(change: MailChange): Promise<void>;
  drop(body: string): Promise<void>;
}

export function mailChanges(db: Kysely<unknown>): MailChanges {
  const tables = db.withTables<{ mail_change: MailChange }>();
  return {
    all: () => tables.selectFrom('mail_change').selectAll().orderBy('body').execute(),
    async waits(body) {
      const found = tables.selectFrom('mail_change').select('body').where('body', '=', body);
      return (await found.executeTakeFirst()) !== undefined;
    },
    async lock(body) {
      const found = tables.selectFrom('mail_change').selectAll().where('body', '=', body).forUpdate();
      return (await found.executeTakeFirst()) ?? null;
    },
    async put(change) {
      await tables
        .insertInto('mail_change')
        .values(change)
        .onConflict((conflict) =>
          conflict.column('body').doUpdateSet({ mail: change.mail, by: change.by, day: change.day }),
        )
        .execute();
    },
    async drop(body) {
      await tables.deleteFrom('mail_change').where('body', '=', body).execute();
    },
  };
}

/** The only SQL for `mail`. */
import { type ColumnType, type Kysely, sql, type Transaction } from 'kysely';
import type { Day } from '../clock.ts';
import type { MailLocale, MailState, Template, Told, Waiting } from './model.ts';

type MailTables = {
  mail: {
    id: string;
    ask: string | null;
    template: Template;
    state: ColumnType<MailState, never, MailState>;
    recipient: string | null;
    locale: MailLocale | null;
    params: ColumnType<Told['params'] | null, string | null, string | null>;
    tries: ColumnType<number, never, number>;
    problem: ColumnType<string | null, never, string | null>;
    day: ColumnType<Day | null, never, Day | null>;
  };
};

export interface MailFigures {
  waiting: number;
  /** The kind of the last failure of one that waits. */
  problem: string | null;
  /** Of those that wait, how many no server took at the first try. */
  tried: number;
}

export function mailReader(db: Kysely<unknown>) {
  const tables = db.withTables<MailTables>();
  return {
    async figures(): Promise<MailFigures> {
      const row = await tables
        .selectFrom('mail')
        .select(({ fn }) => [
          fn.countAll<string>().as('waiting'),
          fn.max('problem').as('problem'),
          fn.countAll<string>().filterWhere('tries', '>', 0).as('tried'),
        ])
        .where('state', '=', 'waiting')
        .executeTakeFirstOrThrow();
      return { waiting: Number(row.waiting), problem: row.problem, tried: Number(row.tried) };
    },
    /** True where one of this template waits. */
    async waits(template: Template): Promise<boolean> {
      const row = await tables
        .selectFrom('mail')
        .select('id')
        .where('template', '=', template)
        .where('state', '=', 'waiting')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

/** What is left of a mail that is not waiting any more. */
const emptied = { recipient: null, locale: null, params: null, problem: null };

export function mailWriter(tx: Transaction<unknown>) {
  const tables = tx.withTables<MailTables>();
  return {
    async add({ id, ask, to, locale, template, params }: Omit<Waiting, 'tries'>): Promise<void> {
      await tables
        .insertInto('mail')
        .values({ id, ask, template, recipient: to, locale, params: JSON.stringify(params) })
        .execute();
    },
    /** Whoever else wants to send it waits until the transaction ends. Null where it does not wait any more. */
    async lock(id: string): Promise<Waiting | null> {
      const row = await tables
        .selectFrom('mail')
        .selectAll()
        .where('id', '=', id)
        .where('state', '=', 'waiting')
        .forUpdate()
        .executeTakeFirst();
      if (row === undefined) return null;
      const { ask, template, recipient, locale, params, tries } = row;
      return { id, ask, template, params, to: recipient, locale, tries } as Waiting;
    },
    /** Nothing of what it said is kept. */
    async sent(id: string, day: Day): Promise<void> {
      await tables
        .updateTable('mail')
        .set({ ...emptied, state: 'sent', day })
        .where('id', '=', id)
        .execute();
    },
    /** No mail server takes it. */
    async refused(id: string, day: Day): Promise<void> {
      await tables
        .updateTable('mail')
        .set({ ...emptied, state: 'refused', day })
        .where('id', '=', id)
        .execute();
    },
    async failed(id: string, problem: string): Promise<void> {
      await tables
        .updateTable('mail')
        .set({ tries: sql<number>`tries + 1`, problem })
        .where('id', '=', id)
        .execute();
    },
    /** Marks one that was sent; the ask it was about. Null where there is none, or it is marked already. */
    async bounced(id: string): Promise<{ ask: string | null } | null> {
      const row = await tables
        .updateTable('mail')
        .set({ state: 'bounced' })
        .where('id', '=', id)
        .where('state', '=', 'sent')
        .returning('ask')
        .executeTakeFirst();
      return row ?? null;
    },
    async isKnown(id: string): Promise<boolean> {
      const row = await tables.selectFrom('mail').select('id').where('id', '=', id).executeTakeFirst();
      return row !== undefined;
    },
    /** What waits, as it stands in a copy, may have been sent since: nobody sends it now. The asks they were about. */
    async hold(day: Day): Promise<{ mails: number; asks: string[] }> {
      const rows = await tables
        .updateTable('mail')
        .set({ ...emptied, state: 'refused', day })
        .where('state', '=', 'waiting')
        .returning('ask')
        .execute();
      const asks = rows.map(({ ask }) => ask).filter((ask) => ask !== null);
      return { mails: rows.length, asks: [...new Set(asks)] };
    },
    /** Forgets what was sent before a day; how many. */
    async clear(before: Day): Promise<number> {
      const { numDeletedRows } = await tables.deleteFrom('mail').where('day', '<', before).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

/**
 * With arrivals-store.ts the only SQL for sealed columns, and the only writing to the tables of a report. Everything
 * here runs in the caller's transaction. Numbers are given out under a lock on the report's row, so two writers never take the same.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Consents } from '../answers.ts';
import { numbers } from '../numbers.ts';
import { reportReader, type Tombstone } from '../store.ts';
import type { ItemKind, ReportTables } from '../tables.ts';

export interface SealedItem {
  number: number;
  /** As it stands in the item's header: 'told', 'addition-1', 'note-2'. */
  name: string;
  kind: ItemKind;
  body: Uint8Array;
  signature: string | null;
  author: string | null;
  day: string;
}
export interface SealedReply {
  number: number;
  body: Uint8Array;
  author: string;
  day: string;
}

export interface SealedReader {
  secret(report: string): Promise<Uint8Array | null>;
  /** In the order they came. */
  items(report: string): Promise<SealedItem[]>;
  replies(report: string): Promise<SealedReply[]>;
  /** Numbers the next addition, note and reply must carry; none is ever used twice, also after a reply was deleted. */
  next(report: string): Promise<{ addition: number; note: number; reply: number }>;
}

/** Ciphertext. A caller who hands it out writes the event in the same transaction. */
export function sealedReader(db: Kysely<unknown>): SealedReader {
  const tables = db.withTables<ReportTables>();
  const items = (report: string) =>
    tables.selectFrom('report_item').selectAll().where('report', '=', report).orderBy('number').execute();
  return {
    async secret(report) {
      const row = await tables
        .selectFrom('report_secret')
        .select('body')
        .where('report', '=', report)
        .executeTakeFirst();
      return row?.body ?? null;
    },
    async items(report) {
      return named(await items(report));
    },
    replies: (report) =>
      tables
        .selectFrom('report_reply')
        .select(['number', 'body', 'author', 'day'])
        .where('report', '=', report)
        .orderBy('number')
        .execute(),
    async next(report) {
      const kinds = await tables
        .selectFrom('report_item')
        .select('kind')
        .where('report', '=', report)
        .execute();
      const events = await reportReader(db).events(report);
      return numbers(
        kinds.map(({ kind }) => kind),
        events.map(({ what }) => what),
      );
    },
  };
}

function named<I extends { kind: ItemKind }>(items: readonly I[]): (I & { name: string })[] {
  return items.map((item, at) => {
    const nth = items.slice(0, at + 1).filter(({ kind }) => kind === item.kind).length;
    return { ...item, name: item.kind === 'told' ? 'told' : `${item.kind}-${nth}` };
  });
}

export interface NewEvent {
  report: string;
  what: string;
  day: string;
  who?: string | null;
}

export interface ReportWriter {
  /** Waits for other writers of this report; false when it is gone. First call of everything that changes a report. */
  lock(report: string): Promise<boolean>;
  /** The same for many, always in one order, so that two who lock many never wait for each other; those that are there. */
  lockAll(reports: readonly string[]): Promise<string[]>;
  addEvent(event: NewEvent): Promise<void>;
  /** Gives back the item's number in the report. */
  addItem(item: Omit<SealedItem, 'number' | 'name'> & { report: string }): Promise<number>;
  addReply(reply: SealedReply & { report: string }): Promise<void>;
  /** False when there is no such reply any more. */
  deleteReply(report: string, number: number): Promise<boolean>;
  setConsents(
    report: string,
    given: { number: number; consents: Consents; signature: string },
  ): Promise<void>;
  /** After the first opening no table holds a time of this report finer than a day. May be called again. */
  cutToDay(report: string): Promise<void>;
  /** Words, files, secret, replies, notes and readers go, and who did what on the way; the row that counts stays. */
  erase(report: string, day: string): Promise<void>;
  /** Everything about it goes, in this room and by cascade in others; what stays is the tombstone. */
  bury(tombstone: Tombstone): Promise<void>;
}

export function reportWriter(tx: Transaction<unknown>): ReportWriter {
  const tables = tx.withTables<ReportTables>();
  const nextIn = (table: 'report_item' | 'report_event', report: string) =>
    sql<number>`(select coalesce(max(number), 0) + 1 from ${sql.table(table)} where report = ${report})`;
  async function lockAll(reports: readonly string[]): Promise<string[]> {
    const rows = await tables
      .selectFrom('report')
      .select('id')
      .where('id', '=', sql<string>`any(${reports})`)
      .orderBy('id')
      .forUpdate()
      .execute();
    return rows.map(({ id }) => id);
  }
  return {
    async lock(report) {
      return (await lockAll([report])).length === 1;
    },
    lockAll,
    async addEvent({ report, what, day, who = null }) {
      await tables
        .insertInto('report_event')
        .values({ report, number: nextIn('report_event', report), day, what, who })
        .execute();
    },
    async addItem({ report, kind, body, signature, author, day }) {
      const row = await tables
        .insertInto('report_item')
        .values({
          report,
          number: nextIn('report_item', report),
          kind,
          body: Buffer.from(body),
          signature,
          author,
          day,
        })
        .returning('number')
        .executeTakeFirstOrThrow();
      return row.number;
    },
    async addReply({ report, number, body, author, day }) {
      await tables
        .insertInto('report_reply')
        .values({ report, number, body: Buffer.from(body), author, day })
        .execute();
    },
    async deleteReply(report, number) {
      const done = await tables
        .deleteFrom('report_reply')
        .where('report', '=', report)
        .where('number', '=', number)
        .executeTakeFirst();
      return done.numDeletedRows === 1n;
    },
    async setConsents(report, { number, consents, signature }) {
      await tables
        .updateTable('report')
        .set({ consents: JSON.stringify(consents), consents_number: number, consents_signature: signature })
        .where('id', '=', report)
        .execute();
    },
    async cutToDay(report) {
      await tables.updateTable('report').set({ arrived_minute: null }).where('id', '=', report).execute();
    },
    async erase(report, day) {
      await tables.deleteFrom('report_secret').where('report', '=', report).execute();
      await tables.deleteFrom('report_archive').where('report', '=', report).execute();
      await tables.deleteFrom('report_item').where('report', '=', report).execute();
      await tables.deleteFrom('report_reply').where('report', '=', report).execute();
      await tables.deleteFrom('report_bundle').where('begun_for', '=', report).execute();
      await tables
        .deleteFrom('report_event')
        .where('report', '=', report)
        .where('what', 'not in', ['received', 'closed'])
        .execute();
      await tables.updateTable('report_event').set({ who: null }).where('report', '=', report).execute();
      const event = { report, number: nextIn('report_event', report), day, what: 'erased', who: null };
      await tables.insertInto('report_event').values(event).execute();
      await tables
        .updateTable('report')
        .set({ readers: [], erased: day, arrived_minute: null })
        .where('id', '=', report)
        .execute();
    },
    async bury(tombstone) {
      await tables.deleteFrom('report').where('id', '=', tombstone.report).execute();
      await tables.deleteFrom('report_bundle').where('begun_for', '=', tombstone.report).execute();
      await tables
        .insertInto('tombstone')
        .values(tombstone)
        .onConflict((conflict) => conflict.column('report').doNothing())
        .execute();
    },
  };
}

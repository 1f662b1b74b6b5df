/**
 * The only SQL for sealed columns, and the only writing to the tables of a report. Everything here runs in the
 * caller's transaction. Numbers are given out under a lock on the report's row, so two writers never take the same.
 */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Consents, OpenAnswers } from '../answers.ts';
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

export interface NewReport extends OpenAnswers {
  id: string;
  lookupHash: Uint8Array;
  consents: Consents;
  consentsSignature: string;
  recipient: string;
  recipientSignature: string;
  signer: string;
  readers: readonly string[];
  secret: Uint8Array;
  told: Uint8Array;
  arrived: string;
  arrivedMinute: Date;
}

export interface NewEvent {
  report: string;
  what: string;
  day: string;
  who?: string | null;
}

export interface ReportWriter {
  /**
   * The report, its secret, what was told and the event 'received', in one statement. 'there': its id or its code
   * is there already and nothing was written. 'withdrawn': it was withdrawn while it was on its way; the caller rolls
   * back, so that no late sending brings it back.
   */
  insert(report: NewReport): Promise<'new' | 'there' | 'withdrawn'>;
  /** Waits for other writers of this report; false when it is gone. First call of everything that changes a report. */
  lock(report: string): Promise<boolean>;
  addEvent(event: NewEvent): Promise<void>;
  /** Gives back the item's number in the report. */
  addItem(item: Omit<SealedItem, 'number' | 'name'> & { report: string }): Promise<number>;
  addReply(reply: SealedReply & { report: string }): Promise<void>;
  /** False when there is no such reply any more. */
  deleteReply(report: string, number: number): Promise<boolean>;
  /** Puts the secret, sealed anew, and the list of its readers in the place of the old ones. */
  reseal(report: string, sealed: { secret: Uint8Array; readers: readonly string[] }): Promise<void>;
  setConsents(
    report: string,
    given: { number: number; consents: Consents; signature: string },
  ): Promise<void>;
  /** After the first opening no table holds a time of this report finer than a day. May be called again. */
  cutToDay(report: string): Promise<void>;
  /** Everything about it goes, in this room and by cascade in others; what stays is the tombstone. */
  bury(tombstone: Tombstone): Promise<void>;
}

export function reportWriter(tx: Transaction<unknown>): ReportWriter {
  const tables = tx.withTables<ReportTables>();
  const nextIn = (table: 'report_item' | 'report_event', report: string) =>
    sql<number>`(select coalesce(max(number), 0) + 1 from ${sql.table(table)} where report = ${report})`;
  return {
    async insert(report) {
      const { id, secret, told, arrived } = report;
      const done = await tables
        .with('new', (q) =>
          q
            .insertInto('report')
            .values(rowFrom(report))
            .onConflict((conflict) => conflict.doNothing())
            .returning('id'),
        )
        .with('secret', (q) =>
          q
            .insertInto('report_secret')
            .columns(['report', 'body'])
            .expression(q.selectFrom('new').select(['id', bytea(secret).as('body')])),
        )
        .with('told', (q) =>
          q
            .insertInto('report_item')
            .columns(['report', 'number', 'kind', 'body', 'day'])
            .expression(
              q
                .selectFrom('new')
                .select(['id', sql<number>`1`.as('number'), sql<'told'>`'told'`.as('kind')])
                .select([bytea(told).as('body'), date(arrived).as('day')]),
            ),
        )
        .with('received', (q) =>
          q
            .insertInto('report_event')
            .columns(['report', 'number', 'day', 'what'])
            .expression(
              q
                .selectFrom('new')
                .select(['id', sql<number>`1`.as('number')])
                .select([date(arrived).as('day'), sql<string>`'received'`.as('what')]),
            ),
        )
        .selectFrom('new')
        .select(sql<boolean>`exists (select from tombstone where report = ${id})`.as('withdrawn'))
        .executeTakeFirst();
      if (done === undefined) return 'there';
      return done.withdrawn ? 'withdrawn' : 'new';
    },
    async lock(report) {
      const row = await tables
        .selectFrom('report')
        .select('id')
        .where('id', '=', report)
        .forUpdate()
        .executeTakeFirst();
      return row !== undefined;
    },
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
    async reseal(report, { secret, readers }) {
      await tables
        .updateTable('report_secret')
        .set({ body: Buffer.from(secret) })
        .where('report', '=', report)
        .execute();
      await tables
        .updateTable('report')
        .set({ readers: [...readers] })
        .where('id', '=', report)
        .execute();
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
    async bury(tombstone) {
      await tables.deleteFrom('report').where('id', '=', tombstone.report).execute();
      await tables
        .insertInto('tombstone')
        .values(tombstone)
        .onConflict((conflict) => conflict.column('report').doNothing())
        .execute();
    },
  };
}

const bytea = (bytes: Uint8Array) => sql<Buffer>`${Buffer.from(bytes)}::bytea`;
const date = (day: string) => sql<string>`${day}::date`;

function rowFrom(report: NewReport) {
  return {
    id: report.id,
    who: report.who,
    kinds: [...report.kinds],
    soon: report.soon,
    helped: report.helped,
    place: report.place,
    cell: report.cell === null ? null : BigInt(`0x${report.cell}`).toString(),
    week: report.week,
    part: report.part,
    consents: JSON.stringify(report.consents),
    consents_number: 1,
    consents_signature: report.consentsSignature,
    readers: [...report.readers],
    came_by: report.cameBy,
    language: report.language,
    form_version: report.formVersion,
    arrived: report.arrived,
    arrived_minute: report.arrivedMinute,
    recipient: report.recipient,
    recipient_signature: report.recipientSignature,
    signer: report.signer,
    lookup_hash: Buffer.from(report.lookupHash),
  };
}

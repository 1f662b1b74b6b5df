/** The only SQL for `enrolment` and `half_signed`: what waits to stand in the list of readers. */
import { type ColumnType, type Kysely, sql } from 'kysely';
import type { Reader, Statement } from '../../platform/keys/index.ts';

type Json<V> = ColumnType<V, string, string>;
type ListTables = {
  enrolment: { reader: string; person: string; keys: Json<Reader>; asked: string };
  half_signed: {
    subject: string;
    change: Statement['change'];
    statement: Json<Statement>;
    signed_by: string;
    signature: string;
  };
};

export interface HalfRow {
  statement: Statement;
  by: string;
  signature: string;
}

/** `db`: also an open transaction. */
export function listStore(db: Kysely<unknown>) {
  const tables = db.withTables<ListTables>();
  return {
    /** One change of the list at a time, until the transaction ends. */
    async takeTurn(): Promise<void> {
      await sql`select pg_advisory_xact_lock(hashtext('upstander reader list'))`.execute(db);
    },

    enrolments: () => tables.selectFrom('enrolment').selectAll().orderBy('asked').orderBy('reader').execute(),
    enrolment: (reader: string) =>
      tables.selectFrom('enrolment').selectAll().where('reader', '=', reader).executeTakeFirst(),
    enrolmentOf: (person: string) =>
      tables.selectFrom('enrolment').selectAll().where('person', '=', person).executeTakeFirst(),
    async putEnrolment(enrolment: { person: string; reader: Reader; asked: string }): Promise<void> {
      const { person, reader, asked } = enrolment;
      await tables
        .insertInto('enrolment')
        .values({ person, reader: reader.id, keys: JSON.stringify(reader), asked })
        .execute();
    },
    async dropEnrolment(person: string): Promise<void> {
      await tables.deleteFrom('enrolment').where('person', '=', person).execute();
    },

    async half(subject: string, change: Statement['change']): Promise<HalfRow | null> {
      const row = await tables
        .selectFrom('half_signed')
        .selectAll()
        .where('subject', '=', subject)
        .where('change', '=', change)
        .executeTakeFirst();
      return row ? { statement: row.statement, by: row.signed_by, signature: row.signature } : null;
    },
    async halves(): Promise<HalfRow[]> {
      const rows = await tables.selectFrom('half_signed').selectAll().orderBy('subject').execute();
      return rows.map(({ statement, signed_by: by, signature }) => ({ statement, by, signature }));
    },
    async putHalf({ statement, by, signature }: HalfRow): Promise<void> {
      const { reader, change } = statement;
      const row = { statement: JSON.stringify(statement), signed_by: by, signature };
      await tables
        .insertInto('half_signed')
        .values({ subject: reader.id, change, ...row })
        .onConflict((conflict) => conflict.columns(['subject', 'change']).doUpdateSet(row))
        .execute();
    },
    async dropHalf(subject: string): Promise<void> {
      await tables.deleteFrom('half_signed').where('subject', '=', subject).execute();
    },
    /** What was half signed continued a list that has grown since. */
    async dropHalves(): Promise<void> {
      await tables.deleteFrom('half_signed').execute();
    },
  };
}

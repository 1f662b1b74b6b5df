/**
 * The only SQL for `archive_key` and `report_archive`: secrets that were closed away, apart from those that are handed out.
 * A secret is in one of the two tables at any moment, since one statement takes it from one and writes it to the other.
 */
import { type Kysely, sql } from 'kysely';
import type { ReportTables } from '../tables.ts';

interface ClosedAway {
  report: string;
  /** Sealed to the archive key. */
  secret: Uint8Array;
  /** SHA-256 (hex) of the secret it was made from: where a colleague has sealed it anew since, nothing is written. */
  was: string;
}

interface InArchive {
  report: string;
  secret: Uint8Array;
  since: string;
  /** The day somebody asked for it. */
  asked: string;
}

export interface Archived {
  report: string;
  arrived: string;
  readers: readonly string[];
}

/** `db`: also an open transaction. Whoever writes holds the reports. */
export function archiveStore(db: Kysely<unknown>) {
  const tables = db.withTables<ReportTables>();
  return {
    /** The root's word, unchecked: `archiveOf` of platform/keys says whether it holds. Null where there is none. */
    async word(): Promise<unknown> {
      const row = await tables.selectFrom('archive_key').select('entry').executeTakeFirst();
      return row?.entry ?? null;
    },
    /** In the place of one that was there. */
    async putWord(entry: object): Promise<void> {
      const text = JSON.stringify(entry);
      await tables
        .insertInto('archive_key')
        .values({ entry: text })
        .onConflict((conflict) => conflict.column('singular').doUpdateSet({ entry: text }))
        .execute();
    },
    /** Of these, those in which nothing is under way: she did nothing since it was last closed, and no file is coming. */
    async settled(reports: readonly string[]): Promise<string[]> {
      const { rows } = await sql<{ id: string }>`
        select id from report where id = any(${reports})
          and exists (select from report_secret where report = report.id)
          and not exists (select from report_bundle where begun_for = report.id and report is null)
          and not exists (select from report_event where report = report.id and what in ('added', 'choices')
            and number > (select coalesce(max(number), 0) from report_event as before
              where before.report = report.id and before.what = 'closed'))`.execute(db);
      return rows.map(({ id }) => id);
    },
    /** Those that were closed away by this; the others were withdrawn, erased or sealed anew meanwhile. */
    async closeAway(closed: readonly ClosedAway[], day: string): Promise<string[]> {
      const given = JSON.stringify(
        closed.map(({ report, secret, was }) => {
          return { report, was, secret: Buffer.from(secret).toString('base64') };
        }),
      );
      const { rows } = await sql<{ report: string }>`
        with given as (select * from json_to_recordset(${given}) as given (report text, was text, secret text)),
        gone as (delete from report_secret using given
          where report_secret.report = given.report and encode(sha256(report_secret.body), 'hex') = given.was
          returning given.report, given.secret)
        insert into report_archive (report, body, since)
          select report, decode(secret, 'base64'), ${day}::date from gone returning report`.execute(db);
      return rows.map(({ report }) => report);
    },
    /** False where it is not in the archive. */
    async ask(report: string, day: string): Promise<boolean> {
      const done = await tables
        .updateTable('report_archive')
        .set({ asked: day })
        .where('report', '=', report)
        .executeTakeFirst();
      return done.numUpdatedRows === 1n;
    },
    /** What was asked for, the longest waiting first. */
    async asked(): Promise<InArchive[]> {
      const rows = await tables
        .selectFrom('report_archive')
        .select(['report', 'body', 'since', 'asked'])
        .where('asked', 'is not', null)
        .orderBy('asked')
        .orderBy('report')
        .execute();
      return rows.flatMap(({ body, asked, ...row }) =>
        asked === null ? [] : [{ ...row, secret: body, asked }],
      );
    },
    /** The other way round: `secret` is sealed to `readers`. False where it is not in the archive any more. */
    async takeOut({
      report,
      secret,
      readers,
    }: {
      report: string;
      secret: Uint8Array;
      readers: readonly string[];
    }): Promise<boolean> {
      const { rows } = await sql<{ report: string }>`
        with back as (delete from report_archive where report = ${report} returning report),
        named as (update report set readers = ${readers}::text[] from back where report.id = back.report)
        insert into report_secret (report, body) select report, ${Buffer.from(secret)} from back
          returning report`.execute(db);
      return rows.length === 1;
    },
    /** Up to `most` of those in the archive by id, those after `after`, and held as they are by then. */
    async holdPage({ after, most }: { after: string; most: number }): Promise<Archived[]> {
      const rows = await tables
        .selectFrom('report_archive')
        .innerJoin('report', 'report.id', 'report_archive.report')
        .select(['report.id as report', 'arrived', 'readers'])
        .where('report.id', '>', after)
        .orderBy('report.id')
        .limit(most)
        .forUpdate('report')
        .execute();
      return rows;
    },
    /** Who sees that it is there. Nothing is sealed by this, and what is out again meanwhile stays as it is. */
    async nameReaders(rows: readonly Pick<Archived, 'report' | 'readers'>[]): Promise<void> {
      if (rows.length === 0) return;
      const given = JSON.stringify(rows);
      await sql`update report set readers = given.readers
        from json_to_recordset(${given}) as given (report text, readers text[])
        where report.id = given.report
          and exists (select from report_archive where report_archive.report = report.id)`.execute(db);
    },
    /** Up to `most` of those whose readers this one is, the last closed away first. */
    async namedIn(reader: string, most: number): Promise<string[]> {
      const { rows } = await sql<{ report: string }>`
        select report from report_archive join report on report.id = report_archive.report
        where readers @> array[${reader}::text]
        order by since desc, report limit ${most}`.execute(db);
      return rows.map(({ report }) => report);
    },
    /** Of all, or of those whose readers this one is. */
    async count(reader?: string): Promise<{ all: number; asked: number }> {
      const { rows } = await sql<{ all: number; asked: number }>`
        select count(*)::int as all, count(*) filter (where asked is not null)::int as asked
        from report_archive join report on report.id = report_archive.report
        where ${reader ?? null}::text is null or readers @> array[${reader ?? null}::text]`.execute(db);
      return rows[0] ?? { all: 0, asked: 0 };
    },
  };
}

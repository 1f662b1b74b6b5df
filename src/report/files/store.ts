/**
 * The only SQL for pieces of files. Those nobody has claimed belong to no report yet; they are bounded and go by
 * themselves. All of it is ciphertext.
 */
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { ReportTables } from '../tables.ts';
import type { PieceNumber } from './model.ts';

export interface Bundle {
  id: string;
  begunFor: string;
  /** Null until it is claimed. */
  report: string | null;
  item: string;
  begun: string;
}

/** What waits without a report. */
export interface Waiting {
  bundles: number;
  bytes: number;
}

export interface FilesReader {
  /** How many pieces each of its files has, from file 1; null where there is no such bundle. A gap counts as none. */
  bundle(id: string): Promise<(Bundle & { pieces: readonly number[] }) | null>;
  /** Which pieces of this report's bundle lie here; none where there is no such bundle. */
  there(id: string, report: string): Promise<readonly PieceNumber[]>;
  /** A piece of a claimed file; null where there is none. */
  piece(report: string, at: { item: string; file: number; number: number }): Promise<Uint8Array | null>;
  /** How many files claimed bundles of this report have. */
  filesOf(report: string): Promise<number>;
  waiting(): Promise<Waiting>;
}

export function filesReader(db: Kysely<unknown>): FilesReader {
  const tables = db.withTables<ReportTables>();
  return {
    async bundle(id) {
      const row = await tables
        .selectFrom('report_bundle')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst();
      if (row === undefined) return null;
      const { rows } = await sql<{ file: number; pieces: number; last: number }>`
        select file, count(*)::int as pieces, max(number) as last from report_piece
        where bundle = ${id} group by file order by file`.execute(db);
      const pieces = rows.map(({ file, pieces: n, last }, at) => (file === at + 1 && n === last ? n : 0));
      return { ...bundleFrom(row), pieces };
    },
    there: (id, report) =>
      tables
        .selectFrom('report_piece')
        .innerJoin('report_bundle', 'report_bundle.id', 'report_piece.bundle')
        .select(['report_piece.file', 'report_piece.number'])
        .where('report_bundle.id', '=', id)
        .where('report_bundle.begun_for', '=', report)
        .execute(),
    async piece(report, { item, file, number }) {
      const row = await tables
        .selectFrom('report_piece')
        .innerJoin('report_bundle', 'report_bundle.id', 'report_piece.bundle')
        .select('report_piece.body')
        .where('report_bundle.report', '=', report)
        .where('report_bundle.item', '=', item)
        .where('report_piece.file', '=', file)
        .where('report_piece.number', '=', number)
        .executeTakeFirst();
      return row?.body ?? null;
    },
    async filesOf(report) {
      const { rows } = await sql<{ files: number }>`
        select count(distinct (bundle, file))::int as files from report_piece
        join report_bundle on id = bundle where report = ${report}`.execute(db);
      return rows[0]?.files ?? 0;
    },
    async waiting() {
      const { rows } = await sql<{ bundles: string; bytes: string }>`
        select count(*) as bundles, coalesce(sum(bytes), 0) as bytes from report_bundle where report is null`.execute(
        db,
      );
      return { bundles: Number(rows[0]?.bundles), bytes: Number(rows[0]?.bytes) };
    },
  };
}

const bundleFrom = (row: Selectable<ReportTables['report_bundle']>): Bundle => ({
  id: row.id,
  begunFor: row.begun_for,
  report: row.report,
  item: row.item,
  begun: row.begun,
});

export interface FilesWriter {
  /** Holds it until the transaction ends; null where there is none. */
  lock(id: string): Promise<Bundle | null>;
  /** An unclaimed one of the same report and item goes: its pieces are sealed to a key that was given up. */
  begin(bundle: Omit<Bundle, 'report'>): Promise<void>;
  /** Stored bytes of everything begun for this report, claimed or not. */
  bytesFor(report: string): Promise<number>;
  /** A piece that is there already stays as it is. */
  put(bundle: string, piece: PieceNumber & { body: Uint8Array }): Promise<void>;
  /** Belongs to its report from now on. */
  claim(bundle: string): Promise<void>;
}

export function filesWriter(tx: Transaction<unknown>): FilesWriter {
  const tables = tx.withTables<ReportTables>();
  return {
    async lock(id) {
      const row = await tables
        .selectFrom('report_bundle')
        .selectAll()
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      return row === undefined ? null : bundleFrom(row);
    },
    async begin({ id, begunFor, item, begun }) {
      await tables
        .deleteFrom('report_bundle')
        .where('begun_for', '=', begunFor)
        .where('item', '=', item)
        .where('report', 'is', null)
        .where('id', '!=', id)
        .execute();
      await tables
        .insertInto('report_bundle')
        .values({ id, begun_for: begunFor, report: null, item, begun, bytes: 0 })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async bytesFor(report) {
      const { rows } = await sql<{ bytes: string }>`
        select coalesce(sum(bytes), 0) as bytes from report_bundle where begun_for = ${report}`.execute(tx);
      return Number(rows[0]?.bytes);
    },
    async put(bundle, { file, number, body }) {
      const done = await tables
        .insertInto('report_piece')
        .values({ bundle, file, number, body: Buffer.from(body) })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (done.numInsertedOrUpdatedRows === 0n) return;
      await sql`update report_bundle set bytes = bytes + ${body.length} where id = ${bundle}`.execute(tx);
    },
    async claim(bundle) {
      await sql`update report_bundle set report = begun_for where id = ${bundle}`.execute(tx);
    },
  };
}

/** What was begun before this day and never claimed; how many went. */
export async function forgetUnclaimed(db: Kysely<unknown>, before: string): Promise<number> {
  const done = await db
    .withTables<ReportTables>()
    .deleteFrom('report_bundle')
    .where('report', 'is', null)
    .where('begun', '<', before)
    .executeTakeFirst();
  return Number(done.numDeletedRows);
}

/** The only SQL for `imported_report` and `imported_words`. */

import type { ColumnType, Kysely } from 'kysely';
import type { DataLang } from '../../platform/i18n/index.ts';
import type { Kind } from '../answers.ts';
import type { ImportedHelped, ImportedReport } from './model.ts';
import type { SealedWords } from './seal.ts';

/** bigint arrives as text. */
type BigInt = ColumnType<string, string | number | bigint, never>;

type ImportedTables = {
  imported_report: {
    source: string;
    row: BigInt;
    cell: BigInt;
    week: string;
    part: ImportedReport['part'];
    kinds: Kind[];
    helped: ImportedHelped | null;
    language: DataLang | null;
    form_version: string;
    consent: ColumnType<'none', never, never>;
  };
  imported_words: { source: string; row: BigInt; report: string; secret: Uint8Array; body: Uint8Array };
};

export interface ImportedReader {
  /** Which of these rows are here. */
  known(source: string, rows: readonly number[]): Promise<ReadonlySet<number>>;
  /** How many rows of a source are here; of every source where none is named. */
  count(source?: string): Promise<number>;
  /** All of a source, by row, never the words. */
  all(source: string): Promise<ImportedReport[]>;
  /** The sealed words of a row; null where it had none. */
  words(source: string, row: number): Promise<SealedWords | null>;
}

export interface NewImported {
  report: ImportedReport;
  words: SealedWords | null;
}

export interface ImportedWriter {
  /** Returns how many are new: a row that is here stays as it was. All of them or none, words with their row. */
  add(rows: readonly NewImported[]): Promise<number>;
}

export function importedReader(db: Kysely<unknown>): ImportedReader {
  const tables = db.withTables<ImportedTables>();
  return {
    async known(source, rows) {
      if (rows.length === 0) return new Set();
      const found = await tables
        .selectFrom('imported_report')
        .select('row')
        .where('source', '=', source)
        .where('row', 'in', rows.map(String))
        .execute();
      return new Set(found.map(({ row }) => Number(row)));
    },
    async count(source) {
      const all = tables.selectFrom('imported_report').select(({ fn }) => fn.countAll<string>().as('n'));
      const { n } = await (source === undefined
        ? all
        : all.where('source', '=', source)
      ).executeTakeFirstOrThrow();
      return Number(n);
    },
    async all(source) {
      const rows = await tables
        .selectFrom('imported_report')
        .selectAll()
        .where('source', '=', source)
        .orderBy('row')
        .execute();
      return rows.map(({ row, cell, form_version, ...rest }) => ({
        ...rest,
        state: 'imported',
        row: Number(row),
        cell: BigInt(cell),
        formVersion: form_version,
      }));
    },
    async words(source, row) {
      const found = await tables
        .selectFrom('imported_words')
        .select(['report', 'secret', 'body'])
        .where('source', '=', source)
        .where('row', '=', String(row))
        .executeTakeFirst();
      return found ?? null;
    },
  };
}

export function importedWriter(db: Kysely<unknown>): ImportedWriter {
  return {
    async add(rows) {
      if (rows.length === 0) return 0;
      return db.transaction().execute(async (plain) => {
        const tx = plain.withTables<ImportedTables>();
        const added = await tx
          .insertInto('imported_report')
          .values(rows.map(({ report }) => columnsOf(report)))
          .onConflict((conflict) => conflict.columns(['source', 'row']).doNothing())
          .returning('row')
          .execute();
        const isNew = new Set(added.map(({ row }) => Number(row)));
        const words = rows.flatMap(({ report: { source, row }, words }) =>
          // A number that comes twice is taken once: the first of them.
          words && isNew.delete(row) ? [{ source, row, ...words }] : [],
        );
        if (words.length > 0) await tx.insertInto('imported_words').values(words).execute();
        return added.length;
      });
    },
  };
}

const columnsOf = ({
  source,
  row,
  cell,
  week,
  part,
  kinds,
  helped,
  language,
  formVersion,
}: ImportedReport) => ({
  source,
  row,
  cell,
  week,
  part,
  kinds: [...kinds],
  helped,
  language,
  form_version: formVersion,
});

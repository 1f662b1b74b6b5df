/** The only SQL for `reader_entry`: the signed list of readers, added to and never changed. */
import type { Kysely, Transaction } from 'kysely';
import type { ReaderEntry } from '../../platform/keys/index.ts';
import type { ReportTables } from '../tables.ts';

export interface EntriesReader {
  /** All entries, the first first. Unchecked: `readers()` of platform/keys says whether they are a list. */
  all(): Promise<ReaderEntry[]>;
}

export interface EntriesWriter {
  /** The caller has checked that the list with this entry at its end is valid. Fails when the number is taken. */
  append(entry: ReaderEntry): Promise<void>;
}

export function entriesReader(db: Kysely<unknown>): EntriesReader {
  const tables = db.withTables<ReportTables>();
  return {
    async all() {
      const rows = await tables.selectFrom('reader_entry').select('entry').orderBy('number').execute();
      return rows.map(({ entry }) => entry);
    },
  };
}

export function entriesWriter(tx: Kysely<unknown> | Transaction<unknown>): EntriesWriter {
  const tables = tx.withTables<ReportTables>();
  return {
    async append(entry) {
      await tables
        .insertInto('reader_entry')
        .values({ number: entry.statement.number, entry: JSON.stringify(entry) })
        .execute();
    },
  };
}

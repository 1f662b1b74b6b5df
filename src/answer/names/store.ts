/** The only SQL for `name_wanted`: what still has its English name only. */
import type { Kysely } from 'kysely';

export type Named = 'body' | 'area' | 'place';

type NameTables = {
  name_wanted: { what: Named; id: string };
};

export interface WantedReader {
  /** Ids, sorted. A page marks the name of each. */
  wanted(what: Named): Promise<string[]>;
}

export interface WantedWriter {
  /** These lack a name in Arabic, those no longer do. In an open transaction. Safe to repeat. */
  mark(what: Named, names: { wanted: readonly string[]; found: readonly string[] }): Promise<void>;
}

export function wantedReader(db: Kysely<unknown>): WantedReader {
  const tables = db.withTables<NameTables>();
  return {
    async wanted(what) {
      const rows = await tables.selectFrom('name_wanted').select('id').where('what', '=', what).execute();
      return rows.map(({ id }) => id).sort();
    },
  };
}

const atOnce = 10_000;

export function wantedWriter(db: Kysely<unknown>): WantedWriter {
  const tables = db.withTables<NameTables>();
  return {
    async mark(what, { wanted, found }) {
      for (let from = 0; from < found.length; from += atOnce) {
        const ids = found.slice(from, from + atOnce);
        await tables.deleteFrom('name_wanted').where('what', '=', what).where('id', 'in', ids).execute();
      }
      for (let from = 0; from < wanted.length; from += atOnce) {
        await tables
          .insertInto('name_wanted')
          .values(wanted.slice(from, from + atOnce).map((id) => ({ what, id })))
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      }
    },
  };
}

/** The only SQL for `place`. */
import type { Kysely } from 'kysely';
import type { MappedPlace, PlaceKind } from './model.ts';

type PlaceRow = {
  id: string;
  kind: PlaceKind;
  name_en: string;
  name_ar: string;
  spellings: string[];
  cell: string | bigint | null;
  directions_en: string[];
  directions_ar: string[];
  parent: string | null;
};

export type PlaceTables = {
  place: PlaceRow;
};

export interface PlaceReader {
  /** Every named place: stops, areas and venues by English name, then lines. */
  all(): Promise<MappedPlace[]>;
  byId(id: string): Promise<MappedPlace | null>;
}

export interface PlaceWriter {
  /** Adds these, or replaces those already there, all or none; a parent stands before what lies in it. Safe to repeat. */
  put(places: readonly MappedPlace[]): Promise<void>;
}

/** `db` is any Kysely on a database that has the table, also an open transaction. */
export function placeReader(db: Kysely<unknown>): PlaceReader {
  const tables = db.withTables<PlaceTables>();
  return {
    async all() {
      const rows = await tables
        .selectFrom('place')
        .selectAll()
        .orderBy((eb) => eb('kind', '=', 'line'))
        .orderBy('name_en')
        .execute();
      return rows.map(placeFrom);
    },
    async byId(id) {
      const row = await tables.selectFrom('place').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? placeFrom(row) : null;
    },
  };
}

export function placeWriter(db: Kysely<unknown>): PlaceWriter {
  const tables = db.withTables<PlaceTables>();
  return {
    async put(places) {
      if (places.length === 0) return;
      await tables
        .insertInto('place')
        .values(places.map(rowFrom))
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet((eb) => ({
            kind: eb.ref('excluded.kind'),
            name_en: eb.ref('excluded.name_en'),
            name_ar: eb.ref('excluded.name_ar'),
            spellings: eb.ref('excluded.spellings'),
            cell: eb.ref('excluded.cell'),
            directions_en: eb.ref('excluded.directions_en'),
            directions_ar: eb.ref('excluded.directions_ar'),
            parent: eb.ref('excluded.parent'),
          })),
        )
        .execute();
    },
  };
}

function placeFrom(row: PlaceRow): MappedPlace {
  return {
    id: row.id,
    kind: row.kind,
    name: { en: row.name_en, ar: row.name_ar },
    spellings: row.spellings,
    cell: row.cell === null ? null : BigInt(row.cell),
    directions: row.directions_en.map((en, at) => ({ en, ar: row.directions_ar[at] ?? en })),
    parent: row.parent,
  };
}

function rowFrom(place: MappedPlace): PlaceRow {
  return {
    id: place.id,
    kind: place.kind,
    name_en: place.name.en,
    name_ar: place.name.ar,
    spellings: [...place.spellings],
    cell: place.cell === null ? null : place.cell.toString(),
    directions_en: place.directions.map((name) => name.en),
    directions_ar: place.directions.map((name) => name.ar),
    parent: place.parent,
  };
}

/** The only SQL for `body` and `place_body`. */
import type { Kysely } from 'kysely';
import type { Basis, Body, BodyKind } from './model.ts';

type BodyRow = {
  id: string;
  kind: BodyKind;
  name_en: string;
  name_ar: string;
  mail: string | null;
  parent: string | null;
  basis: Basis | null;
  public_duty: boolean;
};

type BodyTables = {
  body: BodyRow;
  place_body: { place: string; body: string };
};

export interface BodyReader {
  /** By id. */
  all(): Promise<Body[]>;
  byId(id: string): Promise<Body | null>;
  /** Which bodies answer for each named place that has any, by id. */
  ofPlaces(): Promise<Map<string, string[]>>;
}

export interface BodyWriter {
  /** Adds these, or replaces those already there, all or none; whoever is above stands before whom it is above. Safe to repeat. */
  put(bodies: readonly Body[]): Promise<void>;
  /** From now on these and no others answer for each of these places, at most 60,000. In an open transaction. Safe to repeat. */
  answerFor(places: ReadonlyMap<string, readonly string[]>): Promise<void>;
}

export function bodyReader(db: Kysely<unknown>): BodyReader {
  const tables = db.withTables<BodyTables>();
  return {
    async all() {
      const rows = await tables.selectFrom('body').selectAll().orderBy('id').execute();
      return rows.map(bodyFrom);
    },
    async byId(id) {
      const row = await tables.selectFrom('body').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? bodyFrom(row) : null;
    },
    async ofPlaces() {
      const rows = await tables
        .selectFrom('place_body')
        .selectAll()
        .orderBy('place')
        .orderBy('body')
        .execute();
      const found = new Map<string, string[]>();
      for (const { place, body } of rows) found.set(place, [...(found.get(place) ?? []), body]);
      return found;
    },
  };
}

/** Rows a statement takes at most: each has eight values, and PostgreSQL counts 65,535. */
const atOnce = 4_000;

/** `db`: an open transaction where more than `atOnce` are put. */
export function bodyWriter(db: Kysely<unknown>): BodyWriter {
  const tables = db.withTables<BodyTables>();
  return {
    async put(bodies) {
      for (let from = 0; from < bodies.length; from += atOnce) {
        await tables
          .insertInto('body')
          .values(bodies.slice(from, from + atOnce).map(rowFrom))
          .onConflict((conflict) =>
            conflict.column('id').doUpdateSet((eb) => ({
              kind: eb.ref('excluded.kind'),
              name_en: eb.ref('excluded.name_en'),
              name_ar: eb.ref('excluded.name_ar'),
              mail: eb.ref('excluded.mail'),
              parent: eb.ref('excluded.parent'),
              basis: eb.ref('excluded.basis'),
              public_duty: eb.ref('excluded.public_duty'),
            })),
          )
          .execute();
      }
    },
    async answerFor(places) {
      const ids = [...places.keys()];
      if (ids.length === 0) return;
      const rows = [...places].flatMap(([place, bodies]) => bodies.map((body) => ({ place, body })));
      await tables.deleteFrom('place_body').where('place', 'in', ids).execute();
      for (let from = 0; from < rows.length; from += atOnce) {
        await tables
          .insertInto('place_body')
          .values(rows.slice(from, from + atOnce))
          .execute();
      }
    },
  };
}

function bodyFrom(row: BodyRow): Body {
  return {
    id: row.id,
    kind: row.kind,
    name: { en: row.name_en, ar: row.name_ar },
    mail: row.mail,
    parent: row.parent,
    basis: row.basis,
    publicDuty: row.public_duty,
  };
}

function rowFrom(body: Body): BodyRow {
  return {
    id: body.id,
    kind: body.kind,
    name_en: body.name.en,
    name_ar: body.name.ar,
    mail: body.mail,
    parent: body.parent,
    basis: body.basis,
    public_duty: body.publicDuty,
  };
}

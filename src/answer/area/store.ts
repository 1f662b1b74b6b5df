/** The only SQL for `area` and `area_cell`. */
import { type Kysely, sql } from 'kysely';
import type { Cell } from '../../platform/place/index.ts';
import type { Drawn } from './fill.ts';
import { type Area, type Lying, withParents } from './model.ts';

type AreaRow = {
  id: string;
  name_en: string;
  name_ar: string;
  parent: string | null;
  body: string | null;
  outline: string;
};

type AreaTables = {
  area: AreaRow;
  area_cell: { area: string; cell: string; border: boolean };
};

export interface AreaReader {
  /** By id. */
  all(): Promise<Area[]>;
  /** The areas that have a part of a cell of resolution 8, by id. */
  at(cell: Cell): Promise<Lying[]>;
}

export interface AreaWriter {
  /** Adds these, or replaces those already there, all or none; an area stands before what lies in it. Safe to repeat. */
  put(areas: readonly Area[]): Promise<void>;
  /** Its cells are these from now on, taken one by one as they come. In an open transaction: until it ends nothing is seen. */
  redraw(area: string, cells: Iterable<Drawn>): Promise<void>;
}

export function areaReader(db: Kysely<unknown>): AreaReader {
  const tables = db.withTables<AreaTables>();
  return {
    async all() {
      const rows = await tables.selectFrom('area').selectAll().orderBy('id').execute();
      return rows.map(areaFrom);
    },
    async at(cell) {
      const cells = withParents(cell).map(String);
      return await tables
        .selectFrom('area_cell')
        .select(['area', 'border'])
        .where('cell', 'in', cells)
        .orderBy('area')
        .execute();
    },
  };
}

const rowsAtOnce = 4_000;
const cellsAtOnce = 8_192;

/** `db`: an open transaction. */
export function areaWriter(db: Kysely<unknown>): AreaWriter {
  const tables = db.withTables<AreaTables>();

  async function write(area: string, cells: readonly Drawn[]): Promise<void> {
    if (cells.length === 0) return;
    const ids = cells.map(({ cell }) => cell.toString());
    const borders = cells.map(({ border }) => border);
    await sql`
      insert into area_cell (area, cell, border)
      select ${area}, * from unnest(${ids}::bigint[], ${borders}::boolean[])`.execute(db);
  }

  return {
    async put(areas) {
      for (let from = 0; from < areas.length; from += rowsAtOnce) {
        await tables
          .insertInto('area')
          .values(areas.slice(from, from + rowsAtOnce).map(rowFrom))
          .onConflict((conflict) =>
            conflict.column('id').doUpdateSet((eb) => ({
              name_en: eb.ref('excluded.name_en'),
              name_ar: eb.ref('excluded.name_ar'),
              parent: eb.ref('excluded.parent'),
              body: eb.ref('excluded.body'),
              outline: eb.ref('excluded.outline'),
            })),
          )
          .execute();
      }
    },
    async redraw(area, cells) {
      await tables.deleteFrom('area_cell').where('area', '=', area).execute();
      let batch: Drawn[] = [];
      for (const cell of cells) {
        if (batch.push(cell) < cellsAtOnce) continue;
        await write(area, batch);
        batch = [];
      }
      await write(area, batch);
    },
  };
}

function areaFrom({ name_en, name_ar, ...row }: AreaRow): Area {
  return { ...row, name: { en: name_en, ar: name_ar } };
}

function rowFrom({ id, name, parent, body, outline }: Area): AreaRow {
  return { id, name_en: name.en, name_ar: name.ar, parent, body, outline };
}

/** The largest cells of each area, at most 50 of each, by area: where it lies, roughly. */
export async function largestCells(db: Kysely<unknown>): Promise<Map<string, Cell[]>> {
  const { rows } = await sql<{ area: string; cell: string }>`
    select area, cell from (
      select area, cell, row_number() over (
        partition by area order by border, (cell >> 52) & 15, cell) as nth,
        rank() over (partition by area order by border, (cell >> 52) & 15) as size
      from area_cell) as ranked
    where size = 1 and nth <= 50 order by area, cell`.execute(db);
  const found = new Map<string, Cell[]>();
  for (const { area, cell } of rows) found.set(area, [...(found.get(area) ?? []), BigInt(cell)]);
  return found;
}

/** Everything a thief of the database would hold, as text. */
import { sql } from 'kysely';
import type { Kysely } from '../../src/platform/db/index.ts';

export interface Cell {
  table: string;
  column: string;
  type: string;
  value: string;
}

/** Every value of every row of every table of ours and of the queue; bytea as latin1, so that plain words in it show. */
export async function everyCell(db: Kysely<unknown>): Promise<Cell[]> {
  const { rows: columns } = await sql<{ schema: string; table: string; column: string; type: string }>`
    select c.table_schema as schema, c.table_name as table, c.column_name as column, c.data_type as type
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE' and c.table_schema not in ('pg_catalog', 'information_schema')`.execute(
    db,
  );
  const cells: Cell[] = [];
  for (const { schema, table, column, type } of columns) {
    const ref = sql.ref(column);
    const value = type === 'bytea' ? sql<string>`encode(${ref}, 'escape')` : sql<string>`${ref}::text`;
    const from = sql.table(`${schema}.${table}`);
    const { rows } = await sql<{ value: string | null }>`select ${value} as value from ${from}`.execute(db);
    for (const row of rows) if (row.value !== null) cells.push({ table, column, type, value: row.value });
  }
  return cells;
}

/** 'table.column' of every cell that holds one of the texts. */
export const holding = (cells: readonly Cell[], texts: readonly string[]): string[] => [
  ...new Set(
    cells
      .filter(({ value }) => texts.some((text) => value.includes(text)))
      .map(({ table, column }) => `${table}.${column}`),
  ),
];

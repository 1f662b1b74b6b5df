/** What a database says about itself. */
import { type Kysely, sql } from 'kysely';

export interface Health {
  /** '18.4' */
  version: string;
  encoding: string;
  /** For a person: '9350 kB'. */
  size: string;
  /** Its own clock. */
  now: Date;
  /** Names of the migrations it has had; empty for a new one. */
  applied: string[];
}

export async function health(db: Kysely<unknown>): Promise<Health> {
  const { rows } = await sql<Omit<Health, 'applied'> & { begun: boolean }>`
    select current_setting('server_version') as version, current_setting('server_encoding') as encoding,
           pg_size_pretty(pg_database_size(current_database())) as size, clock_timestamp() as now,
           to_regclass('migration') is not null as begun`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('the database said nothing');
  const { begun, ...found } = row;
  const marks = begun
    ? await sql<{ name: string }>`select name from migration order by name`.execute(db)
    : { rows: [] };
  return { ...found, applied: marks.rows.map(({ name }) => name) };
}

/** 'HH:MM' on the clocks of an IANA zone by the database's own tables; null where it does not know the zone. */
export async function timeIn(db: Kysely<unknown>, zone: string, instant: Date): Promise<string | null> {
  const { rows } = await sql<{ at: string }>`
    select to_char(${instant.toISOString()}::timestamptz at time zone name, 'HH24:MI') as at
    from pg_timezone_names where name = ${zone}`.execute(db);
  return rows[0]?.at ?? null;
}

/** Brings the tables to what this version needs: forward only, each file once, one process at a time. */
import { type Kysely, sql } from 'kysely';
import { Refusal } from '../refusal.ts';
import { MIGRATING } from './locks.ts';

const files = import.meta.glob<string>('/migrations/*.sql', {
  query: '?raw',
  import: 'default',
  eager: true,
});

export interface Migration {
  name: string;
  sql: string;
}

/** Every migration of this version, in order. */
export const migrations: readonly Migration[] = Object.entries(files)
  .map(([path, text]) => ({ name: path.replace(/^.*\/|\.sql$/g, ''), sql: text }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

/**
 * Applies what is missing and returns the names of what it applied. Each file is one transaction with its own mark,
 * so a kill between two files loses nothing. Refusal 'schema_newer' {found} before anything is touched.
 */
export async function migrate(
  db: Kysely<unknown>,
  known: readonly Migration[] = migrations,
): Promise<string[]> {
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${sql.lit(MIGRATING)})`.execute(connection);
    try {
      const applied = await marks(connection);
      const newer = applied.find((name) => !known.some((migration) => migration.name === name));
      if (newer !== undefined) throw new Refusal('schema_newer', { found: newer });
      const missing = known.filter(({ name }) => !applied.includes(name));
      for (const migration of missing) await apply(connection, migration);
      return missing.map(({ name }) => name);
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(MIGRATING)})`.execute(connection);
    }
  });
}

async function marks(db: Kysely<unknown>): Promise<string[]> {
  await sql`create table if not exists migration (name text primary key)`.execute(db);
  const { rows } = await sql<{ name: string }>`select name from migration`.execute(db);
  return rows.map(({ name }) => name);
}

async function apply(db: Kysely<unknown>, migration: Migration): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql
      .raw(migration.sql)
      .execute(tx)
      .catch((cause: unknown) => {
        throw new Error(`migration ${migration.name} failed`, { cause });
      });
    await sql`insert into migration (name) values (${migration.name})`.execute(tx);
  });
}

/** Which installation a database belongs to. */
import { type Kysely, sql } from 'kysely';

export interface Belonging {
  id: string;
  kind: 'demonstration' | 'real';
}

/** Null for a database nobody has marked yet. */
export async function belonging(db: Kysely<unknown>): Promise<Belonging | null> {
  const { rows } = await sql<Belonging>`select id, kind from installation`.execute(db);
  return rows[0] ?? null;
}

/** Marks a database for good; does nothing where it is marked already. */
export async function mark(db: Kysely<unknown>, { id, kind }: Belonging): Promise<void> {
  await sql`insert into installation (id, kind) values (${id}, ${kind}) on conflict do nothing`.execute(db);
}

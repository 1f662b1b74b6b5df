/** What a backup asks of any database of ours, whatever its tables are. */
import pg from 'pg';
import { copyIn, copyOut, type Migration, type Single } from '../db/index.ts';

export interface Table {
  name: string;
  columns: string[];
  /** Tables its rows point to. */
  needs: string[];
}

type Client = Single['client'];
const quoted = pg.escapeIdentifier;
const BACKING = 7_283_004;

/** One backup of a database at a time: false while another is made. Ends with the connection. */
export async function turn(client: Client): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock($1) as got', [BACKING]);
  return rows[0]?.got === true;
}

/** Every later answer is of this one moment, whatever others write meanwhile. */
export async function snapshot(client: Client): Promise<void> {
  await client.query('begin isolation level repeatable read read only');
  await settings(client);
}

/** Text that means the same in every major and on every machine. */
export async function settings(client: Client): Promise<void> {
  await client.query(
    `set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'; set local intervalstyle = 'iso_8601';
     set local extra_float_digits = 3; set local bytea_output = 'hex'`,
  );
}

/** True where the database holds nothing of anybody's. */
export async function isEmpty(client: Client): Promise<boolean> {
  const { rows } = await client.query(
    `select from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind in ('r', 'p', 'v', 'm', 'S') limit 1`,
  );
  return rows.length === 0;
}

/** Whose it is; null where it belongs to nobody. */
export async function whose(client: Client): Promise<{ id: string; kind: string } | null> {
  const { rows: there } = await client.query("select to_regclass('installation') is not null as there");
  if (!there[0]?.there) return null;
  const { rows } = await client.query('select id, kind from installation');
  return rows[0] ?? null;
}

export async function version(client: Client): Promise<string> {
  const { rows } = await client.query("select current_setting('server_version') as version");
  return String(rows[0]?.version).split(' ')[0] ?? '';
}

export async function migrationsOf(client: Client): Promise<string[]> {
  const { rows } = await client.query('select name from migration order by name');
  return rows.map(({ name }) => String(name));
}

/** All tables, each after those it points to; generated columns are left out. */
export async function tablesOf(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.relname::text as name,
       array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
             and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       array(select distinct f.relname::text from pg_constraint k join pg_class f on f.oid = k.confrelid
             where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid) as needs
     from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') order by 1`,
  );
  return inOrder(rows);
}

export function inOrder(tables: readonly Table[]): Table[] {
  const done: Table[] = [];
  const left = [...tables];
  while (left.length > 0) {
    const at = left.findIndex(({ needs }) => !needs.some((one) => left.some(({ name }) => name === one)));
    // Two tables that point to each other could be filled in no order.
    if (at === -1) throw new Error(`tables in a circle: ${left.map(({ name }) => name).join(', ')}`);
    done.push(...left.splice(at, 1));
  }
  return done;
}

export async function sequencesOf(client: Client): Promise<{ name: string; last: string }[]> {
  const { rows } = await client.query(
    `select sequencename::text as name, last_value::text as last from pg_sequences
     where schemaname = current_schema() and last_value is not null order by 1`,
  );
  return rows;
}

/**
 * What is read of a table. Of the outbox also what the queue has taken over and not finished: a restored installation
 * begins with an empty queue.
 */
async function sourceOf(client: Client, { name, columns }: Pick<Table, 'name' | 'columns'>): Promise<string> {
  const list = columns.map(quoted).join(', ');
  if (name !== 'outbox') return `select ${list} from ${quoted(name)}`;
  const { rows } = await client.query("select to_regclass('pgboss.job') is not null as there");
  const waiting = `union all select id, name, data ->> 'subject' from pgboss.job
    where state in ('created', 'retry', 'active') and data ->> 'subject' is not null`;
  return `select ${list} from (select id, event, subject from outbox ${rows[0]?.there ? waiting : ''}) as waiting`;
}

export async function count(client: Client, table: Pick<Table, 'name' | 'columns'>): Promise<number> {
  const { rows } = await client.query(
    `select count(*)::int as rows from (${await sourceOf(client, table)}) as all_rows`,
  );
  return rows[0]?.rows;
}

/** Row by row; returns their number. */
export async function* read(
  client: Client,
  table: Pick<Table, 'name' | 'columns'>,
): AsyncGenerator<Buffer, number> {
  return yield* copyOut(client, `copy (${await sourceOf(client, table)}) to stdout`);
}

export function fill(
  client: Client,
  { name, columns }: Pick<Table, 'name' | 'columns'>,
  source: AsyncIterable<Uint8Array>,
): Promise<number> {
  return copyIn(client, `copy ${quoted(name)} (${columns.map(quoted).join(', ')}) from stdin`, source);
}

/** In the caller's transaction: one migration and its mark. */
export async function applyIn(client: Client, { name, sql }: Migration): Promise<void> {
  await client.query('create table if not exists migration (name text primary key)');
  await client.query(sql);
  await client.query('insert into migration (name) values ($1)', [name]);
}

/** Rows that migrations write to begin with would be there twice. */
export async function empty(client: Client, tables: readonly string[]): Promise<void> {
  if (tables.length > 0) await client.query(`truncate ${tables.map(quoted).join(', ')} cascade`);
}

export async function continueSequence(
  client: Client,
  { name, last }: { name: string; last: string },
): Promise<void> {
  await client.query('select setval(to_regclass($1), $2)', [quoted(name), last]);
}

/** Ends the snapshot. */
export const leave = (client: Client) => client.query('rollback');

/** What was taken out again leaves the files too, and the planner knows what is there. Outside a transaction. */
export const tidy = (client: Client) => client.query('vacuum (analyze)');

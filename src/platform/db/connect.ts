/** One pool of connections, spoken to through Kysely. */
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';

const DATE = 1082;

/** bigint stays a string, bytea is a Buffer, a date is 'YYYY-MM-DD', never an instant in some zone. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === DATE
      ? (text: string) => text
      : pg.types.getTypeParser(oid, format ?? 'text')) as typeof pg.types.getTypeParser,
};

export interface ConnectOptions {
  max: number;
  /** Shown by the server beside each connection. */
  name: string;
}

export interface Connected {
  db: Kysely<unknown>;
  pool: pg.Pool;
}

export function connect(url: string, { max, name }: ConnectOptions): Connected {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: name,
    types,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
  });
  // A connection whose server went away: what was asked over it is rejected, and the pool opens a new one when asked.
  pool.on('error', () => {});
  pool.on('connect', (client) => void client.on('error', () => {}));
  return { db: new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) }), pool };
}

/** A single connection, outside the pool, for locks that live as long as it does. */
export async function connectOnce(url: string, name: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => {});
  await client.connect();
  return client;
}

export interface Single extends AsyncDisposable {
  /** For COPY, which Kysely does not speak. */
  client: pg.Client;
  /** The very same connection: what it writes inside its transaction, `client` sees. */
  db: Kysely<unknown>;
}

/** One connection, spoken to in both ways. */
export async function single(url: string, name: string): Promise<Single> {
  const client = new pg.Client({ connectionString: url, application_name: name, types });
  client.on('error', () => {});
  await client.connect();
  const held = Object.assign(client, { release() {} });
  const pool = { connect: async () => held, end: async () => {} };
  return {
    client,
    db: new Kysely<unknown>({ dialect: new PostgresDialect({ pool: pool as unknown as pg.Pool }) }),
    [Symbol.asyncDispose]: () => client.end().catch(() => {}),
  };
}

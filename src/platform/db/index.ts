/**
 * The database: PostgreSQL in the data folder, or a server's by DATABASE_URL.
 * bigint columns come back as strings, bytea as Buffer, date as 'YYYY-MM-DD'.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { Config } from '../config.ts';
import { Refusal } from '../refusal.ts';
import { connect } from './connect.ts';
import { embedded } from './embedded.ts';
import { leave, serve, use } from './locks.ts';

export type { Kysely, Transaction } from 'kysely';
export { type Changes, changes } from './changes.ts';
export { type Single, single } from './connect.ts';
export { copyIn, copyOut } from './copy.ts';
export { discard } from './embedded.ts';
export { type Health, health, timeIn } from './health.ts';
export { type Migration, migrate, migrations } from './migrate.ts';
export { freePort } from './postmaster.ts';

export interface Opened extends AsyncDisposable {
  /** A room names its tables: `db.withTables<ReportTables>()`. */
  db: Kysely<unknown>;
  /** For connections of one's own; holds the password. */
  url: string;
}

export interface OpenOptions {
  /** Set by the one process that serves this data: Refusal 'data_in_use' where another does. */
  serving?: {
    port: number;
    /** The database went away and cannot be had back. It is told after every attempt was refused. */
    lost(error: Error): void;
  };
  /** Connections at most. */
  max?: number;
}

/** False where opening would make a new, empty database. */
export function isBegun({ data, databaseUrl }: Pick<Config, 'data' | 'databaseUrl'>): boolean {
  return databaseUrl !== undefined || existsSync(join(data, 'database.password'));
}

/** How long a database that is stopping, starting or recovering is waited for. */
const PATIENCE_MS = 60_000;

/** How long a server that ends waits for others, such as threads of its own, to let go of the database. */
const GOODBYE_MS = 2_000;

/**
 * Opens, starting the embedded database where needed. Leaving it (`await using`) stops the embedded database unless
 * another process uses it. Refusals: 'database_unreachable', 'database_not_utf8', 'database_version', 'data_in_use',
 * 'data_unusable', 'database_major', 'database_start', 'database_as_root'.
 */
export async function openDatabase(
  config: Pick<Config, 'data' | 'databaseUrl'>,
  { serving, max = 16 }: OpenOptions = {},
): Promise<Opened> {
  const own = config.databaseUrl === undefined ? embedded(config.data) : null;
  let closing = false;
  const address = async () => own?.ensure(() => closing) ?? config.databaseUrl ?? '';

  /** At the first start a database that does not start is a sentence at once; under a server it is tried again. */
  async function hold(again: boolean): Promise<{ client: pg.Client; url: string }> {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      if (closing) throw unreachable(new Error('closing'));
      let client: pg.Client | undefined;
      try {
        const url = await address();
        client = await use(url);
        await supported(client);
        if (serving) await serve(client, { folder: config.data, port: serving.port });
        if (closing) throw unreachable(new Error('closing'));
        return { client, url };
      } catch (error) {
        await client?.end().catch(() => {});
        const hopeless = error instanceof Refusal && !(again && error.code === 'database_start');
        if (hopeless || performance.now() > until)
          throw error instanceof Refusal ? error : unreachable(error);
        if (!isPassing(error, own !== null)) throw unreachable(error);
        await pause(50);
      }
    }
  }

  const first = await hold(false);
  let client = first.client;
  const url = first.url;

  /** A server outlives its database: whatever ended it, it is started again and held again. */
  let held: Promise<void> = Promise.resolve();
  function watch(): void {
    client.once('end', () => {
      if (!closing) held = holdAgain();
    });
  }
  async function holdAgain(): Promise<void> {
    try {
      ({ client } = await hold(true));
      if (!closing) watch();
    } catch (error) {
      if (!closing) serving?.lost(error as Error);
    }
  }
  if (serving) watch();

  const { db } = connect(url, { max, name: 'upstander' });
  return {
    db,
    url,
    async [Symbol.asyncDispose]() {
      closing = true;
      await db.destroy();
      // One that is just being started again would otherwise be left running.
      await Promise.race([held, pause(GOODBYE_MS)]);
      // A connection that is gone can hold nobody's lock; then a server still stops what it served.
      const alone = await leave(client, serving ? GOODBYE_MS : 0).catch(() => serving !== undefined);
      await client.end().catch(() => {});
      if (alone) await own?.stop();
    },
  };
}

async function supported(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    "select current_setting('server_encoding') as encoding, current_setting('server_version_num')::int as version",
  );
  const { encoding, version } = rows[0];
  if (encoding !== 'UTF8') throw new Refusal('database_not_utf8', { encoding });
  const major = Math.floor(version / 10_000);
  if (major < 16 || major > 18) throw new Refusal('database_version', { major });
}

/** True for a server that is on its way up or down; an embedded one is also started again. */
function isPassing(error: unknown, isOwn: boolean): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (['57P03', '57P01', '57P02', '53300'].includes(code)) return true;
  return isOwn && !code.startsWith('28');
}

function unreachable(error: unknown): Refusal {
  const { code, message } = error as NodeJS.ErrnoException;
  return new Refusal('database_unreachable', { said: code ?? message });
}

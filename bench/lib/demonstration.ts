/** A server in a process of its own, on a folder that is filled and at rest. */
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { type Kysely, openDatabase } from '../../src/platform/db/index.ts';
import { dataFolder, type Started, start } from '../../test/house/house.ts';

export interface Demonstration extends AsyncDisposable {
  data: string;
  url: string;
  server: Started;
  db: Kysely<unknown>;
  databaseUrl: string;
}

export async function demonstration(): Promise<Demonstration> {
  await using started = new AsyncDisposableStack();
  const folder = started.use(await dataFolder());
  const env = { TRUST_PROXY: '127.0.0.1,::1', LOG_LEVEL: 'warn' };
  const server = started.use(start({ data: folder.path, env }));
  const url = await server.url;
  const database = started.use(await openDatabase({ data: folder.path }, { max: 16 }));
  const { db } = database;
  await rested(db);
  const ended = started.move();
  return {
    data: folder.path,
    url,
    server,
    db,
    databaseUrl: database.url,
    [Symbol.asyncDispose]: () => ended.disposeAsync(),
  };
}

/** Until no report comes any more and every one is in the inbox or, where too many came at once, held. */
export async function rested(db: Kysely<unknown>): Promise<void> {
  let before = -1;
  for (let quiet = 0; quiet < 10; ) {
    const { rows } = await sql<{ reports: number; waiting: number }>`
      select (select count(*)::int from report) as reports,
        (select count(*)::int from outbox) + (select count(*)::int from report r
          where not exists (select from inbox i where i.report = r.id)
            and not exists (select from arrival a where a.report = r.id)) as waiting`.execute(db);
    const { reports = 0, waiting = 0 } = rows[0] ?? {};
    quiet = reports === before && waiting === 0 ? quiet + 1 : 0;
    before = reports;
    await pause(300);
  }
}

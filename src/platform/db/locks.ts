/**
 * Who is using the database, told by advisory locks that end with their connection, however the process ends.
 * Everybody who opens it shares USING; the one server that serves it also holds SERVING.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { Refusal } from '../refusal.ts';
import { connectOnce } from './connect.ts';

const USING = 7_283_001;
const SERVING = 7_283_002;
export const MIGRATING = 7_283_003;

const PATIENCE_MS = 3_000;
const servingName = (port: number) => `upstander at ${port}`;

/** The connection whose life is the lock's. */
export async function use(url: string): Promise<pg.Client> {
  const client = await connectOnce(url, 'upstander');
  try {
    await client.query('select pg_advisory_lock_shared($1)', [USING]);
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
}

/** Refusal 'data_in_use' {folder, port} where another server holds it and is not just leaving. */
export async function serve(
  client: pg.Client,
  { folder, port }: { folder: string; port: number },
): Promise<void> {
  for (let waited = 0; ; waited += 100) {
    const { rows } = await client.query('select pg_try_advisory_lock($1) as got', [SERVING]);
    if (rows[0]?.got === true) break;
    if (waited >= PATIENCE_MS) throw new Refusal('data_in_use', { folder, port: await servedAt(client) });
    await pause(100);
  }
  await client.query("select set_config('application_name', $1, false)", [servingName(port)]);
}

/** The port another server serves this database at, or '?' between its start and its first word. */
async function servedAt(client: pg.Client): Promise<string> {
  const { rows } = await client.query(
    `select a.application_name as name from pg_locks l join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.granted and l.objid = $1`,
    [SERVING],
  );
  return /\d+$/.exec(rows[0]?.name ?? '')?.[0] ?? '?';
}

/** Gives the shared lock up; true where nobody else has it within `patience` ms: the database may be stopped. */
export async function leave(client: pg.Client, patience: number): Promise<boolean> {
  await client.query('select pg_advisory_unlock_shared($1)', [USING]);
  for (let waited = 0; ; waited += 50) {
    const { rows } = await client.query('select pg_try_advisory_lock($1) as alone', [USING]);
    if (rows[0]?.alone === true) return true;
    if (waited >= patience) return false;
    await pause(50);
  }
}

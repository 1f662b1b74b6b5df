/**
 * Hears that something was committed (LISTEN, on a connection of its own), so that what was made of it can be kept in
 * memory. While nobody hears, nothing may be kept.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { connectOnce } from './connect.ts';

export interface Changes extends AsyncDisposable {
  /** The same number twice: nothing has changed in between. Null: nobody knows. */
  at(): number | null;
  /** Everything that was committed before is heard when it returns. Rejects where nobody listens. */
  caughtUp(): Promise<void>;
}

export interface ListenOptions {
  /** Milliseconds until a connection that says nothing is asked whether it is still there, and then given up. */
  patience?: number;
}

/** Channels that triggers of ours notify. */
export type Channel = 'upstander_public';

/** Listening when it returns. A connection that was lost is made again; what happened meanwhile counts as a change. */
export async function changes(
  url: string,
  channel: Channel,
  { patience = 10_000 }: ListenOptions = {},
): Promise<Changes> {
  let heard = 0;
  let client: pg.Client | null = null;
  let closing = false;
  let timer: NodeJS.Timeout | undefined;

  async function open(): Promise<void> {
    const next = await connectOnce(url, 'upstander changes');
    next.on('notification', () => {
      heard++;
    });
    next.once('end', () => void lost(next));
    await next.query(`listen ${channel}`);
    heard++;
    client = next;
  }

  /** Until it is open again nothing counts as known. */
  async function lost(which: pg.Client): Promise<void> {
    if (client !== which) return;
    client = null;
    for (let wait = 50; !closing && client === null; wait = Math.min(wait * 2, 2_000)) {
      try {
        await open();
      } catch {
        await pause(wait);
      }
    }
    if (closing) await (client as pg.Client | null)?.end();
  }

  /** A network that went away says nothing: who does not answer in time is gone. */
  async function ask(): Promise<void> {
    const asked = client;
    if (asked === null) return;
    const late = setTimeout(() => asked.connection.stream.destroy(), patience);
    await asked.query('select').catch(() => {});
    clearTimeout(late);
  }

  await open();
  timer = setInterval(() => void ask(), patience);
  timer.unref();
  return {
    at: () => (client === null ? null : heard),
    async caughtUp() {
      // A connection's own answers come in order: what was committed before this is notified before it.
      if (client === null) throw new Error('Nobody listens');
      await client.query('select');
    },
    async [Symbol.asyncDispose]() {
      closing = true;
      clearInterval(timer);
      const last = client;
      client = null;
      await last?.end().catch(() => {});
    },
  };
}

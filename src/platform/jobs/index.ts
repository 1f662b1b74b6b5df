/**
 * What is done about facts, after the transaction they come from. A relay moves rows of the outbox to the queue in
 * batches; each handler runs until it succeeds, later and later, and then its row is deleted. A handler may run
 * twice for one fact (a kill between its work and the deletion, or another of its batch that failed), so it must not
 * mind.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { fromKysely, type JobWithMetadata, PgBoss } from 'pg-boss';
import type { Fact } from '../outbox/index.ts';
import * as outbox from '../outbox/store.ts';

/** `subjects`: one or more, each once. It does all or none of them; where it fails, each is tried alone. */
export type Handle = (subjects: readonly string[]) => Promise<void>;

export interface Jobs extends AsyncDisposable {
  /** Several handlers of one event run one after the other; if one fails, all run again later. Before `start`. */
  on(event: string, handle: Handle): void;
  /** Looks for work, now and then every second, and at once when nudged. Returns after the first look. */
  start(): Promise<void>;
  /** Says that a fact was committed just now. */
  nudge(): void;
  /** Does all there is to do and returns; throws the first failure. For tests and commands. */
  settle(): Promise<void>;
}

type Job = JobWithMetadata<Pick<Fact, 'subject'>>;

export interface JobOptions {
  /** Told about a failed try: the event and the kind of error, never what it was about. */
  failed?(event: string, error: unknown): void;
}

const BATCH = 200;
const LOOK_EVERY_MS = 1_000;
/** Between looks while more keeps coming, so that what comes meanwhile is done together. */
const REST_MS = 200;
const RETRIES_EVERY_LOOKS = 5;
const YEAR_SECONDS = 365 * 24 * 3600;

/** Nothing waits for a person here, so a job is tried for as long as it takes, at least every ten minutes. */
const queue = {
  retryLimit: 100_000,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 600,
  expireInSeconds: 3600,
  retentionSeconds: YEAR_SECONDS,
};

export function jobs(db: Kysely<unknown>, { failed }: JobOptions = {}): Jobs {
  const handlers = new Map<string, Handle[]>();
  let ready: Promise<PgBoss> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let looks = 0;
  /** At the start, and after a look that failed: jobs may be marked as being done that nobody does. */
  let maybeCutOff = true;
  let looking: Promise<void> | null = null;
  let again = false;
  let ended = false;

  function boss(): Promise<PgBoss> {
    ready ??= openQueue(db, [...handlers.keys()]).catch((error: unknown) => {
      ready = null;
      throw error;
    });
    return ready;
  }

  /** Moves a batch to the queue; the events it held, and whether there may be more. A fact nobody listens to ends here. */
  async function relay(): Promise<{ moved: Set<string>; more: boolean }> {
    const moved = new Set<string>();
    if (await outbox.isEmpty(db)) return { moved, more: false };
    const to = await boss();
    return db.transaction().execute(async (tx) => {
      const rows = await outbox.take(tx, BATCH);
      for (const [event, facts] of Map.groupBy(rows, (row) => row.event)) {
        moved.add(event);
        if (!handlers.has(event)) continue;
        const list = facts.map(({ id, subject }) => ({ id, data: { subject } }));
        await to.insert(event, list, { db: fromKysely(tx) });
      }
      return { moved, more: rows.length === BATCH };
    });
  }

  /** Runs what is due of one event; how many succeeded, and the first failure. */
  async function run(event: string): Promise<{ done: number; failure?: unknown }> {
    const from = await boss();
    let done = 0;
    let failure: unknown;
    for (;;) {
      if (ended) return { done, failure };
      const due = await from.fetch<Pick<Fact, 'subject'>>(event, { batchSize: BATCH, includeMetadata: true });
      if (due.length === 0) return { done, failure };
      if (due.length > 1 && (await attempt(from, event, due)) === null) {
        done += due.length;
        continue;
      }
      for (const job of due) {
        const problem = await attempt(from, event, [job]);
        if (problem === null) done++;
        else {
          failure ??= problem.error;
          failed?.(event, problem.error);
          await from.fail(event, job);
        }
      }
    }
  }

  async function attempt(
    from: PgBoss,
    event: string,
    due: readonly Job[],
  ): Promise<{ error: unknown } | null> {
    try {
      const subjects = [...new Set(due.map(({ data }) => data.subject))];
      for (const handle of handlers.get(event) ?? []) await handle(subjects);
      await from.deleteJob(
        event,
        due.map(({ id }) => id),
      );
      return null;
    } catch (error) {
      return { error };
    }
  }

  async function look(): Promise<void> {
    await boss();
    if (maybeCutOff) await outbox.takeUp(db, [...handlers.keys()]);
    const isTurn = maybeCutOff || looks++ % RETRIES_EVERY_LOOKS === 0;
    maybeCutOff = false;
    const due = new Set(isTurn ? handlers.keys() : []);
    for (let more = true; more && !ended; ) {
      const next = await relay();
      for (const event of next.moved) due.add(event);
      more = next.more;
    }
    for (const event of due) if (handlers.has(event) && !ended) await run(event);
  }

  /** Never rejects: a database that is away for a moment is back at one of the next looks. */
  function wake(): Promise<void> {
    again = true;
    looking ??= (async () => {
      while (again && !ended) {
        again = false;
        await look().catch((error: unknown) => {
          maybeCutOff = true;
          failed?.('outbox', error);
        });
        if (again) await pause(REST_MS);
      }
      looking = null;
    })();
    return looking;
  }

  return {
    on(event, handle) {
      handlers.set(event, [...(handlers.get(event) ?? []), handle]);
    },
    async start() {
      timer = setInterval(wake, LOOK_EVERY_MS);
      await wake();
    },
    nudge() {
      if (timer !== null) void wake();
    },
    async settle() {
      for (let busy = true; busy; ) {
        busy = (await relay()).moved.size > 0;
        for (const event of handlers.keys()) {
          const { done, failure } = await run(event);
          if (failure !== undefined) throw failure;
          busy ||= done > 0;
        }
      }
    },
    async [Symbol.asyncDispose]() {
      ended = true;
      if (timer !== null) clearInterval(timer);
      await looking;
      const opened = await ready?.catch(() => null);
      await opened?.stop({ graceful: false, close: false });
    },
  };
}

/** The queue shares our pool. It supervises itself only to give back the jobs of a process that hangs. */
async function openQueue(db: Kysely<unknown>, events: readonly string[]): Promise<PgBoss> {
  const boss = new PgBoss({
    db: fromKysely(db),
    schedule: false,
    registerInstance: false,
    superviseIntervalSeconds: 60,
    monitorIntervalSeconds: 60,
    monitorVacuum: false,
    reindex: false,
    openTelemetry: { enabled: false },
  });
  boss.on('error', () => {});
  await boss.start();
  for (const event of events) await boss.createQueue(event, queue);
  return boss;
}

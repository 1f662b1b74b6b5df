/** The whole of Upstander for a test: the app, a PostgreSQL database of its own, a clock that can be set. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { buildApp, type Staging } from '../src/app.ts';
import { readConfig } from '../src/platform/config.ts';
import { changes, freePort } from '../src/platform/db/index.ts';
import { matchInstallation, type NewInstallation, newInstallation } from '../src/platform/installation.ts';
import { jobs } from '../src/platform/jobs/index.ts';
import { makeRoot, type Root } from '../src/platform/keys/root.ts';
import type { World } from '../src/world.ts';
import { built } from './built.ts';
import { type TestClock, testClock } from './clock.ts';
import { testDatabase } from './database.ts';

export interface TestWorld extends World, AsyncDisposable {
  app: FastifyInstance;
  clock: TestClock;
  /** The installation's root with its secret, to sign readers with. */
  root: Root;
  /** Runs the relay and every handler until nothing is left to do; throws the first failure. */
  settle(): Promise<void>;
  /** Listens at `config.publicUrl` and returns it. */
  listen(): Promise<string>;
}

export interface WorldOptions {
  /** The instant the clock stands at. */
  now?: string;
  kind?: NewInstallation['kind'];
  env?: Readonly<Record<string, string>>;
  /** What a test may set otherwise: conditions of intake, allowances, log. */
  staging?: Staging;
  /** For browsers: builds what they load, where the source has changed. */
  browsers?: boolean;
  /** Public pages are kept until something changes, as in a server. Without it each is made anew. */
  keeps?: boolean;
}

/** `await using here = await world()`. Nothing is seeded; each world is alone in its database and data folder. */
export async function world(options: WorldOptions = {}): Promise<TestWorld> {
  const { now, kind = 'demonstration', env = {}, browsers = false, staging, keeps = false } = options;
  if (browsers) await built();
  await using started = new AsyncDisposableStack();
  const data = await mkdtemp(join(tmpdir(), 'upstander-world-'));
  started.defer(() => rm(data, { recursive: true }));
  const port = await freePort();
  const config = readConfig({ UPSTANDER_DATA: data, PORT: String(port), LOG_LEVEL: 'silent', ...env });

  const root = makeRoot();
  const name = { en: 'Door of the City', ar: 'باب المدينة' };
  const installation = newInstallation({
    kind,
    root: root.public,
    name,
    zone: 'Africa/Cairo',
    country: 'demo',
  });
  const database = started.use(await testDatabase());
  await matchInstallation(database.db, installation);

  const clock = testClock(now);
  const work = started.use(jobs(database.db));
  const files = resolve('dist/assets');
  const heard = keeps ? started.use(await changes(database.url, 'upstander_public')) : null;
  const base = { config, installation, database, clock, jobs: work, files };
  const app = await buildApp(heard === null ? base : { ...base, changed: heard.at }, staging);
  started.defer(() => app.close());

  const ended = started.move();
  return {
    config,
    installation,
    database,
    clock,
    jobs: work,
    files,
    app,
    root,
    async settle() {
      await work.settle();
      await heard?.caughtUp();
    },
    async listen() {
      await app.listen({ host: config.host, port });
      return config.publicUrl;
    },
    [Symbol.asyncDispose]: () => ended.disposeAsync(),
  };
}

/** Brings up everything a running Upstander is made of, in order, and takes it down in the opposite order. */
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { tick, ticking } from './answer/index.ts';
import { buildApp, clockOfAsks, watching } from './app.ts';
import { copiesOfRooms } from './backup.ts';
import { countCarried, countHeld, letInDue } from './casework/index.ts';
import { type Progress, progressOn } from './cli/progress.ts';
import { say } from './cli/say.ts';
import {
  createDemonstration,
  demoLinks,
  demonstrationSecrets,
  type Filled,
  fillBeside,
  furnish,
  isFilled,
  linkLines,
} from './demo/index.ts';
import { keeping } from './platform/backup/index.ts';
import { systemClock } from './platform/clock.ts';
import { type Config, configFromEnvironment, isLoopback } from './platform/config.ts';
import { changes, freePort, migrate, openDatabase } from './platform/db/index.ts';
import { closeInOrder, serveMetrics } from './platform/http/index.ts';
import { matchInstallation, openInstallation, refuseOrphan } from './platform/installation.ts';
import { jobs } from './platform/jobs/index.ts';
import { Refusal } from './platform/refusal.ts';
import { keepTo } from './platform/retention/index.ts';
import { measuredLoad, metricsText } from './platform/watch/index.ts';
import { keptHere } from './retention.ts';
import type { World } from './world.ts';

export interface Serving {
  /** The folder of built files. */
  files: string;
  /** Told when the database went away and could not be had back. */
  lost(error: Error): void;
  /** A line for the terminal. */
  print(line: string): void;
}

/** Listening when it returns. Refusals of the configuration, the data folder and the database come from here. */
export async function serve({ files, lost, print }: Serving): Promise<AsyncDisposable> {
  await using started = new AsyncDisposableStack();
  const config = await withPort(configFromEnvironment());
  const found = await openInstallation(config.data);
  if (found?.kind !== 'real') stayOnThisMachine(config);

  const database = started.use(await openDatabase(config, { serving: { port: config.port, lost } }));
  await migrate(database.db);
  if (found === null) await refuseOrphan(database.db, config.data);
  const installation = found ?? (await createDemonstration(config.data));
  await matchInstallation(database.db, installation);

  const failed = (event: string) => print(`A task (${event}) did not work and is tried again.`);
  const work = started.use(jobs(database.db, { failed }));
  const heard = started.use(await changes(database.url, 'upstander_public'));
  const base = { config, installation, database, clock: systemClock, jobs: work, files };
  const watched = watching(base, started.use(measuredLoad()));
  const world: World = { ...base, changed: heard.at, watching: watched };
  if (installation.kind === 'demonstration') await furnish(await stageOf(world));
  const app = await buildApp(world);
  started.defer(() => closeInOrder(app));
  const asks = ticking({
    zone: installation.zone,
    clock: systemClock,
    async run() {
      await tick(clockOfAsks(world));
      const needs = { db: database.db, clock: systemClock, installation };
      await countCarried(needs);
      await countHeld(needs);
      await letInDue(needs);
      await keepTo(needs, keptHere(needs));
      work.nudge();
    },
    failed: () => print('The clock of requests did not run and is tried again in a minute.'),
  });
  started.use(asks);
  const { to, folder } = config.backup;
  if (to !== null && folder !== null) {
    const needs = {
      config,
      installation,
      url: database.url,
      db: database.db,
      clock: systemClock,
      to,
      folder,
    };
    const rooms = copiesOfRooms(systemClock);
    started.use(keeping({ ...needs, rooms, failed: (error) => print(`No backup was made. ${say(error)}`) }));
  }
  // Before anybody can answer: what fell due while nothing ran is written first.
  await asks.look();
  await listen(app, config);
  if (config.metricsPort !== null) {
    const { look, counts } = watched;
    started.use(await serveMetrics(config.metricsPort, async () => metricsText(await look(), counts.told())));
  }
  for (const line of welcome(world)) print(line);
  await work.start();
  if (installation.kind === 'demonstration') {
    await patiently(() => show(world, print));
    const filled = await patiently(async () => isFilled(await stageOf(world)));
    if (!filled) started.use(beside(world, print));
  }
  return started.move();
}

/** The database may go away and come back at any moment, also while nobody waits for an answer. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries === 20) throw error;
      await pause(500);
    }
  }
}

async function stageOf({ config, installation, database: { db }, clock }: World) {
  return { db, clock, installation, secrets: await demonstrationSecrets(config.data) };
}

/** How to come in. */
async function show(world: World, print: Serving['print']): Promise<void> {
  const { secrets, ...needs } = await stageOf(world);
  for (const line of linkLines(await demoLinks(needs, world.config.publicUrl), secrets.phrase)) print(line);
}

/** The invented reports come while the first page already answers; one line says how far they are. */
function beside({ config }: World, print: Serving['print']): Filled {
  let bar: Progress | null = null;
  const filled = fillBeside(config, (done, total) => {
    bar ??= progressOn(process.stderr, () => performance.now(), { label: 'Invented reports', total });
    bar.step();
    if (done === total) bar[Symbol.dispose]();
  });
  filled.done.catch((error: Error) => {
    print(`Some invented reports are missing (${error.message}). Starting again goes on with them.`);
  });
  return filled;
}

async function withPort(config: Config): Promise<Config> {
  if (config.port !== 0) return config;
  const port = await freePort();
  return { ...config, port, publicUrl: config.publicUrl.replace(/:0$/, `:${port}`) };
}

function stayOnThisMachine({ host }: Config): void {
  if (!isLoopback(host)) throw new Refusal('not_loopback', { host });
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') throw new Refusal('port_taken', { port, other: port + 1 });
    throw error;
  }
}

function welcome({ config, installation }: World): string[] {
  const demonstration =
    installation.kind === 'demonstration'
      ? ['A demonstration: people, places and reports are invented. Only this machine can open it.']
      : [];
  return [
    '',
    `Upstander is open at ${config.publicUrl}`,
    ...demonstration,
    `Everything is kept in ${config.data}. Ctrl-C stops it.`,
    '',
  ];
}

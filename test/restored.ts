/** A backup of a test's world, and what comes back of it in a second data folder and a second database. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildApp } from '../src/app.ts';
import { copiesOfRooms } from '../src/backup.ts';
import { type Made, makeBackup, type Replayed, restore, writeApart } from '../src/platform/backup/index.ts';
import { readConfig } from '../src/platform/config.ts';
import { jobs } from '../src/platform/jobs/index.ts';
import { newIdentity, recipientOf, toBase64url } from '../src/platform/keys/index.ts';
import { testDatabase } from './database.ts';
import type { TestWorld } from './world.ts';

export interface Office extends AsyncDisposable {
  folder: string;
  identity: string;
  /** Everything as it is now. */
  backup(): Promise<Made>;
  /** The list of what was withdrawn, as the server writes it. */
  list(): Promise<string>;
  /** On another machine: `apart` are lists of withdrawals. */
  bringBack(file: string, apart?: readonly string[]): Promise<SecondWorld>;
}

export type SecondWorld = Pick<
  TestWorld,
  'app' | 'config' | 'clock' | 'database' | 'installation' | 'settle'
> & { replayed: Replayed | null } & AsyncDisposable;

export async function office(here: TestWorld): Promise<Office> {
  const { installation, config, clock, database } = here;
  const { salt, formSecret, ...open } = installation;
  const written = { ...open, salt: toBase64url(salt), formSecret: toBase64url(formSecret) };
  await writeFile(join(config.data, 'installation.json'), JSON.stringify(written));
  const folder = await mkdtemp(join(tmpdir(), 'upstander-test-backup-'));
  const identity = newIdentity();
  const rooms = copiesOfRooms(clock);
  const base = { config, installation, clock, rooms, to: await recipientOf(identity), folder };
  const made: AsyncDisposable[] = [];
  return {
    folder,
    identity,
    backup() {
      // A minute later: a name says the minute, and each of a test's files is to have its own.
      clock.pass({ minutes: 1 });
      return makeBackup({ ...base, url: database.url });
    },
    list() {
      clock.pass({ minutes: 1 });
      return writeApart({ ...base, db: database.db });
    },
    async bringBack(file, apart = []) {
      const second = await secondWorld({ file, identity, apart }, here.clock);
      made.push(second);
      return second;
    },
    async [Symbol.asyncDispose]() {
      for (const one of made) await one[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
}

interface From {
  file: string;
  identity: string;
  apart: readonly string[];
}

/** Another machine, with nothing on it but what the files bring. */
export async function secondWorld(from: From, clock: TestWorld['clock']): Promise<SecondWorld> {
  await using started = new AsyncDisposableStack();
  const data = await mkdtemp(join(tmpdir(), 'upstander-test-second-'));
  started.defer(() => rm(data, { recursive: true }));
  const database = started.use(await testDatabase({ empty: true }));
  const config = {
    ...readConfig({ UPSTANDER_DATA: data, LOG_LEVEL: 'silent' }),
    databaseUrl: database.url,
  };
  const { installation, replayed } = await restore({ ...from, config, rooms: copiesOfRooms(clock) });
  const work = started.use(jobs(database.db));
  const base = { config, installation, database, clock, jobs: work, files: resolve('dist/assets') };
  const app = await buildApp(base);
  started.defer(() => app.close());
  const ended = started.move();
  return {
    config,
    installation,
    database,
    clock,
    app,
    replayed,
    settle: () => work.settle(),
    [Symbol.asyncDispose]: () => ended.disposeAsync(),
  };
}

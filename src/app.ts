/** The composition root: the only file that knows every room and hands each what it needs of the others. */
import type { FastifyInstance } from 'fastify';
import * as answer from './answer/index.ts';
import type { Conditions } from './casework/index.ts';
import * as casework from './casework/index.ts';
import { boxRoutes } from './demo/mail/routes.ts';
import { age, copying } from './platform/backup/index.ts';
import {
  type Allowances,
  http,
  type Log,
  lineLog,
  readAssets,
  shelf,
  usualAllowances,
  waiting,
  withFiles,
} from './platform/http/index.ts';
import { assertBounds } from './platform/keys/index.ts';
import * as mail from './platform/mail/index.ts';
import { placeReader } from './platform/place/index.ts';
import { type Load, requestCounts, watch } from './platform/watch/index.ts';
import { waysFrom } from './platform/ways.ts';
import * as report from './report/index.ts';
import { keptHere } from './retention.ts';
import * as talkDesk from './talk/desk/index.ts';
import * as talk from './talk/pages/index.ts';
import { HealthPage, ProblemPage } from './web/index.ts';
import type { Watching, World } from './world.ts';

/** What only a test or a benchmark says. */
export interface Staging {
  conditions?: Conditions;
  allowances?: Allowances | 'none';
  log?: Log;
  /** How long a sender without script waits, and how many may at once. */
  patience?: { ms: number; most: number };
  /** The most files that may wait for their report. */
  waiting?: NonNullable<report.ReportDeps['waiting']>;
  /** How long a mail server that could not be reached is left alone, in milliseconds. */
  mailRests?: number;
}

/** Every room with what it needs, and every route of the house. */
export function rooms(world: World, staging: Staging = {}) {
  const { config, installation, clock } = world;
  const { db } = world.database;
  const built = readAssets(world.files, {
    __UPSTANDER_ROOT__: installation.root,
    __UPSTANDER_INSTALLATION__: installation.id,
  });
  const kept = keptHere({ db, installation, clock });
  const recordings = report.recordings(config.data);
  const assets = withFiles(built, recordings.files);
  const base = { db, installation, clock };
  const places = placeReader(db);
  const copied = copying(config, installation, clock);
  const setUp = {
    exit: config.leaveUrl,
    mailFrom: mail.canMail(world) ? (config.mail.from?.address ?? 'demonstration') : null,
    copied: async () => (await copied()) !== null,
  };
  const asked = { ...base, publicUrl: () => config.publicUrl, setUp };
  const today: Conditions = { missing: () => casework.missing(asked) };
  const desk = { ...base, conditions: staging.conditions ?? today };
  const publics: answer.PublicDeps = {
    ...base,
    publicUrl: () => config.publicUrl,
    shelf: shelf({ changed: world.changed ?? (() => null), clock, zone: installation.zone }),
  };
  const telling: report.ReportDeps = {
    ...base,
    places,
    lines: casework.lawfulLines(base),
    capacity: () => casework.capacity(base),
    intake: () => casework.intake(desk),
    beyond: answer.beyond(base),
    answers: () => answer.latest(publics),
    readers: () => report.entriesReader(db).all(),
    scripts: () => assets.scriptHashes(),
    copied,
    kept,
    heldShare: () => casework.heldShare(base),
    recording(language, page) {
      const name = recordings.nameOf(language, page);
      return name === null ? null : assets.url(name);
    },
    ...(staging.waiting ? { waiting: staging.waiting } : {}),
    ...(staging.patience ? { patience: staging.patience } : {}),
  };
  const opening: casework.CaseworkDeps = {
    ...desk,
    places,
    publicUrl: () => config.publicUrl,
    canMail: () => mail.canMail(world),
    report: telling,
    setUp,
    kept,
    letter: { address: config.postAddress, first: config.mail.language },
  };
  const officer: answer.OfficerDeps = {
    ...base,
    places,
    canMail: () => mail.canMail(world),
    publicUrl: () => config.publicUrl,
  };
  const talking: talkDesk.TalkDeskDeps = {
    ...base,
    reading: talkDesk.readingIn(config.data),
    publicUrl: () => config.publicUrl,
  };
  const shown = installation.kind === 'demonstration' ? boxRoutes({ config, installation }) : [];
  const routes = [
    ...report.routes(telling),
    ...waiting(answer.publicRoutes(publics)),
    ...answer.officerRoutes(officer),
    ...waiting(talk.routes({ ...base, publicUrl: () => config.publicUrl, sites: config.talkSites })),
    ...casework.routes(opening),
    ...talkDesk.deskRoutes(talking),
    ...shown,
  ];
  return { assets, base, opening, publics, routes };
}

/** What the clock of asks needs of the house. */
export function clockOfAsks(
  world: Pick<World, 'installation' | 'database' | 'clock' | 'config'>,
): answer.TickDeps {
  const { installation, database, clock, config } = world;
  const reminds = async (...reminder: Parameters<typeof answer.remind>) =>
    mail.canMail(world) && answer.remind(...reminder);
  const tell: answer.TickDeps['tell'] = (tx) => mail.postTask(tx, config.mail);
  return { db: database.db, installation, clock, remind: reminds, tell };
}

/** How an installation is watched, from its first answer on. */
export function watching(
  world: Pick<World, 'config' | 'database' | 'installation' | 'clock'>,
  load?: Load,
): Watching {
  const { config, database } = world;
  return {
    look: watch({
      db: database.db,
      data: config.data,
      mails: mail.canMail(world),
      backupAge: () => age(config, world.installation, world.clock),
      ...(load === undefined ? {} : { load }),
    }),
    counts: requestCounts(),
    ...(load === undefined ? {} : { load }),
  };
}

/** Ready to listen. Throws when a bound of our keys does not hold: then nothing may be sealed. */
export async function buildApp(world: World, staging: Staging = {}): Promise<FastifyInstance> {
  assertBounds();
  const { config, installation, clock, jobs } = world;
  const { look, counts, load } = world.watching ?? watching(world);
  const { assets, base, opening, publics, routes } = rooms(world, staging);
  casework.listen(jobs, opening);
  const { mailRests: restMs } = staging;
  mail.listen(jobs, { ...base, config, ...(restMs === undefined ? {} : { restMs }) });
  answer.listen(jobs, { ...base, mail: config.mail });

  return http({
    routes,
    publicUrl: () => config.publicUrl,
    onionUrl: config.onionUrl,
    securityContact: config.securityContact,
    leaveUrl: config.leaveUrl,
    trustProxy: config.trustProxy,
    demonstration: installation.kind === 'demonstration',
    organisation: installation.name,
    clock,
    log: staging.log ?? lineLog(config.logLevel),
    assets,
    shelf: publics.shelf,
    ...(load === undefined ? {} : { load }),
    allowances: staging.allowances ?? usualAllowances,
    whoIs: (cookie) => casework.whoIs(base, cookie),
    problemPage: (problem, asked) => ProblemPage({ problem, asked }),
    health: {
      look,
      counts,
      page: (vitals, asked) => HealthPage({ vitals, asked, command: waysFrom().command }),
    },
  });
}

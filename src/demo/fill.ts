/**
 * Fills the inbox of the demonstration with its invented reports, as if it had been open for weeks: each is told, sealed,
 * claimed, opened and answered by the same use cases as a real one, with the clock set to its day. A report that is
 * already there is left as it is, so a kill in the middle and a second run do no harm.
 */
import { type Clock, dayIn } from '../platform/clock.ts';
import type { Jobs } from '../platform/jobs/index.ts';
import { codeList, type Scrypt, toBase64url } from '../platform/keys/index.ts';
import { nodeScrypt } from '../platform/keys/node-scrypt.ts';
import { reportId } from '../platform/keys/receipt.ts';
import { placeReader } from '../platform/place/index.ts';
import {
  currentReaders,
  entriesReader,
  reportReader,
  type Submission,
  sealReport,
  submit,
} from '../report/index.ts';
import { areAsked, fillAsks } from './asks.ts';
import { demoAsks } from './content/asks.ts';
import { type DemoReport, demoReports } from './content/index.ts';
import { fillCorrections } from './corrections.ts';
import { missing, passing, tellPassing } from './crowd.ts';
import type { Stage } from './furnish.ts';
import { live, type Told } from './live.ts';
import { fillTalk } from './talk.ts';
import { fillThreads } from './threads.ts';

export interface Filling extends Stage {
  jobs: Jobs;
}

/** `did` is told after each report and each ask, with how many there are in all. */
export async function fill(filling: Filling, did: (done: number, total: number) => void): Promise<void> {
  const all = planned(filling);
  const total = all.length + passing(filling).length + demoAsks.length;
  let done = 0;
  const step = () => did(++done, total);
  for (const plan of all) {
    if (!(await isThere(filling, plan))) await one(filling, plan);
    step();
  }
  await fillThreads(filling);
  await tellPassing(filling, step);
  await fillAsks(filling, step);
  await fillCorrections(filling);
  await fillTalk(filling);
}

/** Whether nothing is left to do. */
export async function isFilled(stage: Stage): Promise<boolean> {
  for (const plan of planned(stage)) if (!(await isThere(stage, plan))) return false;
  return (await missing(stage, passing(stage))).length === 0 && (await areAsked(stage));
}

interface Plan {
  report: DemoReport;
  seed: Uint8Array;
}

const planned = ({ clock, installation, secrets }: Stage): Plan[] =>
  demoReports(dayIn(installation.zone, clock.now())).map((report, n) => {
    return { report, seed: secrets.seed(`report ${n}`).slice(0, 16) };
  });

/** Also when somebody withdrew it: then it stays away. */
async function isThere({ db }: Stage, { seed }: Plan): Promise<boolean> {
  const known = reportReader(db);
  const id = reportId(seed);
  return (await known.byId(id)) !== null || (await known.tombstone(id)) !== null;
}

async function one(filling: Filling, { report, seed }: Plan): Promise<void> {
  const told = await tell(filling, report, { seed });
  await filling.jobs.settle();
  for (const step of report.steps) await live(filling, told, step);
}

/** The morning of a day, never later than now. */
export function clockOn(day: string, clock: Clock): Clock {
  const morning = new Date(`${day}T08:00:00Z`);
  return { now: () => (morning < clock.now() ? morning : clock.now()) };
}

/** By a phone of its own: `seed` is what it would have drawn. `scrypt` stretches its code. */
export async function tell(
  filling: Filling,
  report: DemoReport,
  { seed, scrypt = nodeScrypt }: { seed: Uint8Array; scrypt?: Scrypt },
): Promise<Told> {
  const { db, installation } = filling;
  const clock = clockOn(report.arrived, filling.clock);
  const readers = () => entriesReader(db).all();
  const { active } = await currentReaders({ readers, clock, installation });
  const leaveOut = report.answers.leaveOut.map((person) => `reader-${person}`);
  const sealed = await sealReport({ ...report.answers, leaveOut }, seed, {
    installation: installation.id,
    salt: toBase64url(installation.salt),
    list: codeList(report.language),
    readers: active,
    language: report.language,
    cameBy: report.cameBy,
    scrypt,
  });
  if (sealed === null) throw new Error('A report of the demonstration has no reader');
  const { submission }: { submission: Submission } = sealed;
  const needs = {
    db,
    clock,
    installation,
    places: placeReader(db),
    readers,
    intake: async () => ({ open: true }) as const,
  };
  await submit(needs, submission, report.cameBy === 'self' ? 'server' : 'desk');
  return { report, code: sealed.code, submission };
}

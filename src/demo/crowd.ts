/** The many: told, sealed and sent like all others, but by people who never come back, so that no code is stretched. */
import { act, openReport } from '../casework/index.ts';
import { addDays, type Day, dayIn } from '../platform/clock.ts';
import { type Scrypt, sha256, toBase64url } from '../platform/keys/index.ts';
import { reportId } from '../platform/keys/receipt.ts';
import { placeReader } from '../platform/place/index.ts';
import { Refusal } from '../platform/refusal.ts';
import { reportReader } from '../report/index.ts';
import { demoAsks } from './content/asks.ts';
import { passersBy, tellersOf } from './content/crowd.ts';
import type { DemoReport } from './content/report.ts';
import { clockOn, type Filling, tell } from './fill.ts';
import type { Stage } from './furnish.ts';
import { personOf } from './live.ts';

/** With the stories, about four hundred reports in all. */
const passers = 270;

/** A tenth of a second for each code is for those who may be guessed at; nobody keeps these. */
const unstretched: Scrypt = async (secret, salt) => sha256(`${toBase64url(secret)} ${toBase64url(salt)}`);

export interface Teller {
  report: DemoReport;
  seed: Uint8Array;
}

/** Of each ask, in the order of the asks. */
export function tellers({ clock, installation, secrets }: Stage): Teller[][] {
  const today = dayIn(installation.zone, clock.now());
  return demoAsks.map((ask, at) =>
    tellersOf(ask, today).map((report, n) => ({
      report,
      seed: secrets.seed(`teller ${at} ${n}`).slice(0, 16),
    })),
  );
}

/** Those behind no ask. */
export function passing({ clock, installation, secrets }: Stage): Teller[] {
  let drawn = 0;
  const draw = (below: number) => {
    const [a = 0, b = 0, c = 0] = secrets.seed(`passer ${drawn++}`);
    return ((a << 16) | (b << 8) | c) % below;
  };
  const today = dayIn(installation.zone, clock.now());
  return passersBy(passers, today, draw).map((report, n) => ({
    report,
    seed: secrets.seed(`passing ${n}`).slice(0, 16),
  }));
}

/** Those of them that were not there yet, in the inbox by now. `did` is told of each, also of those that were. */
export async function tellAll(
  filling: Filling,
  all: readonly Teller[],
  did: () => void = () => {},
): Promise<Teller[]> {
  const untold = await missing(filling, all);
  for (let skipped = untold.length; skipped < all.length; skipped++) did();
  for (const teller of untold) {
    await tell(filling, teller.report, { seed: teller.seed, scrypt: unstretched });
    did();
  }
  await filling.jobs.settle();
  return untold;
}

/** So many at a time: a kill in between leaves no more of them unread. */
const atOnce = 30;

/** Those behind no ask: told, and what came more than two weeks ago was read and closed within a week. */
export async function tellPassing(filling: Filling, did: () => void): Promise<void> {
  const all = passing(filling);
  const today = dayIn(filling.installation.zone, filling.clock.now());
  for (let from = 0; from < all.length; from += atOnce) {
    const told = await tellAll(filling, all.slice(from, from + atOnce), did);
    for (const [n, teller] of told.entries()) {
      const closed = addDays(teller.report.arrived, 3 + (n % 4));
      if (closed >= addDays(today, -10)) continue;
      const who = n % 2 === 0 ? 'ines' : 'omar';
      await readBy(filling, who, teller);
      await closeBy(filling, who, { teller, closed });
    }
  }
}

/** Who has claimed it closes it. */
export async function closeBy(
  filling: Filling,
  who: string,
  { teller, closed }: { teller: Teller; closed: Day },
): Promise<void> {
  const { db, installation } = filling;
  const needs = { db, installation, clock: clockOn(closed, filling.clock), places: placeReader(db) };
  const reason = closed.endsWith('5') ? 'no_answer' : 'done_with_her';
  await act(needs, { person: personOf(who), report: idOf(teller), move: { do: 'close', reason } });
}

export async function missing({ db }: Pick<Stage, 'db'>, all: readonly Teller[]): Promise<Teller[]> {
  const there = new Set((await reportReader(db).byIds(all.map(idOf))).map(({ id }) => id));
  const gone = await Promise.all(
    all.map(async (one) => there.has(idOf(one)) || (await reportReader(db).tombstone(idOf(one))) !== null),
  );
  return all.filter((_, at) => !gone[at]);
}

export const idOf = ({ seed }: Teller): string => reportId(seed);

/** Ines reads what an ask is to stand on, the day after it came. */
export async function readBy(filling: Filling, who: string, { report, seed }: Teller): Promise<void> {
  const { db, installation } = filling;
  const clock = clockOn(addDays(report.arrived, 1), filling.clock);
  const needs = { db, installation, clock, places: placeReader(db) };
  const person = personOf(who);
  await onceFiled(() => act(needs, { person, report: reportId(seed), move: { do: 'claim' } }));
  await openReport(needs, person, reportId(seed));
}

/** The server beside us files what it sees first, so a report may come into the inbox a moment after ours are done. */
async function onceFiled<R>(work: () => Promise<R>): Promise<R> {
  for (let left = 100; ; left--) {
    try {
      return await work();
    } catch (error) {
      if (left === 0 || !(error instanceof Refusal) || error.code !== 'report_not_here') throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

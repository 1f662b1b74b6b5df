/** The many: told, sealed and sent like all others, but by people who never come back, so that no code is stretched. */
import { act, openReport } from '../casework/index.ts';
import { addDays, dayIn } from '../platform/clock.ts';
import { type Scrypt, sha256, toBase64url } from '../platform/keys/index.ts';
import { reportId } from '../platform/keys/receipt.ts';
import { placeReader } from '../platform/place/index.ts';
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

/** Those of them that are not there yet. `did` is told after each. They lie in the inbox once the jobs are settled. */
export async function tellAll(
  filling: Filling,
  all: readonly Teller[],
  did: () => void = () => {},
): Promise<void> {
  const untold = new Set(await missing(filling, all));
  for (const teller of all) {
    if (untold.has(teller)) await tell(filling, teller.report, { seed: teller.seed, scrypt: unstretched });
    did();
  }
  await filling.jobs.settle();
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
  await act(needs, { person, report: reportId(seed), move: { do: 'claim' } });
  await openReport(needs, person, reportId(seed));
}

/** Which of the reports that just came go to the inbox, and which wait in the held queue. */
import { addDays, type Day } from '../../platform/clock.ts';
import type { Kysely } from '../../platform/db/index.ts';
import type { OpenReport } from '../../report/index.ts';
import { floors, type Level, limitOf, pastDays, wayOf } from './model.ts';
import { type Arrival, arrivals } from './store.ts';

/** Where it came from. */
export const atOf = ({ place, cell }: Pick<OpenReport, 'place' | 'cell'>): string => place ?? cell ?? '';

/**
 * In a transaction; others that file wait until it ends. The new ones in order of arrival, each with its way; those that were
 * sorted before keep theirs.
 */
export async function sortOut(
  tx: Kysely<unknown>,
  coming: readonly OpenReport[],
): Promise<Map<string, Arrival['state']>> {
  const store = arrivals(tx);
  await store.alone();
  const known = await store.byIds(coming.map(({ id }) => id));
  const sorted = coming.filter(({ id }) => !known.has(id)).toSorted(inOrder);
  const days = [...new Set(sorted.map(({ arrived }) => arrived))];
  const ways: Arrival[] = [];
  for (const day of days) {
    const ofDay = sorted.filter(({ arrived }) => arrived === day);
    const levels = await levelsOf(tx, day, [...new Set(ofDay.map(atOf))]);
    ways.push(...ofDay.map((report) => oneMore(report, levels)));
  }
  await store.add(ways);
  return new Map([...known, ...ways.map(({ report, state }) => [report, state] as const)]);
}

const minuteOf = ({ arrivedMinute }: OpenReport) => arrivedMinute?.getTime() ?? 0;
const inOrder = (a: OpenReport, b: OpenReport) => minuteOf(a) - minuteOf(b) || (a.id < b.id ? -1 : 1);

interface Levels {
  all: Level;
  places: ReadonlyMap<string, Level>;
}

function oneMore(report: OpenReport, { all, places }: Levels): Arrival {
  const at = atOf(report);
  const place = places.get(at) ?? { came: 0, limit: floors.place };
  const way = wayOf({ soon: report.soon, assisted: report.cameBy !== 'self' }, { place, all });
  if (way.state === 'let_in') {
    place.came++;
    all.came++;
  }
  return { report: report.id, at, day: report.arrived, ...way };
}

async function levelsOf(tx: Kysely<unknown>, day: Day, at: readonly string[]): Promise<Levels> {
  const from = addDays(day, -pastDays);
  const store = arrivals(tx);
  const [ofPlaces, ofAll] = [await store.usual(at, from, day), await store.usualOfAll(from, day)];
  const byPlace = Map.groupBy(ofPlaces, (one) => one.at);
  const floorOf = (one: string) => (one === '' ? floors.nowhere : floors.place);
  return {
    all: levelOf(ofAll, day, floors.all),
    places: new Map(at.map((one) => [one, levelOf(byPlace.get(one) ?? [], day, floorOf(one))])),
  };
}

function levelOf(usual: readonly { day: Day; came: number }[], day: Day, floor: number): Level {
  const byDay = new Map(usual.map((one) => [one.day, one.came]));
  const past = Array.from({ length: pastDays }, (_, n) => byDay.get(addDays(day, n - pastDays)) ?? 0);
  return { came: byDay.get(day) ?? 0, limit: limitOf(past, floor) };
}

/** What the pages of telling say about today: who reads, which places there are, how full we are, what is missing. */
import { addDays, type Day, dayIn } from '../platform/clock.ts';
import type { T } from '../platform/i18n/index.ts';
import type { Reader } from '../platform/keys/index.ts';
import type { Place } from '../platform/place/index.ts';
import { activeOrNone, ours } from './chain/current.ts';
import type { Intake, ReportDeps } from './deps.ts';
import { leavingFrom, opensFor } from './leaving-out.ts';
import { type Country, type Line, mayWrite } from './lines/index.ts';
import { type Fields, whereFrom } from './questions.ts';
import type { FindRecording } from './recordings/index.ts';
import type { Asking } from './views/asking.ts';
import type { Capacity } from './wire.ts';

export interface Situation {
  today: Day;
  yesterday: Day;
  /** Every reader who counts; empty when the list does not verify: then nothing is sealed. */
  active: readonly Reader[];
  readers: readonly Reader[];
  places: readonly Place[];
  lines: readonly Line[];
  country: Country | null;
  capacity: Capacity;
  intake: Intake;
  /** Under 18 may be told to somebody: a child-trained reader of ours, and a checked duty text. */
  minors: boolean;
  recording: FindRecording;
  /** Within how many hours it is copied elsewhere; null: not yet. */
  copied: { hours: number } | null;
}

export async function situation(deps: ReportDeps): Promise<Situation> {
  const [active, places, lines, country, capacity, intake, copied] = await Promise.all([
    activeOrNone(deps),
    deps.places.all(),
    deps.lines.lines(),
    deps.lines.country(),
    deps.capacity(),
    deps.intake(),
    deps.copied?.() ?? null,
  ]);
  const today = dayIn(deps.installation.zone, deps.clock.now());
  const readers = ours(active);
  return {
    today,
    yesterday: addDays(today, -1),
    active,
    readers,
    places,
    lines,
    country,
    capacity,
    intake,
    copied,
    recording: deps.recording ?? (() => null),
    minors: mayWrite(country) && readers.some(({ childTrained }) => childTrained),
  };
}

export const mostPlaces = 6;

/** For the views of the questions. `typed`: what was searched for; `found`: the places offered, else the first few. */
export function askingFor(
  now: Situation,
  given: {
    t: T;
    mode: Asking['mode'];
    organisation: string;
    fields: Fields;
    typed?: string;
    found?: readonly Place[];
  },
): Asking {
  const { t, mode, organisation, fields, typed, found } = given;
  const where = whereFrom(fields);
  const opens = opensFor(leavingFrom(fields, now.active));
  const chosen = where && 'place' in where ? where.place : '';
  return {
    t,
    mode,
    organisation,
    today: now.today,
    yesterday: now.yesterday,
    readers: now.readers,
    active: now.active,
    opens: opens.length > 0 ? opens : now.readers,
    recording: now.recording,
    places: found ?? now.places.slice(0, mostPlaces),
    typed: typed ?? null,
    hasPlaces: now.places.length > 0,
    chosen: now.places.find(({ id }) => id === chosen) ?? null,
  };
}

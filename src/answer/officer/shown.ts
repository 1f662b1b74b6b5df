/** What an officer's page may show of an ask: what everybody may see, and nothing else. */
import type { Day } from '../../platform/clock.ts';
import { areaReader } from '../area/store.ts';
import { type PublicAsk, publicAsk } from '../ask/public.ts';
import { type AskWay, askReader } from '../ask/store.ts';
import { bodyReader } from '../body/store.ts';
import { type Named, wantedReader } from '../names/store.ts';
import type { Wanted } from '../views/name.tsx';
import type { OfficerDeps } from './deps.ts';

export interface Shown {
  way: AskWay;
  ask: PublicAsk;
  wanted: Wanted;
  /** The ask made otherwise, shown by the same names. */
  as(way: AskWay): PublicAsk | null;
}

/** Null while it is paused, and for what was never sent. */
export async function shownAsk(
  { db, places }: Pick<OfficerDeps, 'db' | 'places'>,
  id: string,
  today: Day,
): Promise<Shown | null> {
  const way = await askReader(db).byId(id);
  if (way === null) return null;
  const { body, about } = way.ask;
  const [named, place, areas, wanted] = await Promise.all([
    bodyReader(db).byId(body),
    'place' in about ? places.byId(about.place) : null,
    'area' in about ? areaReader(db).all() : [],
    wantedOf(db),
  ]);
  const names = {
    bodies: mapOf(named === null ? [] : [named]),
    places: mapOf(place === null ? [] : [place]),
    areas: mapOf(areas),
  };
  const as = (one: AskWay) => publicAsk(one, names, today);
  const ask = as(way);
  return ask === null ? null : { way, ask, wanted, as };
}

const mapOf = <One extends { id: string }>(all: readonly One[]): ReadonlyMap<string, One> =>
  new Map(all.map((one) => [one.id, one]));

async function wantedOf(db: OfficerDeps['db']): Promise<Wanted> {
  const kinds: readonly Named[] = ['body', 'area', 'place'];
  const all = await Promise.all(kinds.map((what) => wantedReader(db).wanted(what)));
  return new Set(kinds.flatMap((what, at) => (all[at] ?? []).map((id) => `${what} ${id}`)));
}

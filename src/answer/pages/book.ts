/**
 * Everything public pages are made of, read once and kept until something changes. Nobody who makes a page has anything
 * else to read: what is not in here is on no page.
 */
import type { Day } from '../../platform/clock.ts';
import type { Kysely } from '../../platform/db/index.ts';
import { type MappedPlace, type Point, placeReader } from '../../platform/place/index.ts';
import { areaMiddles } from '../area/middles.ts';
import { type Areas, upFrom } from '../area/model.ts';
import { areaReader } from '../area/store.ts';
import type { AskEvent } from '../ask/model.ts';
import { type PublicAsk, publicAsk } from '../ask/public.ts';
import { askReader } from '../ask/store.ts';
import type { Body } from '../body/model.ts';
import { bodyReader } from '../body/store.ts';
import { type Correction, type OwnRow, ownRow } from '../correction/model.ts';
import { correctionReader } from '../correction/store.ts';
import { type Named, wantedReader } from '../names/store.ts';
import type { Wanted } from '../views/name.tsx';
import { maybeTabled } from './figures.ts';

export interface Book {
  today: Day;
  /** Every ask that has a page, oldest first. */
  asks: readonly PublicAsk[];
  /** Those that may stand in a table or list, oldest first. */
  tabled: readonly PublicAsk[];
  byId: ReadonlyMap<string, PublicAsk>;
  /** Taken off the pages for someone's safety. */
  paused: ReadonlySet<string>;
  /** For the arithmetic of the clock. */
  events: ReadonlyMap<string, readonly AskEvent[]>;
  bodies: ReadonlyMap<string, Body>;
  areas: Areas;
  /** Where areas and places lie, roughly: 'area weavers', 'place tram-1'. */
  middles: ReadonlyMap<string, Point>;
  places: ReadonlyMap<string, MappedPlace>;
  /** Ids of the areas a place that was asked about lies in, and of those they lie in. */
  areasOf: ReadonlyMap<string, readonly string[]>;
  wanted: Wanted;
  corrections: readonly Correction[];
  own: OwnRow;
}

export async function openBook(db: Kysely<unknown>, today: Day): Promise<Book> {
  const [ways, bodyList, areaList, placeList, corrections, wanted] = await Promise.all([
    askReader(db).all(),
    bodyReader(db).all(),
    areaReader(db).all(),
    placeReader(db).all(),
    correctionReader(db).all(),
    wantedNames(db),
  ]);
  const [bodies, areas, places] = [byId(bodyList), byId(areaList), byId(placeList)];
  const asks = ways
    .flatMap((way) => publicAsk(way, { bodies, areas, places }, today) ?? [])
    .sort((a, b) => (a.sent + a.id < b.sent + b.id ? -1 : 1));
  return {
    today,
    asks,
    tabled: asks.filter((ask) => maybeTabled(ask, bodies.get(ask.body.id), today)),
    byId: byId(asks),
    paused: new Set(ways.flatMap(({ ask }) => (ask.paused === null ? [] : [ask.id]))),
    events: new Map(ways.map(({ ask, events }) => [ask.id, events])),
    bodies,
    areas,
    places,
    middles: await areaMiddles(db, placeList),
    areasOf: await areasOf(db, { asks, areas, places }),
    wanted,
    corrections,
    own: ownRow(corrections, today),
  };
}

const byId = <One extends { id: string }>(all: readonly One[]): ReadonlyMap<string, One> =>
  new Map(all.map((one) => [one.id, one]));

async function wantedNames(db: Kysely<unknown>): Promise<Wanted> {
  const kinds: readonly Named[] = ['body', 'area', 'place'];
  const all = await Promise.all(kinds.map((what) => wantedReader(db).wanted(what)));
  return new Set(kinds.flatMap((what, at) => (all[at] ?? []).map((id) => `${what} ${id}`)));
}

/** A line runs through many and lies in none. */
async function areasOf(
  db: Kysely<unknown>,
  { asks, areas, places }: Pick<Book, 'asks' | 'areas' | 'places'>,
): Promise<Map<string, string[]>> {
  const asked = new Set(asks.flatMap(({ about }) => ('place' in about ? [about.place] : [])));
  const found = new Map<string, string[]>();
  for (const id of asked) {
    const cell = places.get(id)?.cell ?? null;
    const lying = cell === null ? [] : await areaReader(db).at(cell);
    const all = lying.flatMap(({ area }) => upFrom(area, areas).map((one) => one.id));
    found.set(id, [...new Set(all)].sort());
  }
  return found;
}

/** What routing has to know about one place, read from the tables. */
import type { Kysely } from '../../platform/db/index.ts';
import { type Cell, placeReader } from '../../platform/place/index.ts';
import { areaReader } from '../area/store.ts';
import { bodyReader } from '../body/store.ts';
import type { Known, Where } from './candidates.ts';

const byId = <T extends { id: string }>(all: readonly T[]): Map<string, T> =>
  new Map(all.map((one) => [one.id, one]));

/** Everything but the cells, for routing many places one after another. */
export async function routing(db: Kysely<unknown>): Promise<(asked: Asked) => Promise<[Where, Known]>> {
  const places = byId(await placeReader(db).all());
  const bodies = byId(await bodyReader(db).all());
  const areas = byId(await areaReader(db).all());
  const ofPlace = await bodyReader(db).ofPlaces();
  return async ({ place, cell, above }) => {
    const named = places.get(place ?? '');
    const at = cell ?? named?.cell ?? null;
    const lying = at === null ? [] : await areaReader(db).at(at);
    return [
      { place: named ?? null, cell: at, above },
      { bodies, areas, places, ofPlace, lying },
    ];
  };
}

export interface Asked {
  /** Id of a named place; one nobody knows is as none. */
  place: string | null;
  /** Resolution 8. Without one the cell of the named place counts. */
  cell: Cell | null;
  above: boolean;
}

/**
 * The one notion of place besides a named place: a hexagon about 1 km across. What a phone may import:
 * no H3 here, only names, rounding and search.
 */
import type { PlaceName } from './fold.ts';

export { foldPlace, readings } from './fold.ts';
export { searchPlaces } from './search.ts';

export type PlaceKind = 'stop' | 'line' | 'area' | 'venue';

/** A named public place. `spellings` are further ways people write it, in any script. */
export interface Place {
  id: string;
  kind: PlaceKind;
  name: PlaceName;
  spellings: readonly string[];
  /** Where a line's two directions go, in the order they are asked; empty for anything else. */
  directions: readonly PlaceName[];
  /** The area or venue it lies in. */
  parent: string | null;
}

/** An H3 index at resolution 8, about 0.7 square km. */
export type Cell = bigint;

/** A place with its cell; a line has none. */
export interface MappedPlace extends Place {
  cell: Cell | null;
}

/** Degrees, WGS 84. */
export interface Point {
  lat: number;
  lng: number;
}

/** Cut to 0.001 degree (about 110 m), the finest a phone sends. Throws RangeError outside the globe. */
export function roundPoint({ lat, lng }: Point): Point {
  if (!(Math.abs(lat) <= 90 && Math.abs(lng) <= 180)) {
    throw new RangeError(`Got ${lat}, ${lng}, expected a latitude up to 90 and a longitude up to 180.`);
  }
  return { lat: toThousandth(lat), lng: toThousandth(lng) };
}

function toThousandth(degrees: number): number {
  return Math.round(degrees * 1000) / 1000 + 0;
}

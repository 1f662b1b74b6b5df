/** An area: a named piece of land, the cells it has a part of, and the body that answers for it. */
import type { Cell, PlaceName } from '../../platform/place/index.ts';

export interface Area {
  /** Matches ^[a-z0-9-]{1,60}$. */
  id: string;
  name: PlaceName;
  /** The area it lies in. */
  parent: string | null;
  /** Null: no one has yet said they answer for it. */
  body: string | null;
  /** SHA-256 of the outline its cells were drawn from, hexadecimal. */
  outline: string;
}

/** How a cell of resolution 8 lies in an area: whole, or with a part of it. */
export interface Lying {
  area: string;
  border: boolean;
}

export type Areas = ReadonlyMap<string, Area>;

/** An area and those it lies in, smallest first. */
export function upFrom(id: string, areas: Areas): Area[] {
  const found: Area[] = [];
  let next = areas.get(id);
  while (next !== undefined && !found.includes(next)) {
    found.push(next);
    next = areas.get(next.parent ?? '');
  }
  return found;
}

/** Areas for which no one answers, nor for any they lie in. Knows of no report: nobody can tell from it where one came from. */
export function unanswered(areas: Areas): Area[] {
  return [...areas.values()].filter(({ id }) => upFrom(id, areas).every(({ body }) => body === null));
}

/** Bits 52 to 55 of an H3 index are its resolution; three bits for each of 15 below them are set where unused. */
const finest = 8;
const resolutionAt = 52n;
const usedBits = 3n;
const most = 15n;

/** A cell of resolution 8 and all it lies below, as they may stand in `area_cell`. Source: H3 index bit layout. */
export function withParents(cell: Cell): bigint[] {
  const cells = [cell];
  for (let resolution = finest - 1; resolution >= 0; resolution -= 1) {
    const from = BigInt(resolution);
    const unused = (1n << (usedBits * (most - from))) - 1n;
    const bare = cell & ~(15n << resolutionAt);
    cells.push(bare | (from << resolutionAt) | unused);
  }
  return cells;
}

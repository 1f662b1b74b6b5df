/**
 * From an outline to H3 cells, coarse inside and fine along the border, in memory that does not grow with the area:
 * only the way down to the present cell is held. `docs/decisions/0013`.
 */
import {
  cellToBoundary,
  cellToChildren,
  cellToLatLng,
  getHexagonEdgeLengthAvg,
  getRes0Cells,
  UNITS,
} from 'h3-js';
import { type Box, type Corner, inBand, inBox, isInside, touches } from './edges.ts';
import type { Outline } from './outline.ts';

export const finest = 8;

/** A cell that lies in the area with all below it, of any resolution up to 8; or, on the border, one of resolution 8. */
export interface Drawn {
  cell: bigint;
  /** The area has a part of it, however small, and not the whole. */
  border: boolean;
}

type State = 'outside' | 'whole' | 'part';

/**
 * How far a cell and everything below it reaches from its middle, in mean edges of its resolution. Cells are not equally
 * large and children stick out of their parent: the farthest corner found is 1.14 away (fill.test.ts looks again).
 */
export const reach = 1.25;
const earth = 6371.007180918475;
const radii = Array.from(
  { length: finest + 1 },
  (_, resolution) => (reach * getHexagonEdgeLengthAvg(resolution, UNITS.km)) / earth,
);

const degrees = 180 / Math.PI;
const idOf = (cell: string) => BigInt(`0x${cell}`);

/** Each cell once, none below another; what is whole is compacted as `compactCells` would. */
export function* fill(outline: Outline): Generator<Drawn> {
  const middle = (outline.west + outline.east) / 2;

  function* visit(cell: string, resolution: number, edges: Iterable<number>): Generator<Drawn, State> {
    const [lat, there] = cellToLatLng(cell);
    const lng = turned(there, middle);
    const box = boxAround(lat, lng, radii[resolution] ?? 0);
    if (box.north < outline.south || box.south > outline.north) return 'outside';
    if (box.east < outline.west || box.west > outline.east) return 'outside';
    const band = inBand(outline, edges, box);
    const near = inBox(outline, band, box);
    const state = () => (isInside(outline, band, [lat, lng]) ? 'whole' : 'outside');
    if (near.length === 0) return state();
    if (resolution < finest) return yield* below(cell, resolution + 1, band);
    const corners = cellToBoundary(cell).map((corner): Corner => [corner[0], turned(corner[1], lng)]);
    if (!near.some((edge) => touches(outline, edge, corners))) return state();
    yield { cell: idOf(cell), border: true };
    return 'part';
  }

  function* below(cell: string, resolution: number, band: readonly number[]): Generator<Drawn, State> {
    const children = cellToChildren(cell, resolution);
    const states: State[] = [];
    for (const child of children) states.push(yield* visit(child, resolution, band));
    if (states.every((state) => state === 'whole')) return 'whole';
    for (const [at, child] of children.entries()) {
      if (states[at] === 'whole') yield { cell: idOf(child), border: false };
    }
    return states.every((state) => state === 'outside') ? 'outside' : 'part';
  }

  const all = Array.from(outline.polygon.keys());
  for (const cell of getRes0Cells()) {
    if ((yield* visit(cell, 0, all)) === 'whole') yield { cell: idOf(cell), border: false };
  }
}

/** The same meridian, at most half a turn from `near`. */
const turned = (lng: number, near: number) => lng + 360 * Math.round((near - lng) / 360);

/** The degrees around a cap of a sphere. All longitudes where it holds a pole. */
function boxAround(lat: number, lng: number, radius: number): Box {
  const high = radius * degrees;
  const isPolar = Math.abs(lat) + high >= 90;
  const wide = isPolar
    ? Number.POSITIVE_INFINITY
    : Math.asin(Math.sin(radius) / Math.cos(lat / degrees)) * degrees;
  return { south: lat - high, north: lat + high, west: lng - wide, east: lng + wide };
}

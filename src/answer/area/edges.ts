/** Plane geometry over the edges of an outline, in degrees. An edge is its number in `outline.edges`. */
import type { Outline } from './outline.ts';

export interface Box {
  south: number;
  north: number;
  west: number;
  east: number;
}

/** A corner of a cell. */
export type Corner = readonly [lat: number, lng: number];

/** Those of `edges` that reach into the latitudes of the box: all that can matter to a ray along one of them. */
export function inBand({ edges: at }: Outline, edges: Iterable<number>, { south, north }: Box): number[] {
  const found: number[] = [];
  for (const edge of edges) {
    const a = at[edge * 4] ?? 0;
    const b = at[edge * 4 + 2] ?? 0;
    if (Math.min(a, b) <= north && Math.max(a, b) >= south) found.push(edge);
  }
  return found;
}

/** Those of `edges` that touch the box. */
export function inBox({ edges: at }: Outline, edges: readonly number[], box: Box): number[] {
  return edges.filter((edge) => {
    const [lat1 = 0, lng1 = 0, lat2 = 0, lng2 = 0] = at.subarray(edge * 4, edge * 4 + 4);
    if (Math.min(lat1, lat2) > box.north || Math.max(lat1, lat2) < box.south) return false;
    if (Math.min(lng1, lng2) > box.east || Math.max(lng1, lng2) < box.west) return false;
    if (box.east - box.west === Number.POSITIVE_INFINITY) return true;
    // Not when all four corners lie on one side of the line through the edge.
    const side = (lat: number, lng: number) =>
      Math.sign((lat2 - lat1) * (lng - lng1) - (lng2 - lng1) * (lat - lat1));
    const sides =
      side(box.south, box.west) +
      side(box.south, box.east) +
      side(box.north, box.west) +
      side(box.north, box.east);
    return Math.abs(sides) < 4;
  });
}

/**
 * Whether a point is inside any polygon, holes left out: a ray to the east crosses an odd number of its edges.
 * `band` must hold every edge that crosses the point's latitude, in order.
 */
export function isInside(outline: Outline, band: readonly number[], [lat, lng]: Corner): boolean {
  let polygon = -1;
  let isOdd = false;
  for (const edge of band) {
    const own = outline.polygon[edge] ?? 0;
    if (own !== polygon) {
      if (isOdd) return true;
      polygon = own;
    }
    const at = edge * 4;
    const lat1 = outline.edges[at] ?? 0;
    const lat2 = outline.edges[at + 2] ?? 0;
    if (lat1 > lat === lat2 > lat) continue;
    const lng1 = outline.edges[at + 1] ?? 0;
    const lng2 = outline.edges[at + 3] ?? 0;
    if (lng < lng1 + ((lat - lat1) / (lat2 - lat1)) * (lng2 - lng1)) isOdd = !isOdd;
  }
  return isOdd;
}

/** Whether an edge has a point in common with a cell: it crosses or touches a side, or lies within. */
export function touches({ edges }: Outline, edge: number, cell: readonly Corner[]): boolean {
  const at = edge * 4;
  const from: Corner = [edges[at] ?? 0, edges[at + 1] ?? 0];
  const to: Corner = [edges[at + 2] ?? 0, edges[at + 3] ?? 0];
  return isWithin(cell, from) || cell.some((corner, n) => cross(from, to, [corner, next(cell, n)]));
}

const next = (cell: readonly Corner[], n: number): Corner => cell[(n + 1) % cell.length] ?? [0, 0];

function isWithin(cell: readonly Corner[], [lat, lng]: Corner): boolean {
  let isOdd = false;
  for (const [n, [lat1, lng1]] of cell.entries()) {
    const [lat2, lng2] = next(cell, n);
    if (lat1 > lat === lat2 > lat) continue;
    if (lng < lng1 + ((lat - lat1) / (lat2 - lat1)) * (lng2 - lng1)) isOdd = !isOdd;
  }
  return isOdd;
}

/** On which side of the line from a to b the point lies. */
function turn([lat1, lng1]: Corner, [lat2, lng2]: Corner, [lat, lng]: Corner): number {
  return Math.sign((lat2 - lat1) * (lng - lng1) - (lng2 - lng1) * (lat - lat1));
}

function cross(a: Corner, b: Corner, [c, d]: readonly [Corner, Corner]): boolean {
  return turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b);
}

/**
 * Lays places out as hexagons of one size, each roughly where it lies: whoever answers for a small place stands as large
 * as whoever answers for a wide one. The same for the same places, whatever their order. Pure.
 */
import type { Point } from '../../platform/place/index.ts';

/** Rows with an odd number lie half a hexagon further on. */
export interface Tile {
  row: number;
  column: number;
}

/** Height from row to row, where hexagons that stand on a corner are 1 wide. */
export const rowHeight = Math.sqrt(3) / 2;

/** Hexagons for each one that is taken: some air lets the shape of a city be seen. */
const air = 1.5;

/** Those without a point come last, in a row of their own. */
export function tiles(places: readonly { id: string; at: Point | null }[]): Map<string, Tile> {
  const located = places.flatMap(({ id, at }) => (at === null ? [] : [{ id, at }]));
  const found = normal(near(located));
  const lowest = Math.max(-1, ...[...found.values()].map(({ row }) => row));
  const widest = Math.max(7, ...[...found.values()].map(({ column }) => column));
  places
    .filter(({ at }) => at === null)
    .map(({ id }) => id)
    .sort()
    .forEach((id, n) => {
      const row = lowest + (lowest < 0 ? 1 : 2) + Math.floor(n / (widest + 1));
      found.set(id, { row, column: n % (widest + 1) });
    });
  return found;
}

/** Each takes the free hexagon nearest to where it lies, from north to south. */
function near(located: readonly { id: string; at: Point }[]): Map<string, Tile> {
  const middle = located.reduce((sum, { at }) => sum + at.lat, 0) / Math.max(1, located.length);
  const flat = Math.cos((middle * Math.PI) / 180);
  const points = located
    .map(({ id, at }) => ({ id, x: at.lng * flat, y: -at.lat }))
    .sort((a, b) => a.y - b.y || a.x - b.x || (a.id < b.id ? -1 : 1));
  const spread = (pick: (p: { x: number; y: number }) => number) => {
    const all = points.map(pick);
    return { from: Math.min(...all), size: Math.max(...all) - Math.min(...all) };
  };
  const wide = spread(({ x }) => x);
  const high = spread(({ y }) => y);
  const least = Math.max(wide.size, high.size, 1e-9) / points.length;
  const step =
    Math.sqrt(Math.max(wide.size, least) * Math.max(high.size, least)) / Math.sqrt(points.length * air);
  const taken = new Map<string, string>();
  const found = new Map<string, Tile>();
  for (const { id, x, y } of points) {
    const tile = nearestFree({ x: (x - wide.from) / step, y: (y - high.from) / step }, taken, points.length);
    taken.set(`${tile.row} ${tile.column}`, id);
    found.set(id, tile);
  }
  return found;
}

const leftOf = ({ row, column }: Tile): number => column + (Math.abs(row % 2) === 1 ? 0.5 : 0);

function nearestFree(to: { x: number; y: number }, taken: ReadonlyMap<string, string>, n: number): Tile {
  const reach = Math.ceil(Math.sqrt(n)) + 1;
  const row = Math.round(to.y / rowHeight);
  let best: Tile = { row, column: Math.round(to.x) };
  let least = Number.POSITIVE_INFINITY;
  for (let r = row - reach; r <= row + reach; r++) {
    for (let column = Math.round(to.x) - reach; column <= Math.round(to.x) + reach; column++) {
      if (taken.has(`${r} ${column}`)) continue;
      const distance = (leftOf({ row: r, column }) - to.x) ** 2 + (r * rowHeight - to.y) ** 2;
      if (distance < least - 1e-9) {
        least = distance;
        best = { row: r, column };
      }
    }
  }
  return best;
}

/** From row and column 0; rows by twos, so that odd rows stay odd. */
function normal(found: ReadonlyMap<string, Tile>): Map<string, Tile> {
  const all = [...found.values()];
  const top = Math.floor(Math.min(...all.map(({ row }) => row)) / 2) * 2;
  const left = Math.min(...all.map(({ column }) => column));
  return new Map([...found].map(([id, tile]) => [id, { row: tile.row - top, column: tile.column - left }]));
}

/** The middle of a tile, in widths of a hexagon. */
export const middleOfTile = (tile: Tile): { x: number; y: number } => ({
  x: leftOf(tile) + 0.5,
  y: tile.row * rowHeight + 0.5 / rowHeight,
});

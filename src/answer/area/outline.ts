/**
 * The outline of an area as GeoJSON gives it (RFC 7946), brought to what the fill reads: edges in typed arrays.
 * Lines are straight in degrees, as the RFC and H3 both have it.
 */
import { sha256Hex } from '../../platform/keys/index.ts';

export interface Outline {
  /** Edges, four numbers each: latitude and longitude of one end, then of the other. */
  edges: Float64Array;
  /** Of each edge, the number of its polygon: a point is inside if it is inside any of them. */
  polygon: Int32Array;
  south: number;
  north: number;
  west: number;
  east: number;
  /** Changes when the outline changes, or when we fill it another way. */
  hash: string;
}

export type OutlineProblem =
  /** `got`: what stands there instead of a Polygon or MultiPolygon. */
  | { why: 'geometry'; got: string }
  /** A ring with fewer than three corners. */
  | { why: 'ring'; got: string }
  /** Not degrees, or too near a pole to be filled. */
  | { why: 'degrees'; got: string }
  | { why: 'half_globe'; got: string };

type Corner = [lng: number, lat: number];

/** Raised when the same outline would give other cells. */
const fillVersion = 1;
const nearestPole = 85;

/** Also takes outlines cut at the 180th meridian, as the RFC wants them: they are put together again. */
export function readOutline(geometry: unknown): { ok: Outline } | OutlineProblem {
  const polygons = polygonsOf(geometry);
  if (!Array.isArray(polygons)) return polygons;
  const rings: { corners: Corner[]; polygon: number }[] = [];
  for (const [polygon, loops] of polygons.entries()) {
    if (!Array.isArray(loops) || loops.length === 0) return { why: 'ring', got: '0' };
    for (const loop of loops) {
      const corners = cornersOf(loop);
      if (!Array.isArray(corners)) return corners;
      rings.push({ corners, polygon });
    }
  }
  if (rings.length === 0) return { why: 'ring', got: '0' };
  if (spread(rings) > 180) {
    for (const { corners } of rings) for (const corner of corners) if (corner[0] < 0) corner[0] += 360;
  }
  const wide = spread(rings);
  if (wide > 180) return { why: 'half_globe', got: String(Math.round(wide)) };
  return { ok: outlineFrom(rings, sha256Hex(JSON.stringify([fillVersion, polygons]))) };
}

function polygonsOf(geometry: unknown): unknown[] | OutlineProblem {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  if (type === 'Polygon' && Array.isArray(coordinates)) return [coordinates];
  if (type === 'MultiPolygon' && Array.isArray(coordinates)) return coordinates;
  return { why: 'geometry', got: typeof type === 'string' ? type : 'nothing' };
}

/** Without the last corner, which repeats the first. */
function cornersOf(loop: unknown): Corner[] | OutlineProblem {
  if (!Array.isArray(loop)) return { why: 'ring', got: '0' };
  const corners: Corner[] = [];
  for (const position of loop) {
    const [lng, lat] = Array.isArray(position) ? position : [];
    const isOnGlobe = Math.abs(lat) <= nearestPole && Math.abs(lng) <= 180;
    if (typeof lng !== 'number' || typeof lat !== 'number' || !isOnGlobe) {
      return { why: 'degrees', got: JSON.stringify(position ?? null).slice(0, 60) };
    }
    const last = corners.at(-1);
    if (last?.[0] !== lng || last?.[1] !== lat) corners.push([lng, lat]);
  }
  const [first, last] = [corners[0], corners.at(-1)];
  if (corners.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1]) corners.pop();
  return corners.length < 3 ? { why: 'ring', got: String(corners.length) } : corners;
}

function spread(rings: readonly { corners: readonly Corner[] }[]): number {
  let [west, east] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { corners } of rings) {
    for (const [lng] of corners) {
      west = Math.min(west, lng);
      east = Math.max(east, lng);
    }
  }
  return east - west;
}

function outlineFrom(
  rings: readonly { corners: readonly Corner[]; polygon: number }[],
  hash: string,
): Outline {
  const count = rings.reduce((sum, { corners }) => sum + corners.length, 0);
  const outline: Outline = {
    edges: new Float64Array(count * 4),
    polygon: new Int32Array(count),
    south: Number.POSITIVE_INFINITY,
    north: Number.NEGATIVE_INFINITY,
    west: Number.POSITIVE_INFINITY,
    east: Number.NEGATIVE_INFINITY,
    hash,
  };
  let edge = 0;
  for (const { corners, polygon } of rings) {
    for (const [at, [lng, lat]] of corners.entries()) {
      const [nextLng, nextLat] = corners[(at + 1) % corners.length] ?? [lng, lat];
      outline.edges.set([lat, lng, nextLat, nextLng], edge * 4);
      outline.polygon[edge] = polygon;
      outline.south = Math.min(outline.south, lat);
      outline.north = Math.max(outline.north, lat);
      outline.west = Math.min(outline.west, lng);
      outline.east = Math.max(outline.east, lng);
      edge += 1;
    }
  }
  return outline;
}

/** Reads coordinates as people wrote them: 30.063, 31.220 and, where the comma is the decimal sign, 30,063,31,220. Pure. */
import type { Point } from '../../platform/place/index.ts';
import { plain } from './spelling.ts';

export type PointReason = 'place_missing' | 'place_unreadable' | 'place_zero' | 'place_outside';

/** Corners as [longitude, latitude] in degrees, as GeoJSON writes them; the last one joins the first. */
export type Outline = readonly (readonly [number, number])[];

const between = '(?: ?[,;] ?| )';
const points = new RegExp(`^(-?\\d{1,3})(?:\\.(\\d+))?${between}(-?\\d{1,3})(?:\\.(\\d+))?$`);
const commas = new RegExp(`^(-?\\d{1,3}),(\\d+)${between}(-?\\d{1,3}),(\\d+)$`);

/**
 * Latitude, then longitude, in one field. Two whole numbers are no place but a hundred kilometres of land, and three
 * groups of digits between commas can be read in two ways: both are 'place_unreadable'.
 */
export function readPair(text: string): Point | PointReason {
  const written = plain(text).replace(/^\((.*)\)$/, '$1');
  if (written === '') return 'place_missing';
  const found = commas.exec(written) ?? points.exec(written);
  if (found === null) return 'place_unreadable';
  const [, lat = '', latPart, lng = '', lngPart] = found;
  if (latPart === undefined && lngPart === undefined) return 'place_unreadable';
  return onGlobe(degrees(lat, latPart), degrees(lng, lngPart));
}

/** Latitude and longitude in a field each, with a point or a comma before the decimals. */
export function readTwo(latitude: string, longitude: string): Point | PointReason {
  const [lat, lng] = [plain(latitude), plain(longitude)].map((text) => {
    const found = /^(-?\d{1,3})(?:[.,](\d+))?$/.exec(text);
    return text === '' ? null : found ? degrees(found[1] ?? '', found[2]) : Number.NaN;
  });
  if (lat === null || lat === undefined || lng === null || lng === undefined) return 'place_missing';
  return onGlobe(lat, lng);
}

/** Put together as text, so that the sign of -0,5 is kept. */
const degrees = (whole: string, decimals = '0'): number => Number(`${whole}.${decimals}`);

function onGlobe(lat: number, lng: number): Point | PointReason {
  if (!(Math.abs(lat) <= 90 && Math.abs(lng) <= 180)) return 'place_unreadable';
  // What many programs write for "nowhere".
  if (Math.round(lat * 1000) === 0 && Math.round(lng * 1000) === 0) return 'place_zero';
  return { lat, lng };
}

/** Even-odd rule: a line from the point to the east crosses the outline an odd number of times. */
export function isWithin(outline: Outline, { lat, lng }: Point): boolean {
  return (
    outline.filter(([x, y], at) => {
      const [lastX, lastY] = outline.at(at - 1) ?? [x, y];
      return y > lat !== lastY > lat && lng < ((lastX - x) * (lat - y)) / (lastY - y) + x;
    }).length %
      2 ===
    1
  );
}

/** 'south,west,north,east' in degrees as an outline; null for anything else. */
export function readBox(text: string): Outline | null {
  const sides = text
    .split(',')
    .map((side) => (/^\s*-?\d+(\.\d+)?\s*$/.test(side) ? Number(side) : Number.NaN));
  const [south = Number.NaN, west = Number.NaN, north = Number.NaN, east = Number.NaN] = sides;
  if (sides.length !== 4 || !(south < north && west < east)) return null;
  if (Math.max(-south, north) > 90 || Math.max(-west, east) > 180) return null;
  return [
    [west, south],
    [west, north],
    [east, north],
    [east, south],
  ];
}

import fc from 'fast-check';
import {
  cellToBoundary,
  cellToChildren,
  cellToLatLng,
  compactCells,
  getHexagonEdgeLengthAvg,
  getPentagons,
  getRes0Cells,
  greatCircleDistance,
  latLngToCell,
  POLYGON_TO_CELLS_FLAGS,
  polygonToCells,
  polygonToCellsExperimental,
  UNITS,
  uncompactCells,
} from 'h3-js';
import { describe, expect, test } from 'vitest';
import { fill, finest, reach } from './fill.ts';
import { readOutline } from './outline.ts';

type Ring = [number, number][];

const name = (cell: bigint) => cell.toString(16);

function drawn(geometry: { type: string; coordinates: unknown }) {
  const outline = readOutline(geometry);
  if (!('ok' in outline)) throw new Error(`refused: ${outline.why} ${outline.got}`);
  const [whole, border]: [string[], string[]] = [[], []];
  for (const drawn of fill(outline.ok)) (drawn.border ? border : whole).push(name(drawn.cell));
  return { whole, border, fine: uncompactCells(whole, finest) };
}

/** A star around a point: any corners in order of their angle make a polygon that does not cross itself. */
const star = (reach: { min: number; max: number }) =>
  fc.array(fc.double({ ...reach, noNaN: true }), { minLength: 3, maxLength: 12 });
const middle = fc.record({
  lat: fc.double({ min: -70, max: 70, noNaN: true }),
  lng: fc.double({ min: -179, max: 179, noNaN: true }),
});

function ring({ lat, lng }: { lat: number; lng: number }, radii: readonly number[]): Ring {
  const corners = radii.map((radius, n): [number, number] => {
    const angle = (2 * Math.PI * n) / radii.length;
    return [
      lng + (radius * Math.cos(angle)) / Math.cos((lat * Math.PI) / 180),
      lat + radius * Math.sin(angle),
    ];
  });
  const [first] = corners;
  return first ? [...corners, first] : [];
}

const inDegrees = (corners: Ring) => corners.every(([lng]) => Math.abs(lng) <= 180);
const sorted = (cells: readonly string[]) => [...cells].sort();

describe('cells of an outline', () => {
  test('are those of the library: what is whole is full, the rest overlaps, and compacted as it compacts', () => {
    fc.assert(
      fc.property(middle, star({ min: 0.01, max: 0.06 }), fc.boolean(), (at, radii, hasHole) => {
        const outer = ring(at, radii);
        fc.pre(inDegrees(outer));
        const hole = ring(
          at,
          radii.map((radius) => radius / 3),
        ).reverse();
        const loops = hasHole ? [outer, hole] : [outer];
        const { whole, border, fine } = drawn({ type: 'Polygon', coordinates: loops });
        const cells = [...fine, ...border];
        expect(new Set(cells).size).toBe(cells.length);
        expect(sorted(whole)).toEqual(sorted(compactCells(fine)));
        const centred = polygonToCells(loops, finest, true);
        expect(centred.filter((cell) => !cells.includes(cell))).toEqual([]);
        expect(fine.filter((cell) => !centred.includes(cell))).toEqual([]);
        const flags = POLYGON_TO_CELLS_FLAGS;
        const full = polygonToCellsExperimental(loops, finest, flags.containmentFull, true);
        const overlapping = polygonToCellsExperimental(loops, finest, flags.containmentOverlapping, true);
        expect(sorted(fine)).toEqual(sorted(full));
        expect(sorted(cells)).toEqual(sorted(overlapping));
      }),
      { numRuns: 300 },
    );
  });

  test('cover every point inside', () => {
    const share = fc.double({ min: 0.01, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(middle, star({ min: 0.02, max: 0.3 }), share, fc.nat(11), (at, radii, part, corner) => {
        const outer = ring(at, radii);
        fc.pre(inDegrees(outer));
        const { whole, border } = drawn({ type: 'Polygon', coordinates: [outer] });
        const [lng, lat] = outer[corner % radii.length] ?? [at.lng, at.lat];
        const cell = latLngToCell(at.lat + (lat - at.lat) * part, at.lng + (lng - at.lng) * part, finest);
        const covered = new Set([...uncompactCells(whole, finest), ...border]);
        expect(covered.has(cell)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('two neighbours both have the cells between them, and nothing between them is lost', () => {
    const left: Ring = [
      [-122.5, -47.3],
      [-122.4, -47.3],
      [-122.4, -47.1],
      [-122.5, -47.1],
      [-122.5, -47.3],
    ];
    const right = left.map(([lng, lat]): [number, number] => [lng + 0.1, lat]);
    const [a, b] = [left, right].map((loop) => drawn({ type: 'Polygon', coordinates: [loop] }));
    const shared = a?.border.filter((cell) => b?.border.includes(cell)) ?? [];
    const between = Array.from({ length: 50 }, (_, n) => latLngToCell(-47.299 + n * 0.00396, -122.4, finest));
    expect(between.filter((cell) => !shared.includes(cell))).toEqual([]);
    expect(a?.fine.filter((cell) => b?.fine.includes(cell))).toEqual([]);
  });

  test('a piece smaller than a cell has the cell it lies in; pieces that overlap make no hole', () => {
    const tiny = ring({ lat: -47.2, lng: -122.4 }, [0.0001, 0.0001, 0.0001]);
    expect(drawn({ type: 'Polygon', coordinates: [tiny] })).toMatchObject({
      whole: [],
      border: [latLngToCell(-47.2, -122.4, finest)],
    });
    const big = ring({ lat: -47.2, lng: -122.4 }, [0.2, 0.2, 0.2, 0.2]);
    const twice = drawn({
      type: 'MultiPolygon',
      coordinates: [[big], [ring({ lat: -47.2, lng: -122.3 }, [0.2, 0.2, 0.2, 0.2])]],
    });
    expect([...twice.fine, ...twice.border]).toContain(latLngToCell(-47.2, -122.35, finest));
  });

  test('an outline cut at the 180th meridian is one piece', () => {
    const east: Ring = [
      [179.5, -17],
      [180, -17],
      [180, -16.5],
      [179.5, -16.5],
      [179.5, -17],
    ];
    const west: Ring = [
      [-180, -17],
      [-179.5, -17],
      [-179.5, -16.5],
      [-180, -16.5],
      [-180, -17],
    ];
    const { fine, border } = drawn({ type: 'MultiPolygon', coordinates: [[east], [west]] });
    const cells = new Set([...fine, ...border]);
    for (const lng of [179.6, 179.99, -179.99, -179.6]) {
      expect(cells.has(latLngToCell(-16.75, lng, finest)), String(lng)).toBe(true);
    }
    expect(cells.size).toBeLessThan(10_000);
  });

  test('come one by one: half a continent is begun without being held', () => {
    const corners: Ring = [
      [-10, -30],
      [40, -30],
      [40, 30],
      [-10, 30],
    ];
    const read = readOutline({ type: 'Polygon', coordinates: [corners] });
    if (!('ok' in read)) throw new Error(read.why);
    const cells = fill(read.ok);
    const first = Array.from({ length: 5_000 }, () => cells.next().value);
    expect(first.every((cell) => cell)).toBe(true);
    expect(first.some((cell) => cell?.border)).toBe(true);
  });

  test('nothing below a cell sticks out farther than we look', () => {
    const looked = (resolution: number) => [
      ...(resolution === 0 ? getRes0Cells() : getPentagons(resolution)),
      ...Array.from({ length: 40 }, (_, n) =>
        latLngToCell(Math.asin(n / 20 - 0.99) * 57.2, n * 137.5 - 180, resolution),
      ),
    ];
    for (let resolution = 0; resolution < 6; resolution += 1) {
      const edge = getHexagonEdgeLengthAvg(resolution, UNITS.km);
      const farthest = looked(resolution).map((cell) => {
        const from = cellToLatLng(cell);
        const corners = cellToChildren(cell, resolution + 2).flatMap((child) => cellToBoundary(child));
        return Math.max(...corners.map((corner) => greatCircleDistance(from, corner, UNITS.km) / edge));
      });
      expect(Math.max(...farthest)).toBeLessThan(reach - 0.05);
    }
  });
});

describe('what is no outline', () => {
  const square: Ring = [
    [31, 30],
    [32, 30],
    [32, 31],
    [31, 31],
    [31, 30],
  ];
  test.each([
    [null, 'geometry', 'nothing'],
    [{ type: 'Point', coordinates: [31, 30] }, 'geometry', 'Point'],
    [{ type: 'Polygon', coordinates: [] }, 'ring', '0'],
    [
      {
        type: 'Polygon',
        coordinates: [
          [
            [31, 30],
            [32, 30],
            [31, 30],
          ],
        ],
      },
      'ring',
      '2',
    ],
    [{ type: 'Polygon', coordinates: [[[331000, 3300000], ...square]] }, 'degrees', '[331000,3300000]'],
    [{ type: 'Polygon', coordinates: [[['31', '30'], ...square]] }, 'degrees', '["31","30"]'],
    [
      {
        type: 'Polygon',
        coordinates: [
          [
            [-100, 0],
            [0, 10],
            [120, 0],
            [-100, 0],
          ],
        ],
      },
      'half_globe',
      '260',
    ],
  ])('is refused with what stands there: %j', (geometry, why, got) => {
    expect(readOutline(geometry)).toEqual({ why, got });
  });

  test('an outline has one name, whichever way it is wrapped, and another when a corner moves', () => {
    const hash = (geometry: unknown) => {
      const outline = readOutline(geometry);
      return 'ok' in outline ? outline.ok.hash : outline.why;
    };
    const one = hash({ type: 'Polygon', coordinates: [square] });
    expect(hash({ type: 'MultiPolygon', coordinates: [[square]] })).toBe(one);
    expect(hash({ type: 'Polygon', coordinates: [[[31, 30.001], ...square.slice(1)]] })).not.toBe(one);
  });
});

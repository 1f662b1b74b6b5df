/** The places of the demonstration, ready to be stored: areas first, because stops and venues lie in them. */
import { cellAt, type MappedPlace, type PlaceName, type Point } from '../../platform/place/index.ts';
import { areas, lines, stops, venues } from './place-names.ts';

/** Open ocean, more than 2,000 km from any land. */
const station: Point = { lat: -47.2, lng: -122.4 };
const kmPerDegree = 111.2;

export const places: readonly MappedPlace[] = [
  ...rows(areas).map(mapped('area')),
  ...rows(stops).map(mapped('stop')),
  ...rows(venues).map(mapped('venue')),
  ...rows(lines).map(line),
];

/** A point so many kilometres from the station. */
export function at(east: number, north: number): Point {
  return {
    lat: station.lat + north / kmPerDegree,
    lng: station.lng + east / (kmPerDegree * Math.cos((station.lat * Math.PI) / 180)),
  };
}

function rows(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((row) => row.split(' | '));
}

function mapped(kind: MappedPlace['kind']) {
  return ([id = '', en = '', ar = '', spellings = '', where = '', parent]: string[]): MappedPlace => {
    const [east = 0, north = 0] = where.split(' ').map(Number);
    return {
      id,
      kind,
      name: { en, ar },
      spellings: spellings.split(', '),
      directions: [],
      parent: parent ?? null,
      cell: cellAt(at(east, north)),
    };
  };
}

function line([id = '', en = '', ar = '', spellings = '', ...ends]: string[]): MappedPlace {
  const directions = ends.map((end): PlaceName => {
    const [to = '', towards = ''] = end.split(' / ');
    return { en: to, ar: towards };
  });
  return {
    id,
    kind: 'line',
    name: { en, ar },
    spellings: spellings.split(', '),
    directions,
    parent: null,
    cell: null,
  };
}

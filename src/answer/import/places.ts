/** Lines, stops, venues and quarters from a table, each with the bodies that answer for it. */
import type { Kysely } from '../../platform/db/index.ts';
import {
  type Cell,
  cellAt,
  cellName,
  type MappedPlace,
  type PlaceName,
  placeReader,
  placeWriter,
  roundPoint,
} from '../../platform/place/index.ts';
import { bodyReader, bodyWriter } from '../body/store.ts';
import { emptyIsNone } from './bodies.ts';
import { type Columns, type File, type Line, listed, readCsv, separator } from './csv.ts';
import { idOr, names, type Row, rowOr, type Shown, shownNames, unfit } from './row.ts';
import { type How, type Outcome, run, type Taken } from './run.ts';

export const placeColumns: Columns = {
  needed: ['id', 'kind', 'name_en'],
  allowed: ['name_ar', 'spellings', 'parent', 'lat', 'lng', 'body', 'directions_en', 'directions_ar'],
};

interface Answered {
  place: MappedPlace;
  /** Ids, sorted. */
  bodies: readonly string[];
}

interface Old extends Answered {
  wanted: boolean;
}

/** New ones are added, known ones take what differs; none is ever removed. Refusals: 'import_file', 'import_columns'. */
export async function importPlaces(db: Kysely<unknown>, file: File, how: How): Promise<Outcome> {
  const lines = await readCsv(file, placeColumns);
  const read = async (tx: Kysely<unknown>, wanted: ReadonlySet<string>) => {
    const bodies = new Set((await bodyReader(tx).all()).map(({ id }) => id));
    const ofPlaces = await bodyReader(tx).ofPlaces();
    const old = new Map<string, Old>(
      (await placeReader(tx).all()).map((place) => [
        place.id,
        { place, bodies: ofPlaces.get(place.id) ?? [], wanted: wanted.has(place.id) },
      ]),
    );
    using bar = how.watch(lines.length);
    const rows = lines.map((line) => {
      bar.step();
      if ('why' in line) return line;
      const id = line.given('id') ?? '';
      return rowOr(line.line, id, () => {
        const row = rowFrom(line, old.get(idOr(id)), how.namesLater);
        const unknown = row.value.bodies.find((body) => !bodies.has(body));
        return unknown === undefined ? row : unfit({ why: 'body', got: unknown });
      });
    });
    const before = new Map(
      [...old].map(([id, one]) => [id, { shown: shown(one, one.wanted), parent: one.place.parent }]),
    );
    return { rows, before, write };
  };
  return run<Answered>(db, { what: 'place', read }, how);
}

const atOnce = 4_000;

async function write(taken: readonly Taken<Answered>[], tx: Kysely<unknown> | null) {
  if (tx === null) return {};
  for (let from = 0; from < taken.length; from += atOnce) {
    const part = taken.slice(from, from + atOnce);
    await placeWriter(tx).put(part.map(({ value }) => value.place));
    await bodyWriter(tx).answerFor(new Map(part.map(({ id, value }) => [id, value.bodies])));
  }
  return {};
}

function rowFrom({ line, given }: Line, old: Old | undefined, namesLater: boolean): Row<Answered> {
  const before = old && { name: old.place.name, wanted: old.wanted };
  const { name, wanted } = names({ en: given('name_en'), ar: given('name_ar') }, before, namesLater);
  const kind = kindFrom(given('kind') ?? '');
  const spellings = given('spellings');
  const body = given('body');
  const place: MappedPlace = {
    id: given('id') ?? '',
    kind,
    name,
    spellings: spellings === undefined ? (old?.place.spellings ?? []) : listed(spellings),
    directions:
      directionsFrom(kind, given('directions_en'), given('directions_ar')) ?? old?.place.directions ?? [],
    parent: emptyIsNone(given('parent'), old?.place.parent ?? null),
    cell: cellFrom(kind, { lat: given('lat'), lng: given('lng') }, old?.place.cell ?? null),
  };
  const value = { place, bodies: body === undefined ? (old?.bodies ?? []) : listed(body).sort() };
  return { line, id: place.id, parent: place.parent, value, shown: shown(value, wanted), wanted };
}

const kinds = ['line', 'stop', 'venue', 'area'] as const;

function kindFrom(got: string): MappedPlace['kind'] {
  return kinds.find((kind) => kind === got) ?? unfit({ why: 'kind', got, allowed: kinds.join(', ') });
}

/** Rounded as a phone rounds, then only the cell is kept. */
function cellFrom(
  kind: MappedPlace['kind'],
  { lat, lng }: { lat: string | undefined; lng: string | undefined },
  before: Cell | null,
): Cell | null {
  const got = [lat, lng].filter(Boolean).join(' ');
  if (kind === 'line') return got === '' ? null : unfit({ why: 'line_point', got });
  if (got === '') return before ?? unfit({ why: 'no_point' });
  try {
    return cellAt(roundPoint({ lat: degrees(lat), lng: degrees(lng) }));
  } catch (error) {
    if (error instanceof RangeError) return unfit({ why: 'point', got });
    throw error;
  }
}

/** Also with a decimal comma. NaN for anything else, which no globe holds. */
function degrees(cell = ''): number {
  return /^-?\d{1,3}([.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : Number.NaN;
}

function directionsFrom(
  kind: MappedPlace['kind'],
  en: string | undefined,
  ar: string | undefined,
): readonly PlaceName[] | null {
  if (en === undefined && ar === undefined) return kind === 'line' ? null : [];
  const [ours, theirs] = [listed(en ?? ''), listed(ar ?? '')];
  const fits = ours.length === theirs.length && ours.length === (kind === 'line' ? 2 : 0);
  if (!fits && ours.length + theirs.length > 0) {
    return unfit({ why: 'directions', got: [...ours, ...theirs].join(separator) });
  }
  return ours.map((name, at) => ({ en: name, ar: theirs[at] ?? name }));
}

function shown({ place, bodies }: Answered, wanted: boolean): Shown {
  return {
    kind: place.kind,
    ...shownNames({ name: place.name, wanted }),
    spellings: place.spellings.join(separator),
    directions_en: place.directions.map(({ en }) => en).join(separator),
    directions_ar: place.directions.map(({ ar }) => ar).join(separator),
    parent: place.parent ?? '',
    cell: place.cell === null ? '' : cellName(place.cell),
    body: bodies.join(separator),
  };
}

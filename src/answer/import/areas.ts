/** Areas from a GeoJSON file: each outline becomes cells, the border apart. */
import type { Kysely } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Drawn, fill } from '../area/fill.ts';
import type { Area } from '../area/model.ts';
import { type Outline, readOutline } from '../area/outline.ts';
import { areaReader, areaWriter } from '../area/store.ts';
import { bodyReader } from '../body/store.ts';
import type { File } from './csv.ts';
import { type Feature, readGeojson } from './geojson.ts';
import { idOr, names, type Row, rowOr, type Shown, shownNames, slug, unfit } from './row.ts';
import { type How, type Outcome, run, type Taken } from './run.ts';

/** Which property says what; the body and the parent are those of every area in the file. Absent: what is there stays. */
export interface Reading {
  nameEn: string;
  nameAr?: string | undefined;
  /** Without one the id is made from the English name. */
  id?: string | undefined;
  body?: string | undefined;
  parent?: string | undefined;
}

/** What geoBoundaries calls the name. */
export const usualName = 'shapeName';

interface Drawable {
  area: Area;
  outline: Outline;
}

interface Old {
  area: Area;
  wanted: boolean;
}

/**
 * New ones are added, known ones take what differs, and are drawn again where the outline differs; none is ever removed.
 * Refusals: 'import_file'; 'import_unknown' where `body` or `parent` is not there.
 */
export async function importAreas(
  db: Kysely<unknown>,
  file: File,
  { how, reading }: { how: How; reading: Reading },
): Promise<Outcome> {
  const features = readGeojson(file);
  const read = async (tx: Kysely<unknown>, wanted: ReadonlySet<string>) => {
    const known = await areaReader(tx).all();
    const old = new Map(known.map((area) => [area.id, { area, wanted: wanted.has(area.id) }]));
    await expect(tx, reading, old);
    const rows = features.map((feature) => {
      let id: string | null = null;
      return rowOr(feature.number, null, () => {
        id = idOr(
          reading.id === undefined ? slug(feature.property(reading.nameEn)) : feature.property(reading.id),
        );
        return rowFrom(feature, { id, old: old.get(id), reading, namesLater: how.namesLater });
      });
    });
    const before = new Map(
      [...old].map(([id, { area, wanted }]) => [id, { shown: shown(area, wanted), parent: area.parent }]),
    );
    const write = (taken: readonly Taken<Drawable>[], tx: Kysely<unknown> | null) => draw(taken, { tx, how });
    return { rows, before, write };
  };
  return run<Drawable>(db, { what: 'area', read }, how);
}

async function expect(tx: Kysely<unknown>, { body, parent }: Reading, areas: ReadonlyMap<string, Old>) {
  if (body !== undefined && (await bodyReader(tx).byId(body)) === null) {
    throw new Refusal('import_unknown', { option: '--body', got: body });
  }
  if (parent !== undefined && !areas.has(parent)) {
    throw new Refusal('import_unknown', { option: '--parent', got: parent });
  }
}

interface About {
  id: string;
  old: Old | undefined;
  reading: Reading;
  namesLater: boolean;
}

function rowFrom(feature: Feature, { id, old, reading, namesLater }: About): Row<Drawable> {
  const ar = reading.nameAr === undefined ? undefined : feature.property(reading.nameAr);
  const before = old && { name: old.area.name, wanted: old.wanted };
  const { name, wanted } = names({ en: feature.property(reading.nameEn), ar }, before, namesLater);
  const read = readOutline(feature.geometry);
  if (!('ok' in read)) return unfit(read);
  const area: Area = {
    id,
    name,
    parent: reading.parent ?? old?.area.parent ?? null,
    body: reading.body ?? old?.area.body ?? null,
    outline: read.ok.hash,
  };
  const value = { area, outline: read.ok };
  return { line: feature.number, id, parent: area.parent, value, shown: shown(area, wanted), wanted };
}

/** A dry run draws too, so that it says how many cells there will be. */
async function draw(
  taken: readonly Taken<Drawable>[],
  { tx, how }: { tx: Kysely<unknown> | null; how: How },
): Promise<Required<Pick<Outcome, 'cells'>>> {
  const cells = { whole: 0, border: 0 };
  if (tx) await areaWriter(tx).put(taken.map(({ value }) => value.area));
  using bar = how.watch(taken.length);
  for (const { id, value, fields } of taken) {
    const isNewOutline = fields === undefined || fields.some(({ field }) => field === 'outline');
    if (isNewOutline) {
      const drawn = counted(fill(value.outline), cells);
      if (tx) await areaWriter(tx).redraw(id, drawn);
      else for (const _ of drawn);
    }
    bar.step();
  }
  return { cells };
}

function* counted(drawn: Iterable<Drawn>, cells: { whole: number; border: number }): Generator<Drawn> {
  for (const cell of drawn) {
    cells[cell.border ? 'border' : 'whole'] += 1;
    yield cell;
  }
}

function shown(area: Area, wanted: boolean): Shown {
  return {
    ...shownNames({ name: area.name, wanted }),
    parent: area.parent ?? '',
    body: area.body ?? '',
    outline: area.outline.slice(0, 12),
  };
}

/** The real outlines of Egypt, where they lie beside this folder. Prints counts, never rows. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import type { Kysely } from '../../platform/db/index.ts';
import { cellAt } from '../../platform/place/index.ts';
import { areaReader } from '../area/store.ts';
import { wantedReader } from '../names/store.ts';
import { importAreas, usualName } from './areas.ts';

const folder = resolve('../shared/data/egypt');
const isHere = existsSync(folder);

const peak = () => process.resourceUsage().maxRSS / 1024;

async function take(db: Kysely<unknown>, file: string, dryRun: boolean) {
  const bytes = await readFile(resolve(folder, file));
  const began = performance.now();
  const how = {
    dryRun,
    namesLater: true,
    by: null,
    day: '2026-03-01',
    watch: () => ({ step: () => {}, [Symbol.dispose]: () => {} }),
  };
  const { figures, cells } = await importAreas(
    db,
    { name: file, bytes },
    { how, reading: { nameEn: usualName } },
  );
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const said = `${figures.rows} areas, ${cells?.whole} whole and ${cells?.border} border cells`;
  console.info(`${file}${dryRun ? ', dry' : ''}: ${said}, ${seconds} s, peak ${Math.round(peak())} MB`);
  return { ...figures, cells };
}

async function egypt(): Promise<void> {
  await using database = await testDatabase();
  const { db } = database;
  const dry = await take(db, 'governorates.geojson', true);
  expect(await areaReader(db).all()).toEqual([]);
  const governorates = await take(db, 'governorates.geojson', false);
  expect(governorates).toEqual(dry);
  expect(governorates).toMatchObject({ rows: 27, added: 27, refused: 0, namesWanted: 27 });
  const districts = await take(db, 'cairo-districts.geojson', false);
  expect(districts).toMatchObject({ rows: 54, added: 54, changed: 0, refused: 0, namesWanted: 54 });
  expect((await areaReader(db).all()).length).toBe(81);
  expect((await wantedReader(db).wanted('area')).length).toBe(81);

  const again = await take(db, 'governorates.geojson', false);
  expect(again).toMatchObject({ added: 0, changed: 0, unchanged: 27, cells: { whole: 0, border: 0 } });

  // Tahrir Square, and a spot in the desert far from every border.
  const tahrir = await areaReader(db).at(cellAt({ lat: 30.044, lng: 31.236 }));
  expect(tahrir.length).toBeGreaterThanOrEqual(2);
  const desert = await areaReader(db).at(cellAt({ lat: 24.5, lng: 28.5 }));
  expect(desert.map(({ border }) => border)).toEqual([false]);
}

test(isHere
  ? '27 governorates and 54 districts become cells'
  : `no outlines in ${folder}: nothing to test`, async () => {
  if (isHere) await egypt();
}, 120_000);

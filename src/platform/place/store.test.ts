import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { cellAt } from './cell.ts';
import type { MappedPlace } from './model.ts';
import { placeReader, placeWriter } from './store.ts';

const area: MappedPlace = {
  id: 'harbour',
  kind: 'area',
  name: { en: 'Harbour', ar: 'الميناء' },
  spellings: ['el mina'],
  directions: [],
  parent: null,
  cell: cellAt({ lat: -47, lng: -122 }),
};
const stop: MappedPlace = {
  ...area,
  id: 'ferry',
  kind: 'stop',
  name: { en: 'Ferry', ar: 'المعدّية' },
  parent: 'harbour',
};
const line: MappedPlace = {
  ...area,
  id: 'tram-1',
  kind: 'line',
  name: { en: 'A tram', ar: 'ترام' },
  directions: [
    { en: 'Harbour', ar: 'الميناء' },
    { en: 'Hill', ar: 'التل' },
  ],
  cell: null,
};

test('places come back as they were put, lines last', async () => {
  await using database = await testDatabase();
  await placeWriter(database.db).put([area, stop, line]);
  expect(await placeReader(database.db).all()).toEqual([stop, area, line]);
  expect(await placeReader(database.db).byId('tram-1')).toEqual(line);
  expect(await placeReader(database.db).byId('nowhere')).toBeNull();
});

test('putting again replaces and adds nothing twice', async () => {
  await using database = await testDatabase();
  const writer = placeWriter(database.db);
  await writer.put([area]);
  await writer.put([{ ...area, name: { en: 'Old Harbour', ar: 'الميناء القديم' } }]);
  await writer.put([]);
  const all = await placeReader(database.db).all();
  expect(all.map(({ name }) => name.en)).toEqual(['Old Harbour']);
});

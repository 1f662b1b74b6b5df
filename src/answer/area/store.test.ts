import fc from 'fast-check';
import { cellToParent } from 'h3-js';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { type Cell, cellAt, cellName } from '../../platform/place/index.ts';
import { fill } from './fill.ts';
import { type Area, unanswered, upFrom, withParents } from './model.ts';
import { type Outline, readOutline } from './outline.ts';
import { areaReader, areaWriter } from './store.ts';

const area = (id: string, more: Partial<Area> = {}): Area => ({
  id,
  name: { en: id, ar: id },
  parent: null,
  body: null,
  outline: 'none',
  ...more,
});

const outline = (west: number, east: number): Outline => {
  const corners = [
    [west, -47.3],
    [east, -47.3],
    [east, -47],
    [west, -47],
    [west, -47.3],
  ];
  const read = readOutline({ type: 'Polygon', coordinates: [corners] });
  if (!('ok' in read)) throw new Error(read.why);
  return read.ok;
};

test('a cell is found by itself and by all it lies below', () => {
  const point = fc.record({
    lat: fc.double({ min: -89, max: 89, noNaN: true }),
    lng: fc.double({ min: -180, max: 180, noNaN: true }),
  });
  fc.assert(
    fc.property(point, (at) => {
      const cell: Cell = cellAt(at);
      const parents = Array.from({ length: 8 }, (_, up) => cellToParent(cellName(cell), 7 - up));
      expect(withParents(cell).map(cellName)).toEqual([cellName(cell), ...parents]);
    }),
  );
});

test('a place inside has one area, a place between two has both, a place outside none', async () => {
  await using database = await testDatabase();
  const [reader, writer] = [areaReader(database.db), areaWriter(database.db)];
  await writer.put([area('west'), area('east')]);
  await writer.redraw('west', fill(outline(-122.6, -122.3)));
  await writer.redraw('east', fill(outline(-122.3, -122)));
  const at = (lng: number) => reader.at(cellAt({ lat: -47.15, lng }));
  expect(await at(-122.45)).toEqual([{ area: 'west', border: false }]);
  expect(await at(-122.15)).toEqual([{ area: 'east', border: false }]);
  expect(await at(-122.3)).toEqual([
    { area: 'east', border: true },
    { area: 'west', border: true },
  ]);
  expect(await at(-122.8)).toEqual([]);
});

test('drawing again leaves nothing of the first time, and no cell is finer than resolution 8', async () => {
  await using database = await testDatabase();
  const [reader, writer] = [areaReader(database.db), areaWriter(database.db)];
  await writer.put([area('west')]);
  await writer.redraw('west', fill(outline(-122.6, -122.3)));
  await writer.redraw('west', fill(outline(-122, -121.9)));
  expect(await reader.at(cellAt({ lat: -47.15, lng: -122.45 }))).toEqual([]);
  const fine = { cell: 0x89bb8ca2a13ffffn, border: false };
  await expect(writer.redraw('west', [fine])).rejects.toThrow('area_cell');
  const coarse = { cell: 0x87bb8ca2affffffn, border: true };
  await expect(writer.redraw('west', [coarse])).rejects.toThrow('area_cell');
});

test('nobody answers where neither an area nor any it lies in has a body', () => {
  const areas = new Map(
    [
      area('city', { body: 'council' }),
      area('quarter', { parent: 'city' }),
      area('hills'),
      area('hill', { parent: 'hills' }),
    ].map((one) => [one.id, one]),
  );
  expect(unanswered(areas).map(({ id }) => id)).toEqual(['hills', 'hill']);
  expect(upFrom('quarter', areas).map(({ id }) => id)).toEqual(['quarter', 'city']);
});

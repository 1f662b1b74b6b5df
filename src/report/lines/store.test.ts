import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/database.ts';
import { countryFile } from '../../demo/content/country.ts';
import { linesReader, linesWriter } from './store.ts';

const file = countryFile('2026-11-22');

test('a country table comes back as it was read in, in its order', async () => {
  await using database = await testDatabase();
  const reader = linesReader(database.db);
  expect(await reader.lines()).toEqual([]);
  expect(await reader.country()).toBeNull();
  await linesWriter(database.db).replace(file);
  expect(await reader.lines()).toEqual(file.lines);
  expect(await reader.country()).toEqual(file.country);
});

test('a second one takes the place of the first, whole', async () => {
  await using database = await testDatabase();
  const writer = linesWriter(database.db);
  await writer.replace(file);
  await writer.replace({
    country: { country: 'Elsewhere', fiveDays: [], duty: null },
    lines: file.lines.slice(2, 3),
  });
  const reader = linesReader(database.db);
  expect((await reader.lines()).map(({ id }) => id)).toEqual(['young-voices']);
  expect(await reader.country()).toEqual({ country: 'Elsewhere', fiveDays: [], duty: null });
});

test('a test call is kept, for a line that exists', async () => {
  await using database = await testDatabase();
  const writer = linesWriter(database.db);
  await writer.replace(file);
  expect(await writer.tested('listening', { on: '2026-11-21', answered: false })).toBe(true);
  expect(await writer.tested('nobody', { on: '2026-11-21', answered: true })).toBe(false);
  const line = (await linesReader(database.db).lines()).find(({ id }) => id === 'listening');
  expect(line?.tested).toEqual({ on: '2026-11-21', answered: false });
});

test('the table itself refuses a line without a source', async () => {
  await using database = await testDatabase();
  const [line] = file.lines;
  if (!line) throw new Error('the demonstration has lines');
  const nowhere = { ...line, source: { en: '', ar: '' } };
  await expect(linesWriter(database.db).replace({ ...file, lines: [nowhere] })).rejects.toThrow();
  expect(await linesReader(database.db).country()).toBeNull();
});

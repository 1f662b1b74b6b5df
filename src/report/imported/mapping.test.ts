import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { builtIn } from './built-in.ts';
import { readMapping } from './mapping.ts';
import { MappingShape } from './shape.ts';

const mine = {
  source: 'my-map',
  date: { column: 'when', order: 'day-month-year' },
  place: { column: 'where' },
  kinds: { column: 'what', values: { Touching: ['touched'] } },
  formVersions: [{ version: 'my-map-1' }],
};

const fields = (mapping: unknown): string[] => {
  const read = readMapping(mapping);
  return 'wrong' in read ? read.wrong.map(({ field }) => field) : [];
};

describe('a mapping', () => {
  test('of one’s own is taken, and so are those that come with us', () => {
    expect(fields(mine)).toEqual([]);
    for (const mapping of Object.values(builtIn).flat()) expect(fields(mapping)).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['the file', null],
    ['source', { ...mine, source: 'My Map' }],
    ['souce', { ...mine, souce: 'my-map' }],
    ['date.order', { ...mine, date: { column: 'when', order: 'american' } }],
    ['date.format', { ...mine, date: { ...mine.date, format: 'MM/DD' } }],
    ['place', { ...mine, place: {} }],
    ['place', { ...mine, place: { latitude: 'lat' } }],
    ['place', { ...mine, place: { column: 'where', latitude: 'lat', longitude: 'lng' } }],
    [
      'within[1]',
      {
        ...mine,
        within: [
          [0, 0],
          [31, 300],
          [1, 1],
        ],
      },
    ],
    ['kinds.values.Touching[0]', { ...mine, kinds: { ...mine.kinds, values: { Touching: ['toched'] } } }],
    ['kinds.values.Touching', { ...mine, kinds: { ...mine.kinds, values: { Touching: [] } } }],
    ['kinds.loses.Shoving', { ...mine, kinds: { ...mine.kinds, loses: { Shoving: 'what it was' } } }],
    ['helped.values.Yes', { ...mine, helped: { column: 'helped', values: { Yes: 'true' } } }],
    ['formVersions', { ...mine, formVersions: [] }],
    ['formVersions[0].from', { ...mine, formVersions: [{ version: 'a', from: '2012-01-01' }] }],
    ['formVersions[1].from', { ...mine, formVersions: [{ version: 'a' }, { version: 'b' }] }],
    [
      'formVersions[1].from',
      { ...mine, formVersions: [{ version: 'a' }, { version: 'b', from: '2012-02-30' }] },
    ],
    [
      'formVersions[1].version',
      { ...mine, formVersions: [{ version: 'a' }, { version: 'a', from: '2012-01-01' }] },
    ],
    ['words[0]', { ...mine, words: [''] }],
    ['words[1]', { ...mine, words: ['story', 'What'] }],
  ])('that is wrong at %s is refused by that name', (field, mapping) => {
    expect(fields(mapping)).toContain(field);
  });

  test('that lacks a field is refused by the name of that field', () => {
    const { kinds: _, ...rest } = mine;
    expect(readMapping(rest)).toEqual({ wrong: [{ field: 'kinds', why: 'is missing' }] });
  });

  test('that misspells a kind is told which there are', () => {
    const read = readMapping({ ...mine, kinds: { ...mine.kinds, values: { Touching: ['toched'] } } });
    expect('wrong' in read && read.wrong[0]?.why).toContain('words, stared, followed');
  });
});

test('docs/import.schema.json is the shape mappings are checked against', () => {
  expect(JSON.parse(readFileSync('docs/import.schema.json', 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(MappingShape)),
  );
});

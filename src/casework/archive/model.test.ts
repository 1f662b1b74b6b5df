import { expect, test } from 'vitest';
import type { Reader, ReaderEntry } from '../../platform/keys/index.ts';
import { heirs } from './model.ts';

const reader = (id: string, name = id): Reader => {
  return { id, name, place: 'ours', recipient: id, signer: id, childTrained: false };
};
const [ines, omar, hanan] = [reader('ines'), reader('omar'), reader('hanan')];
const again = reader('omar-2', 'omar');
const entry = (one: Reader, change: 'add' | 'remove', day: string, founding = false): ReaderEntry => ({
  statement: {
    number: 1,
    previous: '',
    installation: 'any',
    date: `${day}T10:00:00.000Z`,
    founding,
    change,
    reader: one,
  },
  signatures: [],
});
const founders = [entry(ines, 'add', '2026-11-01', true), entry(omar, 'add', '2026-11-01', true)];
const told = { arrived: '2026-11-10', isMinors: false };
const known = (
  active: readonly Reader[],
  entries: readonly ReaderEntry[],
  waiting: readonly Reader[] = [],
) => ({
  list: { active, waiting: waiting.map((one) => ({ reader: one, from: new Date(0) })) },
  entries,
  zone: 'Africa/Cairo',
});
const ids = (readers: readonly Reader[]) => readers.map(({ id }) => id);

test('it belongs to who could read it, with the key of today, also while that waits', () => {
  const entries = [...founders, entry(omar, 'remove', '2026-12-01'), entry(again, 'add', '2026-12-02')];
  const report = { ...told, readers: ['ines', 'omar'] };
  expect(ids(heirs(report, known([ines], entries, [again])))).toEqual(['ines', 'omar-2']);
  expect(ids(heirs(report, known([ines, again], entries)))).toEqual(['ines', 'omar-2']);
});

test('whoever she left out gets nothing, with no key, also when nobody else is left', () => {
  const entries = [...founders, entry(omar, 'remove', '2026-12-01'), entry(again, 'add', '2026-12-02')];
  const report = { ...told, readers: ['ines'] };
  expect(ids(heirs(report, known([ines, again], entries)))).toEqual(['ines']);
  const without = [...entries, entry(ines, 'remove', '2027-01-01')];
  expect(heirs(report, known([again], without))).toEqual([]);
});

test('where none of them is left it goes to who came later, and not while one is', () => {
  const later = [...founders, entry(hanan, 'add', '2026-12-01')];
  const report = { ...told, readers: ['ines', 'omar'] };
  expect(ids(heirs(report, known([ines, hanan], later)))).toEqual(['ines']);
  const gone = [...later, entry(ines, 'remove', '2027-01-01'), entry(omar, 'remove', '2027-01-01')];
  expect(ids(heirs(report, known([hanan], gone)))).toEqual(['hanan']);
});

import { describe, expect, test } from 'vitest';
import type { Reader } from '../../platform/keys/index.ts';
import { type Before, keptFrom, type Span, spansOf } from './newcomer.ts';

const reader = (id: string, name = id, childTrained = false): Reader => {
  return { id, name, place: 'ours', recipient: id, signer: id, childTrained };
};
const ines = reader('ines', 'Ines', true);
const omar = reader('omar', 'Omar');
const hanan = reader('hanan', 'Hanan');
const noha = reader('noha', 'Noha', true);
const span = (one: Reader, from: string | null = null, until: string | null = null): Span => {
  return { reader: one, from, until };
};
const founders = [span(ines), span(omar)];
const report = (changes: Partial<Before> = {}): Before => {
  return { arrived: '2026-11-10', readers: ['ines', 'omar'], isMinors: false, ...changes };
};

describe('who came later', () => {
  const spans = [...founders, span(hanan, '2026-11-20'), span(noha, '2026-11-20')];

  test('may be let in where everybody who was there may read', () => {
    expect(keptFrom(hanan, report(), spans)).toBeNull();
  });
  test('is no newcomer to what arrived on the first day the key counted, or after', () => {
    expect(keptFrom(hanan, report({ arrived: '2026-11-20' }), spans)).toBe('there_before');
    expect(keptFrom(hanan, report({ arrived: '2026-11-25' }), spans)).toBe('there_before');
  });
  test('is never added where anybody was left out', () => {
    expect(keptFrom(noha, report({ readers: ['ines'] }), spans)).toBe('left_out');
    expect(keptFrom(hanan, report({ readers: ['omar'] }), spans)).toBe('left_out');
    expect(keptFrom(hanan, report({ readers: ['layla'] }), [...spans, span(reader('layla'))])).toBe(
      'left_out',
    );
  });
  test('reads what may be a minor’s only when trained, and then also without those who are not', () => {
    expect(keptFrom(hanan, report({ readers: ['ines'] }), spans)).toBe('child_trained');
    expect(keptFrom(hanan, report({ isMinors: true }), spans)).toBe('child_trained');
    expect(keptFrom(noha, report({ readers: ['ines'], isMinors: true }), spans)).toBeNull();
  });
});

describe('who was here before', () => {
  test('and was left out stays out with every later key', () => {
    const again = reader('omar-2', 'Omar');
    const spans = [span(ines), span(omar, null, '2026-11-15'), span(again, '2026-11-20')];
    expect(keptFrom(again, report({ readers: ['ines'] }), spans)).toBe('there_before');
  });
  test('and was away when it arrived is a newcomer to it', () => {
    const again = reader('omar-2', 'Omar');
    const other = reader('ziad', 'Ziad');
    const spans = [span(ines), span(other), span(omar, null, '2026-11-05'), span(again, '2026-11-20')];
    expect(keptFrom(again, report({ readers: ['ines', 'ziad'] }), spans)).toBeNull();
  });
});

test('a founding key counts from the beginning, another 72 hours after its date, a removed one until its day', () => {
  const entry = (number: number, one: Reader, changes: object) => ({
    statement: {
      number,
      previous: '',
      installation: 'house',
      date: '2026-11-10T22:30:00.000Z',
      founding: false,
      change: 'add' as const,
      reader: one,
      ...changes,
    },
    signatures: [],
  });
  const entries = [
    entry(1, ines, { founding: true }),
    entry(2, hanan, {}),
    entry(3, hanan, { change: 'remove', date: '2026-12-01T10:00:00.000Z' }),
  ];
  expect(spansOf(entries, 'Africa/Cairo')).toEqual([
    span(ines),
    // Half past midnight in Cairo.
    span(hanan, '2026-11-14', '2026-12-01'),
  ]);
});

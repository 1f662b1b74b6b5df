import { describe, expect, test } from 'vitest';
import { rowsOf } from '../train/corpus.ts';
import { agreements, alpha, kappa } from './agreement.ts';
import { type Code, codedIn, codedLine, codeOf, typedOf } from './code.ts';
import { finalTable, toDecide } from './final.ts';

const code = (moves: Code['moves'], focus: Code['focus'] = 'happened'): Code => ({ moves, focus });

describe('a reply is coded with figures', () => {
  test('moves, then one focus; in any digits', () => {
    expect(codeOf('14 2')).toEqual(code(['not_all', 'blame'], 'hurt'));
    expect(codeOf(' 41/2 ')).toEqual(code(['not_all', 'blame'], 'hurt'));
    expect(codeOf('٠ ٧')).toEqual(code([], 'other'));
    expect(typedOf(code(['not_all', 'blame'], 'hurt'))).toBe('14 2');
  });

  test.each([
    ['', 'form'],
    ['2', 'form'],
    ['14', 'form'],
    ['0 9', 'form'],
    ['x 1', 'form'],
    ['7 1', 'move'],
    ['01 2', 'both'],
  ])('%j is not understood, and it is said why: %s', (typed, why) => {
    expect(codeOf(typed)).toBe(why);
  });

  test('a coder’s file holds no words, and the last line about a reply counts', () => {
    const lines = [
      codedLine({ id: 'a', code: code(['tone']) }),
      codedLine({ id: 'a', code: null }),
      '{"id":1}',
      codedLine({ id: 'b', code: code([]) }),
    ];
    const { coded, wrong } = codedIn(lines.join('\n'));
    expect([...coded]).toEqual([
      ['a', null],
      ['b', code([])],
    ]);
    expect(wrong).toEqual([3]);
  });
});

describe('agreement', () => {
  const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
  const zip = (one: string, other: string) =>
    letters(one).map((value, n) => [value, letters(other)[n] ?? 0] as const);

  test('kappa as in Cohen 1968, table 1: 200 people, three diagnoses', () => {
    const table = [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ];
    const pairs = table.flatMap((row, first) =>
      row.flatMap((count, second) => Array.from({ length: count }, () => [first, second] as const)),
    );
    expect(pairs).toHaveLength(200);
    expect(kappa(pairs)).toBeCloseTo(0.492, 3);
  });

  test('alpha as in Krippendorff 2011: A, two observers and two values; B, five values; C, four observers and gaps', () => {
    expect(alpha(zip('0100000010', '1110010000'))).toBeCloseTo(0.095, 3);
    expect(alpha(zip('aabbdcccedda', 'babbbccceddd'))).toBeCloseTo(0.692, 3);
    const observers = ['123321412...', '1233224125.3', '.3332342251.', '12332441251.'];
    const units = [...'123456789012'].map((_, n) =>
      observers.flatMap((row) => (row[n] === '.' ? [] : [Number(row[n])])),
    );
    expect(alpha(units)).toBeCloseTo(0.743, 3);
  });

  test('where nothing differs nothing can be said, and that is said', () => {
    expect(
      kappa([
        [1, 1],
        [1, 1],
      ]),
    ).toBeNull();
    expect(
      alpha([
        [1, 1],
        [1, 1],
      ]),
    ).toBeNull();
    expect(kappa([])).toBeNull();
    expect(
      kappa([
        [0, 0],
        [1, 1],
      ]),
    ).toBe(1);
  });

  test('for each move and each focus, with intervals; what only one judged is left out', () => {
    const one = new Map<string, Code | null>();
    const other = new Map<string, Code | null>();
    for (let n = 0; n < 60; n++) {
      one.set(`r${n}`, code(n % 3 === 0 ? ['blame'] : [], n % 2 === 0 ? 'hurt' : 'question'));
      other.set(
        `r${n}`,
        code(n % 3 === 0 && n % 9 !== 0 ? ['blame'] : [], n % 2 === 0 ? 'hurt' : 'question'),
      );
    }
    one.set('unsure', null);
    other.set('unsure', code([]));
    other.set('mine alone', code([]));
    const found = agreements(one, other);
    expect(found).toMatchObject({ replies: 60, left: 2 });
    expect(found.moves.blame).toMatchObject({ first: 20, second: 13, both: 13 });
    const { value, low, high } = found.moves.blame.kappa;
    expect(low).toBeLessThan(value ?? 0);
    expect(high).toBeGreaterThan(value ?? 1);
    expect(found.focus.alpha.value).toBe(1);
    expect(found.moves.tone.kappa.value).toBeNull();
    expect(agreements(one, other)).toEqual(found);
  });
});

test('what two coders said differently is decided, and the final set is what talk eval reads', () => {
  const one = new Map([
    ['a', code(['tone'])],
    ['b', code([])],
    ['c', null],
    ['d', null],
  ]);
  const other = new Map([
    ['a', code(['tone'])],
    ['b', code(['blame'])],
    ['c', code([])],
    ['d', null],
    ['e', code([])],
  ]);
  expect(toDecide(one, other).map(({ id }) => id)).toEqual(['b', 'c']);
  const { rows, wrong } = rowsOf(
    finalTable([
      { id: 'a', text: 'one\ttwo\r\nthree', code: code(['tone', 'blame']) },
      { id: 'b', text: 'x', code: code([], 'other') },
    ]),
  );
  expect(wrong).toEqual([]);
  expect(rows).toMatchObject([
    { family: 'coded a', kind: 'move', moves: ['tone', 'blame'], text: 'one two\nthree' },
    { kind: 'plain', moves: [], focus: 'other' },
  ]);
});

import { expect, test } from 'vitest';
import type { Net } from '../net.ts';
import { drawing } from './draw.ts';
import { type Given, putTogether, throughTurn, turnAtFirst } from './given.ts';

const [dims, width, rows] = [3, 5, 4];
const draw = drawing(9);
const numbers = (count: number) => Float64Array.from({ length: count }, () => draw.share() - 0.5);
const given: Given = {
  width,
  numbers: numbers(rows * width),
  // Of the last word nothing was given.
  isKnown: Uint8Array.of(0, 1, 1, 0),
};
const turn = numbers(width * dims);
const own = numbers(rows * dims);
const all = [0, 1, 2, 3];

function vectors(): Float64Array {
  const net = { dims, vectors: new Float64Array(rows * dims) } as Net;
  putTogether(net, all, { given, turn, own });
  return net.vectors;
}

test('a word is what was given of it, turned, and its own beside it', () => {
  const together = vectors();
  for (const row of all) {
    for (let d = 0; d < dims; d++) {
      const turned = Array.from({ length: width }, (_, k) =>
        given.isKnown[row] === 1 ? (given.numbers[row * width + k] ?? 0) * (turn[k * dims + d] ?? 0) : 0,
      ).reduce((sum, each) => sum + each, 0);
      expect(together[row * dims + d]).toBeCloseTo((own[row * dims + d] ?? 0) + turned, 12);
    }
  }
});

test('at first it is the first numbers that were given', () => {
  const net = { dims, vectors: new Float64Array(rows * dims) } as Net;
  putTogether(net, [2], { given, turn: turnAtFirst(width, dims), own: new Float64Array(rows * dims) });
  expect([...net.vectors.subarray(2 * dims)].slice(0, dims)).toEqual([
    ...given.numbers.subarray(2 * width, 2 * width + dims),
  ]);
});

test('slopes of the matrix are those found by moving each number a little', () => {
  const weights = numbers(rows * dims);
  const measured = () => vectors().reduce((sum, each, at) => sum + each * (weights[at] ?? 0), 0);
  const slopes = new Float64Array(width * dims);
  throughTurn(slopes, { given, dims, touched: all }, weights);
  const little = 1e-5;
  turn.forEach((number, at) => {
    const [more, less] = [1, -1].map((sign) => {
      turn[at] = number + sign * little;
      return measured();
    }) as [number, number];
    turn[at] = number;
    expect(slopes[at]).toBeCloseTo((more - less) / (2 * little), 6);
  });
});

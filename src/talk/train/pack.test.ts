import { expect, test } from 'vitest';
import type { Model } from '../detector.ts';
import { places } from '../hash.ts';
import { headCount, wideHeads } from '../heads.ts';
import type { Lang } from '../model.ts';
import { neighbours, pooledOf, widthOf } from '../net.ts';
import { rowCount, rowOf, vocabularyOf, wordHash } from '../vocabulary.ts';
import { modelOf } from '../weights.ts';
import { drawing } from './draw.ts';
import { fileOf } from './pack.ts';

const words = Array.from({ length: 60 }, (_, n) => `word${n}`);
/** From seldom to often. */
const counts = new Map(words.map((word, n) => [wordHash(word), 1.2 ** n]));
const vocabulary = vocabularyOf(counts.keys());
const [dims, filters] = [4, 5];

function invented(lang: Lang, layers: 2 | 3): Model {
  const draw = drawing(3);
  const numbers = (count: number) => Float64Array.from({ length: count }, () => draw.share() - 0.5);
  const deep = layers - 2;
  return {
    lang,
    vocabulary,
    threshold: 0.5,
    last: { slope: 4096, reach: [0, 0, 0, 0, 0, 0, 0, 0] },
    net: {
      dims,
      filters,
      vectors: numbers(rowCount(vocabulary) * dims).fill(0, 0, dims),
      first: numbers(neighbours * widthOf(dims) * filters),
      firstBias: numbers(filters),
      context: numbers(dims * filters),
      second: numbers(neighbours * filters * filters),
      secondBias: numbers(filters),
      third: numbers(deep * neighbours * filters * filters),
      thirdBias: numbers(deep * filters),
      out: numbers(headCount * pooledOf(filters, layers)),
      outBias: numbers(headCount),
      wide: new Float64Array(places * wideHeads),
    },
  };
}

const furthest = (one: Float64Array, other: Float64Array) =>
  one.reduce((most, each, at) => Math.max(most, Math.abs(each - (other[at] ?? Number.NaN))), 0);

test.each([
  ['en', 3, 5],
  ['ar', 2, 1],
] as const)('what is packed is read again, word for word (%s)', (lang, layers, lists) => {
  const model = invented(lang, layers);
  const file = fileOf(model, counts);
  expect(file.words).toHaveLength(lists);
  const read = modelOf(JSON.parse(JSON.stringify(file)));
  expect(read.vocabulary.hashes).toEqual(vocabulary.hashes);
  const vector = ({ net }: Model, row: number) => net.vectors.subarray(row * dims, (row + 1) * dims);
  const wrong = words.map((word) => {
    const row = rowOf(word, vocabulary);
    return furthest(vector(read, row), vector(model, row));
  });
  // Steps are a third of a unit or so; the more often a word stands, the finer.
  expect(Math.max(...wrong)).toBeLessThan(0.3);
  const worst = (some: number[]) => Math.max(...some);
  if (lists > 1) expect(worst(wrong.slice(-20))).toBeLessThan(worst(wrong.slice(0, 10)) / 2);
  for (let row = rowCount(vocabulary) - 64; row < rowCount(vocabulary); row++)
    expect(furthest(vector(read, row), vector(model, row))).toBeLessThan(0.15);
  for (const name of ['first', 'context', 'second', 'third', 'thirdBias', 'out'] as const)
    expect(furthest(read.net[name], model.net[name]), name).toBeLessThan(0.005);
});

test('a file of an earlier make is read as it was', () => {
  const { version: _, words: lists, vectors, ...rest } = fileOf(invented('ar', 2), counts);
  const now = modelOf({ ...rest, version: 5, words: lists, vectors });
  const { context: __, ...older } = rest;
  const then = modelOf({
    ...older,
    version: 3,
    words: lists[0] ?? '',
    vectors: [vectors].flat()[0] as never,
  });
  expect(then.net.vectors).toEqual(now.net.vectors);
  expect(then.net.context).toHaveLength(0);
});

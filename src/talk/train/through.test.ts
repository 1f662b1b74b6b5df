import { expect, test } from 'vitest';
import { pool, workFor } from '../layers.ts';
import { type Counted, type Layers, type Net, neighbours, pooledOf, widthOf } from '../net.ts';
import { marks } from '../shown.ts';
import { drawing } from './draw.ts';
import { slopesFor, throughLayers } from './through.ts';

const [dims, filters] = [3, 6];
const pooled = pooledOf(filters, 3);
const draw = drawing(5);
const numbers = (count: number) => Float64Array.from({ length: count }, () => draw.share() - 0.5);
const none = new Float64Array(0);
const layers: Layers = {
  first: numbers(neighbours * widthOf(dims) * filters),
  firstBias: numbers(filters),
  context: numbers(dims * filters),
  second: numbers(neighbours * filters * filters),
  secondBias: numbers(filters),
  third: numbers(neighbours * filters * filters),
  thirdBias: numbers(filters),
  out: none,
  outBias: none,
};
const net: Net = { ...layers, dims, filters, vectors: numbers(5 * dims), wide: none };
const counted: Counted = {
  words: Int32Array.of(1, 0, 3, 3, 4, 2, 1),
  marks: Int32Array.from({ length: 7 }, () => Math.floor(draw.share() * 2 ** marks.length)),
  wide: [],
  account: false,
};
/** How much each strongest answer counts in what is measured here. */
const back = numbers(pooled);

function measured(): number {
  const work = workFor(7);
  pool(net, counted, work);
  return back.reduce((sum, weight, p) => sum + weight * (work.pool[p] ?? 0), 0);
}

const little = 1e-5;

/** What is measured changes by so much for each number, per unit it is moved. */
const byMoving = (all: Float64Array) =>
  Array.from(all, (number, at) => {
    const [more, less] = [1, -1].map((sign) => {
      all[at] = number + sign * little;
      return measured();
    }) as [number, number];
    all[at] = number;
    return (more - less) / (2 * little);
  });

/** As many digits as moving can show. */
const rounded = (all: Iterable<number>) => Array.from(all, (each) => Math.round(each * 1e5) / 1e5 + 0);

test('slopes are those found by moving each number a little', () => {
  const work = workFor(7);
  const empty = Object.fromEntries(
    Object.entries(layers).map(([name, all]) => [name, new Float64Array(all.length)]),
  ) as unknown as Layers;
  const slopes = slopesFor(net, empty, 7);
  pool(net, counted, work);
  throughLayers(net, slopes, { counted, work, back });
  for (const name of ['first', 'firstBias', 'context', 'second', 'secondBias', 'third', 'thirdBias'] as const)
    expect(rounded(slopes.layers[name]), name).toEqual(rounded(byMoving(net[name])));
  // Row 0 is no word.
  expect(rounded(slopes.vectors.subarray(dims))).toEqual(rounded(byMoving(net.vectors)).slice(dims));
  expect([...slopes.touched].sort()).toEqual([1, 2, 3, 4]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headCount, wideHeads } from './heads.ts';
import { workFor } from './layers.ts';
import { type Counted, further, furthest, layersOf, type Net, neighbours, pooledOf, widthOf } from './net.ts';
import { marks } from './shown.ts';
import { sums } from './sums.ts';

const dims = 3;
const filters = 20;

function invented(draw: () => number, isDeep: boolean): Net {
  const numbers = (count: number) => Float64Array.from({ length: count }, draw);
  const deep = isDeep ? 1 : 0;
  return {
    dims,
    filters,
    vectors: numbers(5 * dims),
    first: numbers(neighbours * widthOf(dims) * filters),
    firstBias: numbers(filters),
    context: numbers(dims * filters),
    second: numbers(neighbours * filters * filters),
    secondBias: numbers(filters),
    third: numbers(deep * neighbours * filters * filters),
    thirdBias: numbers(deep * filters),
    out: numbers(headCount * pooledOf(filters, 2 + deep)),
    outBias: numbers(headCount),
    wide: numbers(20 * wideHeads),
  };
}

/** The same sums by the definition of each layer, cell by cell. */
function byDefinition(net: Net, { words, marks: set, wide, account }: Counted): number[] {
  const input = Array.from(words, (word, at) => [
    ...Array.from({ length: dims }, (_, d) => (word === 0 ? 0 : (net.vectors[word * dims + d] ?? 0))),
    ...marks.map((_, n) => ((set[at] ?? 0) >> n) & 1),
  ]);
  const known = Array.from(words, (word, at) => ({ word, row: input[at] ?? [] })).filter(
    ({ word }) => word !== 0,
  );
  const mean = Array.from({ length: dims }, (_, d) =>
    known.reduce((sum, { row }) => sum + (row[d] ?? 0) / known.length, 0),
  );
  const told = net.firstBias.map((bias, f) =>
    mean.reduce((sum, value, d) => sum + value * (net.context[d * filters + f] ?? 0), bias),
  );
  const layer = (
    rows: number[][],
    weights: Float64Array,
    { bias, apart }: { bias: Float64Array; apart: number },
  ) =>
    rows.map((_, at) =>
      Array.from({ length: filters }, (__, f) => {
        let sum = bias[f] ?? 0;
        for (let side = 0; side < neighbours; side++) {
          const row = rows[at + (side - 1) * apart] ?? [];
          row.forEach((value, g) => {
            sum += value * (weights[(side * row.length + g) * filters + f] ?? 0);
          });
        }
        return Math.max(0, sum);
      }),
    );
  const first = layer(input, net.first, { bias: told, apart: 1 });
  const second = layer(first, net.second, { bias: net.secondBias, apart: further });
  const strongest = (rows: number[][]) =>
    Array.from({ length: filters }, (_, f) => Math.max(0, ...rows.map((row) => row[f] ?? 0)));
  const third =
    layersOf(net) === 3 ? layer(second, net.third, { bias: net.thirdBias, apart: furthest }) : undefined;
  const all = [
    ...strongest(first),
    ...strongest(second),
    ...(third === undefined ? [] : strongest(third)),
    account ? 1 : 0,
  ];
  const pooled = all.length;
  return Array.from({ length: headCount }, (_, head) => {
    const deep = all.reduce(
      (sum, value, p) => sum + value * (net.out[head * pooled + p] ?? 0),
      net.outBias[head] ?? 0,
    );
    const places = head < wideHeads ? wide.map((place) => net.wide[place * wideHeads + head] ?? 0) : [];
    return deep + places.reduce((sum, each) => sum + each, 0) / Math.sqrt(Math.max(1, places.length));
  });
}

test('the sums are those its layers are defined by', () => {
  const form = fc.tuple(fc.nat(4), fc.nat((1 << marks.length) - 1));
  fc.assert(
    fc.property(
      fc.array(form, { maxLength: 14 }),
      fc.uniqueArray(fc.nat(19), { maxLength: 6 }),
      fc.tuple(fc.boolean(), fc.boolean(), fc.integer({ min: 1, max: 1e6 })),
      (forms, wide, [account, isDeep, seed]) => {
        let state = seed;
        const draw = () => {
          state = (state * 48_271) % 2_147_483_647;
          return state / 2_147_483_647 - 0.5;
        };
        const net = invented(draw, isDeep);
        const counted = {
          words: Int32Array.from(forms, ([word]) => word),
          marks: Int32Array.from(forms, ([, set]) => set),
          wide,
          account,
        };
        const found = sums(net, counted, workFor(14));
        byDefinition(net, counted).forEach((sum, head) => {
          expect(found[head]).toBeCloseTo(sum, 6);
        });
        const keeping = { ...net, kept: new Map<number, Float64Array>() };
        const first = sums(keeping, counted, workFor(14));
        first.forEach((sum, head) => {
          expect(sum).toBeCloseTo(found[head] ?? Number.NaN, 9);
        });
        expect(sums(keeping, counted, workFor(14)), 'read again').toEqual(first);
      },
    ),
    { numRuns: 40 },
  );
});

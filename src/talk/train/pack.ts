/** A model as the file it is shipped in: whole numbers, the smallest weights of the table left out. Pure. */
import type { Model } from '../detector.ts';
import { places } from '../hash.ts';
import { headCount, heads, wideHeads } from '../heads.ts';
import type { Lang } from '../model.ts';
import { layersOf, type Net, pooledOf } from '../net.ts';
import { marks } from '../shown.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { type ModelFile, type Packed, rowsOf, signOf } from '../weights.ts';

/** Places of the table a head keeps, and how many whole numbers a usual weight of it is apart from 0. */
export interface Fineness {
  kept: number;
  steps: number;
}

/**
 * What is shipped has to be small. `vectorSteps`: how many whole numbers a usual number of a vector is apart from 0; where words are
 * in lists, those that stand four times as often are `finer` by so much: what is wrong in them is wrong more often.
 */
const shipping: Readonly<Record<Lang, Fineness & { vectorSteps: number; lists: readonly number[] }>> = {
  en: { kept: 7000, steps: 2, vectorSteps: 1.5, lists: [8, 32, 128, 512] },
  ar: { kept: 9000, steps: 2, vectorSteps: 1.5, lists: [] },
};
const finer = 1.6;
/** The list, counted from the first, whose words are in `vectorSteps`. */
const middle = 2;
/** What was learnt where it is used has not. */
export const finest: Fineness = { kept: places, steps: 16 };

/** `counts`: how often words stand, by hash. */
export function fileOf(model: Model, counts: ReadonlyMap<number, number>): ModelFile {
  const { lang, net, last, threshold, vocabulary } = model;
  const lists = listsOf(vocabulary, counts, shipping[lang].lists);
  return {
    version: 5,
    lang,
    heads,
    marks,
    dims: net.dims,
    threshold,
    words: lists.map(rising),
    vectors: lists.map((hashes, n) =>
      signsOf(
        numberByNumber(net, rowsOf(hashes, vocabulary, n === lists.length - 1)),
        usual(net.vectors) / shipping[lang].vectorSteps / times(finer, lists.length > 1 ? n - middle : 0),
      ),
    ),
    first: fullest(net.first),
    firstBias: fixed(net.firstBias),
    ...(net.context.length > 0 && { context: fullest(net.context) }),
    second: fullest(net.second),
    secondBias: fixed(net.secondBias),
    ...(layersOf(net) === 3 && { third: fullest(net.third), thirdBias: fixed(net.thirdBias) }),
    out: fullest(net.out.subarray(0, headCount * pooledOf(net.filters, layersOf(net)))),
    outBias: fixed(net.outBias.subarray(0, headCount)),
    wide: tablesOf(net.wide, shipping[lang]),
    last,
  };
}

export const tablesOf = (wide: Float64Array, fineness: Fineness): ModelFile['wide'] =>
  Array.from({ length: wideHeads }, (_, head) => tableOf(wide, head, fineness));

/** Hashes of words by how often they stand; each of `below` ends a list. */
function listsOf(
  { hashes }: Vocabulary,
  counts: ReadonlyMap<number, number>,
  below: readonly number[],
): number[][] {
  const lists = Array.from({ length: below.length + 1 }, (): number[] => []);
  for (const hash of hashes) {
    const list = below.findIndex((most) => (counts.get(hash) ?? 0) < most);
    lists[list < 0 ? below.length : list]?.push(hash);
  }
  return lists;
}

/** By multiplication alone: Math.pow may differ between engines. */
function times(factor: number, count: number): number {
  let result = 1;
  for (let n = 0; n < Math.abs(count); n++) result *= factor;
  return count < 0 ? 1 / result : result;
}

function numberByNumber({ vectors, dims }: Net, rows: readonly number[]): Float64Array {
  return Float64Array.from({ length: rows.length * dims }, (_, at) => {
    const row = rows[at % rows.length] ?? 0;
    return vectors[row * dims + Math.floor(at / rows.length)] ?? 0;
  });
}

/** The root of the mean square of what is not 0. */
function usual(numbers: Float64Array): number {
  const some = numbers.filter((each) => each !== 0);
  return Math.sqrt(some.reduce((sum, each) => sum + each * each, 0) / Math.max(1, some.length)) || 1;
}

/** So that the largest number just fits. */
const fullest = (numbers: Float64Array): Packed =>
  signsOf(numbers, (numbers.reduce((most, each) => Math.max(most, Math.abs(each)), 0) || 1) / 127);

function signsOf(numbers: Float64Array, apart: number): Packed {
  const unit = Number(apart.toPrecision(6));
  const whole = Array.from(numbers, (each) => Math.max(-127, Math.min(127, Math.round(each / unit))));
  return { unit, signs: whole.map(signOf).join('') };
}

const fixed = (numbers: Float64Array): number[] =>
  Array.from(numbers, (each) => Math.round(each * 65_536) / 65_536);

function tableOf(wide: Float64Array, head: number, { kept, steps }: Fineness): Packed & { places: string } {
  const weights = Array.from({ length: places }, (_, place) => ({
    place,
    weight: wide[place * wideHeads + head] ?? 0,
  }));
  const sizes = weights.map(({ weight }) => Math.abs(weight)).sort((one, other) => other - one);
  const least = sizes[Math.min(kept, sizes.length) - 1] ?? 0;
  const strong = weights.filter(({ weight }) => weight !== 0 && Math.abs(weight) >= least);
  const unit = usual(Float64Array.from(strong, ({ weight }) => weight)) / steps;
  const used = strong.filter(({ weight }) => Math.round(weight / unit) !== 0);
  const packed = signsOf(
    Float64Array.from(used, ({ weight }) => weight),
    unit,
  );
  return { ...packed, places: rising(used.map(({ place }) => place)) };
}

/** Numbers in rising order as differences, seven bits a byte, the lowest first; the highest bit says that more follow. */
function rising(numbers: Iterable<number>): string {
  const bytes: number[] = [];
  let last = 0;
  for (const each of numbers) {
    let left = each - last;
    last = each;
    while (left >= 128) {
      bytes.push((left & 127) | 128);
      left >>= 7;
    }
    bytes.push(left);
  }
  return base64(bytes);
}

const base64 = (bytes: readonly number[]): string =>
  btoa(bytes.map((byte) => String.fromCharCode(byte)).join(''));

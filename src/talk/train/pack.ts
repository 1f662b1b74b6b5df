/** A model as the file it is shipped in: whole numbers, the smallest weights of the table left out. Pure. */
import type { Model } from '../detector.ts';
import { places } from '../hash.ts';
import { headCount, heads, wideHeads } from '../heads.ts';
import type { Lang } from '../model.ts';
import { pooledOf } from '../net.ts';
import { marks } from '../shown.ts';
import { rowCount } from '../vocabulary.ts';
import { type ModelFile, type Packed, signOf } from '../weights.ts';

/** Places of the table a head keeps, and how many whole numbers a usual weight of it is apart from 0. */
export interface Fineness {
  kept: number;
  steps: number;
}

/** What is shipped has to be small. `vectorSteps`: how many whole numbers a usual number of a vector is apart from 0. */
const shipping: Readonly<Record<Lang, Fineness & { vectorSteps: number }>> = {
  en: { kept: 6000, steps: 2, vectorSteps: 2.75 },
  ar: { kept: 9000, steps: 2, vectorSteps: 1.5 },
};
/** What was learnt where it is used has not. */
export const finest: Fineness = { kept: places, steps: 16 };

export function fileOf(model: Model): ModelFile {
  const { lang, net, last, threshold, vocabulary } = model;
  const { dims } = net;
  return {
    version: net.context.length > 0 ? 4 : 3,
    lang,
    heads,
    marks,
    dims,
    threshold,
    words: rising(vocabulary.hashes),
    vectors: signsOf(
      numberByNumber(net.vectors, rowCount(vocabulary), dims),
      usual(net.vectors) / shipping[lang].vectorSteps,
    ),
    first: fullest(net.first),
    firstBias: fixed(net.firstBias),
    ...(net.context.length > 0 && { context: fullest(net.context) }),
    second: fullest(net.second),
    secondBias: fixed(net.secondBias),
    out: fullest(net.out.subarray(0, headCount * pooledOf(net.filters))),
    outBias: fixed(net.outBias.subarray(0, headCount)),
    wide: tablesOf(net.wide, shipping[lang]),
    last,
  };
}

export const tablesOf = (wide: Float64Array, fineness: Fineness): ModelFile['wide'] =>
  Array.from({ length: wideHeads }, (_, head) => tableOf(wide, head, fineness));

function numberByNumber(vectors: Float64Array, rows: number, dims: number): Float64Array {
  const turned = new Float64Array((rows - 1) * dims);
  for (let d = 0, to = 0; d < dims; d++) {
    for (let row = 1; row < rows; row++) turned[to++] = vectors[row * dims + d] ?? 0;
  }
  return turned;
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

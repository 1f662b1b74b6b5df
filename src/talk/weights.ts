/** A shipped model, made ready from its file. */
import type { Last, Model } from './detector.ts';
import { places } from './hash.ts';
import { headCount, heads, wideHeads } from './heads.ts';
import type { Lang } from './model.ts';
import { neighbours, pooledOf, widthOf } from './net.ts';
import { marks } from './shown.ts';
import { endings, vocabularyOf } from './vocabulary.ts';

/** Whole numbers and what one of them is worth. */
export interface Packed {
  unit: number;
  /** From -127 to 127, a sign each. */
  signs: string;
}

/**
 * Small numbers are signs of ASCII, as `P` is 0 and `Q` is 1; the few others stand 512 signs further. One sign a number packs a
 * quarter better than base64, whose signs each hold parts of two.
 */
export const signOf = (whole: number): string =>
  String.fromCharCode(Math.abs(whole) <= nearest ? zero + whole : far + whole);
const wholeOf = (code: number): number => (code < 128 ? code - zero : code - far);
const zero = 80;
const nearest = 44;
const far = 512;

/** Of the file: what is of another make is refused. From 4 on there is `context`. */
const versions: readonly number[] = [3, 4];

export interface ModelFile {
  version: 3 | 4;
  lang: Lang;
  heads: readonly string[];
  marks: readonly string[];
  dims: number;
  threshold: number;
  last: Last;
  /** Hashes of words as differences, seven bits a byte, the lowest first; base64. */
  words: string;
  /** Number by number, of all words and endings one after another: neighbours pack better. */
  vectors: Packed;
  first: Packed;
  firstBias: readonly number[];
  context?: Packed;
  second: Packed;
  secondBias: readonly number[];
  out: Packed;
  outBias: readonly number[];
  /** For each of the first heads: places that have a weight, as differences, then their weights. */
  wide: readonly (Packed & { places: string })[];
}

/** Throws where the file is of another make: a wrong model would be worse than none. */
export function modelOf(file: ModelFile): Model {
  if (
    !versions.includes(file.version) ||
    file.heads.join() !== heads.join() ||
    file.marks.join() !== marks.join()
  ) {
    throw new Error(
      `A model of version ${versions.join(' or ')} with heads ${heads.join(', ')} is expected.`,
    );
  }
  const { lang, threshold, last, dims } = file;
  const filters = file.firstBias.length;
  const vocabulary = vocabularyOf(risingOf(file.words));
  const rows = 1 + vocabulary.hashes.length + endings;
  const packed = numbersOf(file.vectors, (rows - 1) * dims);
  const vectors = new Float64Array(rows * dims);
  for (let d = 0, from = 0; d < dims; d++) {
    for (let row = 1; row < rows; row++) vectors[row * dims + d] = packed[from++] ?? 0;
  }
  return {
    lang,
    threshold,
    last,
    vocabulary,
    net: {
      dims,
      filters,
      vectors,
      first: numbersOf(file.first, neighbours * widthOf(dims) * filters),
      firstBias: Float64Array.from(file.firstBias),
      context: file.context === undefined ? new Float64Array(0) : numbersOf(file.context, dims * filters),
      second: numbersOf(file.second, neighbours * filters * filters),
      secondBias: Float64Array.from(file.secondBias),
      out: numbersOf(file.out, headCount * pooledOf(filters)),
      outBias: Float64Array.from(file.outBias),
      wide: wideOf(file.wide),
      kept: new Map(),
    },
  };
}

function numbersOf({ unit, signs }: Packed, length: number): Float64Array {
  const numbers = new Float64Array(length);
  for (let at = 0; at < length; at++) numbers[at] = wholeOf(signs.charCodeAt(at)) * unit;
  return numbers;
}

function risingOf(base64: string): number[] {
  const text = atob(base64);
  const all: number[] = [];
  for (let at = 0, last = 0; at < text.length; ) {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const next = text.charCodeAt(at++);
      value |= (next & 127) << shift;
      if (next < 128) break;
    }
    last += value;
    all.push(last);
  }
  return all;
}

function wideOf(each: ModelFile['wide']): Float64Array {
  const wide = new Float64Array(places * wideHeads);
  each.forEach((packed, head) => {
    const used = risingOf(packed.places);
    const numbers = numbersOf(packed, used.length);
    used.forEach((place, n) => {
      wide[place * wideHeads + head] = numbers[n] ?? 0;
    });
  });
  return wide;
}

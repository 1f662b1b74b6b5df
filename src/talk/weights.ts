/** A shipped model, made ready from its file. */
import type { Last, Model } from './detector.ts';
import { places } from './hash.ts';
import { headCount, heads, wideHeads } from './heads.ts';
import type { Lang } from './model.ts';
import { layersOf, neighbours, pooledOf, widthOf } from './net.ts';
import { marks } from './shown.ts';
import { endings, rowCount, type Vocabulary, vocabularyOf } from './vocabulary.ts';

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

/** Of the file: what is of another make is refused. From 4 on there is `context`, from 5 on `third`, and words in lists. */
const versions: readonly number[] = [3, 4, 5];

export interface ModelFile {
  version: 3 | 4 | 5;
  lang: Lang;
  heads: readonly string[];
  marks: readonly string[];
  dims: number;
  threshold: number;
  last: Last;
  /**
   * In lists by how often words stand, the seldom ones first: their hashes as differences, seven bits a byte, the lowest first;
   * base64. Before 5 there was one list.
   */
  words: readonly string[] | string;
  /** Of each list, number by number, of all words one after another: neighbours pack better. Endings follow the last words. */
  vectors: readonly Packed[] | Packed;
  first: Packed;
  firstBias: readonly number[];
  context?: Packed;
  second: Packed;
  secondBias: readonly number[];
  third?: Packed;
  thirdBias?: readonly number[];
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
  const lists = [file.words].flat().map(risingOf);
  const vocabulary = vocabularyOf(lists.flat());
  const third = file.third === undefined ? none : numbersOf(file.third, neighbours * filters * filters);
  return {
    lang,
    threshold,
    last,
    vocabulary,
    net: {
      dims,
      filters,
      vectors: vectorsOf(file, lists, vocabulary),
      first: numbersOf(file.first, neighbours * widthOf(dims) * filters),
      firstBias: Float64Array.from(file.firstBias),
      context: file.context === undefined ? none : numbersOf(file.context, dims * filters),
      second: numbersOf(file.second, neighbours * filters * filters),
      secondBias: Float64Array.from(file.secondBias),
      third,
      thirdBias: Float64Array.from(file.thirdBias ?? []),
      out: numbersOf(file.out, headCount * pooledOf(filters, layersOf({ third }))),
      outBias: Float64Array.from(file.outBias),
      wide: wideOf(file.wide),
      kept: new Map(),
    },
  };
}

const none = new Float64Array(0);

function vectorsOf(
  { vectors: packed, dims }: ModelFile,
  lists: readonly (readonly number[])[],
  vocabulary: Vocabulary,
): Float64Array {
  const vectors = new Float64Array(rowCount(vocabulary) * dims);
  [packed].flat().forEach((each, n) => {
    const rows = rowsOf(lists[n] ?? [], vocabulary, n === lists.length - 1);
    const numbers = numbersOf(each, rows.length * dims);
    rows.forEach((row, at) => {
      for (let d = 0; d < dims; d++) vectors[row * dims + d] = numbers[d * rows.length + at] ?? 0;
    });
  });
  return vectors;
}

/** Rows of a list of words; those of the endings follow the last list. */
export function rowsOf(hashes: readonly number[], vocabulary: Vocabulary, isLast: boolean): number[] {
  const rows = hashes.map((hash) => vocabulary.rows.get(hash) ?? 0);
  const ends = Array.from({ length: isLast ? endings : 0 }, (_, n) => 1 + vocabulary.hashes.length + n);
  return [...rows, ...ends];
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

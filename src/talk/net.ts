/**
 * The counted model's shape. Words stand for vectors; two or three layers of filters over three neighbours each (Kim 2014, each
 * looking further than the one before, Yu and Koltun 2016), the first may also be told the mean of the words; of each filter its
 * strongest answer in the post; beside it a table of weights for words and rows of words (wide and deep: Cheng et al. 2016).
 * Only additions, multiplications and one square root,
 * in one order: the same post gives the same sums in every engine.
 */
import { marks } from './shown.ts';

export const neighbours = 3;
/** How far apart the neighbours of the second and of the third layer stand. */
export const further = 2;
export const furthest = 4;
/** No model has more filters in a layer, or numbers a word. */
export const mostFilters = 128;
export const mostDims = 64;
export const mostLayers = 3;
/** The strongest answers of all layers, and whether the post is an account. */
export const pooledOf = (filters: number, layers: number): number => layers * filters + 1;

export interface Layers {
  /** neighbours x (dims + marks) x filters. */
  first: Float64Array;
  firstBias: Float64Array;
  /** dims x filters: what the mean of the words' numbers says to the first layer, everywhere alike; empty where it says nothing. */
  context: Float64Array;
  /** neighbours x filters x filters. */
  second: Float64Array;
  secondBias: Float64Array;
  /** As the second; empty where there are two layers. */
  third: Float64Array;
  thirdBias: Float64Array;
  /** heads x pooled; there may be more heads than are shipped. */
  out: Float64Array;
  outBias: Float64Array;
}

export interface Net extends Layers {
  /** Numbers a word. */
  dims: number;
  /** Filters of a layer. */
  filters: number;
  /** rows x dims; row 0 is nothing. */
  vectors: Float64Array;
  /** places x wideHeads. */
  wide: Float64Array;
  /** What words read before say to the first layer, by row; undefined while learning, when it changes. */
  kept?: Map<number, Float64Array>;
}

export const layersOf = ({ third }: Pick<Layers, 'third'>): number => (third.length > 0 ? 3 : 2);

export const widthOf = (dims: number): number => dims + marks.length;

/** A post in numbers. */
export interface Counted {
  /** Rows of `vectors`. */
  words: Int32Array;
  marks: Int32Array;
  wide: readonly number[];
  account: boolean;
}

/**
 * The counted model. Words stand for vectors; two layers of filters over three neighbours each (Kim 2014, the second
 * looking further, Yu and Koltun 2016); of each filter its strongest answer in the post; beside it a table of weights
 * for words and rows of words (wide and deep: Cheng et al. 2016). Only additions, multiplications and one square root,
 * in one order: the same post gives the same sums in every engine.
 */
import { headCount, wideHeads } from './heads.ts';
import { marks } from './shown.ts';

export const neighbours = 3;
/** How far apart the neighbours of the second layer stand. */
export const further = 2;
/** No model has more filters in a layer. */
export const mostFilters = 128;
/** The strongest answers of both layers, and whether the post is an account. */
export const pooledOf = (filters: number): number => 2 * filters + 1;

export interface Layers {
  /** neighbours x (dims + marks) x filters. */
  first: Float64Array;
  firstBias: Float64Array;
  /** neighbours x filters x filters. */
  second: Float64Array;
  secondBias: Float64Array;
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
}

export const widthOf = (dims: number): number => dims + marks.length;

/** A post in numbers. */
export interface Counted {
  /** Rows of `vectors`. */
  words: Int32Array;
  marks: Int32Array;
  wide: readonly number[];
  account: boolean;
}

/** What a reading leaves behind; one is used for all posts. */
export interface Work {
  /** forms x filters, before anything below nothing is cut. */
  first: Float64Array;
  second: Float64Array;
  /** The strongest answer of each filter, and which form gave it. */
  pool: Float64Array;
  from: Int32Array;
}

export function workFor(forms: number): Work {
  return {
    first: new Float64Array(forms * mostFilters),
    second: new Float64Array(forms * mostFilters),
    pool: new Float64Array(pooledOf(mostFilters)),
    from: new Int32Array(pooledOf(mostFilters)),
  };
}

/** Fills `work` from both layers. */
export function pool(net: Net, { words, marks: set, account }: Counted, work: Work): void {
  const { first, second } = work;
  const { filters } = net;
  const length = words.length;
  for (let at = 0; at < length; at++) {
    const row = at * filters;
    for (let f = 0; f < filters; f++) first[row + f] = net.firstBias[f] ?? 0;
    for (let side = 0; side < neighbours; side++) {
      const by = at + side - 1;
      if (by >= 0 && by < length) addForm(net, { word: words[by] ?? 0, set: set[by] ?? 0, side }, first, row);
    }
  }
  for (let at = 0; at < length; at++) {
    const row = at * filters;
    for (let f = 0; f < filters; f++) second[row + f] = net.secondBias[f] ?? 0;
    for (let side = 0; side < neighbours; side++) {
      const by = at + (side - 1) * further;
      if (by < 0 || by >= length) continue;
      for (let g = 0; g < filters; g++) {
        const value = first[by * filters + g] ?? 0;
        if (value <= 0) continue;
        const weights = (side * filters + g) * filters;
        for (let f = 0; f < filters; f++)
          second[row + f] = (second[row + f] ?? 0) + value * (net.second[weights + f] ?? 0);
      }
    }
  }
  strongest(first, { length, filters, start: 0 }, work);
  strongest(second, { length, filters, start: filters }, work);
  work.pool[2 * filters] = account ? 1 : 0;
}

interface Form {
  word: number;
  set: number;
  side: number;
}

function addForm(net: Net, { word, set, side }: Form, first: Float64Array, row: number): void {
  const { dims, filters } = net;
  const base = side * widthOf(dims);
  for (let d = 0; word > 0 && d < dims; d++) {
    const value = net.vectors[word * dims + d] ?? 0;
    const weights = (base + d) * filters;
    for (let f = 0; f < filters; f++)
      first[row + f] = (first[row + f] ?? 0) + value * (net.first[weights + f] ?? 0);
  }
  for (let left = set, mark = 0; left !== 0; left >>>= 1, mark++) {
    if ((left & 1) === 0) continue;
    const weights = (base + dims + mark) * filters;
    for (let f = 0; f < filters; f++) first[row + f] = (first[row + f] ?? 0) + (net.first[weights + f] ?? 0);
  }
}

interface Stretch {
  length: number;
  filters: number;
  /** Where the layer's answers begin. */
  start: number;
}

function strongest(layer: Float64Array, { length, filters, start }: Stretch, work: Work): void {
  for (let f = 0; f < filters; f++) {
    let best = 0;
    let from = -1;
    for (let at = 0; at < length; at++) {
      const value = layer[at * filters + f] ?? 0;
      if (value > best) {
        best = value;
        from = at;
      }
    }
    work.pool[start + f] = best;
    work.from[start + f] = from;
  }
}

/** The sum of each shipped head. */
export function sums(net: Net, counted: Counted, work: Work): Float64Array {
  pool(net, counted, work);
  const all = new Float64Array(headCount);
  for (let head = 0; head < headCount; head++) all[head] = sumOf(net, head, { counted, work });
  return all;
}

export function sumOf(net: Net, head: number, { counted, work }: { counted: Counted; work: Work }): number {
  const pooled = pooledOf(net.filters);
  let sum = net.outBias[head] ?? 0;
  for (let p = 0; p < pooled; p++) sum += (work.pool[p] ?? 0) * (net.out[head * pooled + p] ?? 0);
  if (head >= wideHeads || counted.wide.length === 0) return sum;
  let wide = 0;
  for (const place of counted.wide) wide += net.wide[place * wideHeads + head] ?? 0;
  return sum + wide / Math.sqrt(counted.wide.length);
}

/** How much each form speaks for a head, after `sums`: where the move is. */
export function shareOfForms(
  net: Net,
  head: number,
  { work, length }: { work: Work; length: number },
): Float64Array {
  const shares = new Float64Array(length);
  const pooled = pooledOf(net.filters);
  for (let p = 0; p < pooled - 1; p++) {
    const from = work.from[p] ?? -1;
    if (from >= 0)
      shares[from] = (shares[from] ?? 0) + (work.pool[p] ?? 0) * (net.out[head * pooled + p] ?? 0);
  }
  return shares;
}

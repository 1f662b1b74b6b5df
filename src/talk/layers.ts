/**
 * The layers of the counted model over a post. Most of the time a post takes is spent here: what a word says to the first
 * layer is kept for the next post, the others pass over answers that are nothing (seven in eight), and four rows of
 * weights are added at a time. Every sum is made in one order, whatever was kept before.
 */
import {
  type Counted,
  further,
  furthest,
  layersOf,
  mostDims,
  mostFilters,
  mostLayers,
  type Net,
  neighbours,
  pooledOf,
  widthOf,
} from './net.ts';

/** What a reading leaves behind; one is used for all posts. */
export interface Work {
  /** forms x filters, before anything below nothing is cut. */
  first: Float64Array;
  second: Float64Array;
  third: Float64Array;
  /** The strongest answer of each filter, and which form gave it. */
  pool: Float64Array;
  from: Int32Array;
  /** The mean of the words' numbers, and what the first layer begins from by it. */
  mean: Float64Array;
  bias: Float64Array;
  live: Live;
}

/** What one form gives the next layer: numbers that are not nothing, and where the weights of each begin. */
interface Live {
  count: number;
  values: Float64Array;
  weights: Int32Array;
}

export function workFor(forms: number): Work {
  return {
    first: new Float64Array(forms * mostFilters),
    second: new Float64Array(forms * mostFilters),
    third: new Float64Array(forms * mostFilters),
    pool: new Float64Array(pooledOf(mostFilters, mostLayers)),
    from: new Int32Array(pooledOf(mostFilters, mostLayers)),
    mean: new Float64Array(mostDims),
    bias: new Float64Array(mostFilters),
    live: { count: 0, values: new Float64Array(mostFilters), weights: new Int32Array(mostFilters) },
  };
}

/** Fills `work` from all layers. A form is seen by the one after it as its left neighbour, by itself, by the one before. */
export function pool(net: Net, { words, marks: set, account }: Counted, work: Work): void {
  const { first, second, third, live } = work;
  const { filters } = net;
  const length = words.length;
  about(net, words, work);
  begin(first, length, { filters, bias: work.bias });
  for (let by = 0; by < length; by++) {
    const word = words[by] ?? 0;
    const said = net.kept === undefined ? putWord(net, word, live) : saidBy(net, word, net.kept);
    for (let side = neighbours - 1; side >= 0; side--) {
      const at = by + 1 - side;
      if (at < 0 || at >= length) continue;
      const row = at * filters;
      const own = side * widthOf(net.dims) * filters;
      if (said === undefined) addLive(first, row, { filters, weights: net.first, from: own }, live);
      else add(first, row, { filters, weights: said, from: side * filters });
      for (let left = set[by] ?? 0, mark = 0; left !== 0; left >>>= 1, mark++) {
        if ((left & 1) === 0) continue;
        add(first, row, { filters, weights: net.first, from: own + (net.dims + mark) * filters });
      }
    }
  }
  begin(second, length, { filters, bias: net.secondBias });
  look(first, second, { length, filters, weights: net.second, apart: further }, live);
  strongest(first, { length, filters, start: 0 }, work);
  strongest(second, { length, filters, start: filters }, work);
  if (net.third.length > 0) {
    begin(third, length, { filters, bias: net.thirdBias });
    look(second, third, { length, filters, weights: net.third, apart: furthest }, live);
    strongest(third, { length, filters, start: 2 * filters }, work);
  }
  work.pool[layersOf(net) * filters] = account ? 1 : 0;
}

interface Look {
  length: number;
  filters: number;
  weights: Float64Array;
  /** How far apart the neighbours stand. */
  apart: number;
}

/** Adds what a layer's answers say to the next. */
function look(
  from: Float64Array,
  to: Float64Array,
  { length, filters, weights, apart }: Look,
  live: Live,
): void {
  for (let by = 0; by < length; by++) {
    findLive(from, { row: by * filters, filters }, live);
    for (let side = neighbours - 1; side >= 0; side--) {
      const at = by + (1 - side) * apart;
      if (at < 0 || at >= length) continue;
      addLive(to, at * filters, { filters, weights, from: side * filters * filters }, live);
    }
  }
}

/** What the first layer begins from: its bias, and what the mean of the words that are not nothing says. */
function about({ dims, filters, vectors, context, firstBias }: Net, words: Int32Array, work: Work): void {
  const { mean, bias } = work;
  bias.set(firstBias);
  if (context.length === 0) return;
  mean.fill(0);
  let known = 0;
  for (const word of words) {
    if (word === 0) continue;
    known++;
    for (let d = 0; d < dims; d++) mean[d] = (mean[d] as number) + (vectors[word * dims + d] as number);
  }
  for (let d = 0; d < dims && known > 0; d++) {
    const value = (mean[d] as number) / known;
    mean[d] = value;
    for (let f = 0; f < filters; f++)
      bias[f] = (bias[f] as number) + value * (context[d * filters + f] as number);
  }
}

function begin(
  layer: Float64Array,
  length: number,
  { filters, bias }: { filters: number; bias: Float64Array },
) {
  for (let at = 0; at < length; at++) {
    for (let f = 0; f < filters; f++) layer[at * filters + f] = bias[f] as number;
  }
}

/** While learning nothing is kept: the word's own numbers go in. */
function putWord({ dims, filters, vectors }: Net, word: number, live: Live): undefined {
  live.count = word > 0 ? dims : 0;
  for (let d = 0; d < live.count; d++) {
    live.values[d] = vectors[word * dims + d] as number;
    live.weights[d] = d * filters;
  }
}

/** No more than so many words are kept: two megabytes, Arabic three. */
const mostKept = 1000;

/** neighbours x filters. */
function saidBy(
  { dims, filters, vectors, first }: Net,
  word: number,
  kept: Map<number, Float64Array>,
): Float64Array {
  const before = kept.get(word);
  if (before !== undefined) return before;
  const said = new Float64Array(neighbours * filters);
  for (let side = 0; word > 0 && side < neighbours; side++) {
    for (let d = 0; d < dims; d++) {
      const value = vectors[word * dims + d] as number;
      const from = (side * widthOf(dims) + d) * filters;
      for (let f = 0; f < filters; f++) {
        const at = side * filters + f;
        said[at] = (said[at] as number) + value * (first[from + f] as number);
      }
    }
  }
  if (kept.size >= mostKept) kept.clear();
  kept.set(word, said);
  return said;
}

/** As many weights as there are filters, from a place on. */
interface Weights {
  filters: number;
  weights: Float64Array;
  from: number;
}

function add(layer: Float64Array, row: number, { filters, weights, from }: Weights): void {
  for (let f = 0; f < filters; f++)
    layer[row + f] = (layer[row + f] as number) + (weights[from + f] as number);
}

function findLive(layer: Float64Array, { row, filters }: { row: number; filters: number }, live: Live): void {
  let count = 0;
  for (let f = 0; f < filters; f++) {
    const value = layer[row + f] as number;
    if (value <= 0) continue;
    live.values[count] = value;
    live.weights[count++] = f * filters;
  }
  live.count = count;
}

/** Four at a time, so that each sum is fetched and put back a fourth as often; from left to right, as one by one. */
function addLive(layer: Float64Array, row: number, { filters, weights, from }: Weights, live: Live): void {
  const { count, values, weights: rows } = live;
  let n = 0;
  for (; n + 4 <= count; n += 4) {
    const [a, b, c, d] = [values[n], values[n + 1], values[n + 2], values[n + 3]] as [
      number,
      number,
      number,
      number,
    ];
    const fromA = from + (rows[n] as number);
    const fromB = from + (rows[n + 1] as number);
    const fromC = from + (rows[n + 2] as number);
    const fromD = from + (rows[n + 3] as number);
    for (let f = 0; f < filters; f++) {
      layer[row + f] =
        (layer[row + f] as number) +
        a * (weights[fromA + f] as number) +
        b * (weights[fromB + f] as number) +
        c * (weights[fromC + f] as number) +
        d * (weights[fromD + f] as number);
    }
  }
  for (; n < count; n++) {
    const value = values[n] as number;
    const one = from + (rows[n] as number);
    for (let f = 0; f < filters; f++)
      layer[row + f] = (layer[row + f] as number) + value * (weights[one + f] as number);
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
      const value = layer[at * filters + f] as number;
      if (value > best) {
        best = value;
        from = at;
      }
    }
    work.pool[start + f] = best;
    work.from[start + f] = from;
  }
}

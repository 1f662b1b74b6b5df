/** Back through the layers: from slopes of the strongest answers down to those of the layers, of the words and of their mean. */
import type { Work } from '../layers.ts';
import { type Counted, further, furthest, type Layers, type Net, neighbours, widthOf } from '../net.ts';

/** What a step is made from, added up over the posts of one. */
export interface Slopes {
  layers: Layers;
  /** As `Net.vectors`; only rows in `touched` are not nothing. */
  vectors: Float64Array;
  touched: Set<number>;
  /** forms x filters, of one post. */
  first: Float64Array;
  second: Float64Array;
  third: Float64Array;
  /** By filter and by number of a word, of one post. */
  bias: Float64Array;
  mean: Float64Array;
}

export const slopesFor = (net: Net, layers: Layers, longest: number): Slopes => ({
  layers,
  vectors: new Float64Array(net.vectors.length),
  touched: new Set(),
  first: new Float64Array(longest * net.filters),
  second: new Float64Array(longest * net.filters),
  third: new Float64Array(longest * net.filters),
  bias: new Float64Array(net.filters),
  mean: new Float64Array(net.dims),
});

interface Read {
  counted: Counted;
  work: Work;
  /** Of the strongest answers. */
  back: Float64Array;
}

export function throughLayers(net: Net, slopes: Slopes, read: Read): void {
  const { layers, first, second, third } = slopes;
  const { filters } = net;
  const { counted, work, back } = read;
  const length = counted.words.length;
  for (const each of [first, second, third]) each.fill(0, 0, length * filters);
  if (net.third.length > 0) {
    toStrongest(third, 2 * filters, { filters, work, back });
    throughLook({
      ...{ length, filters, apart: furthest, weights: net.third, told: layers.third, bias: layers.thirdBias },
      ...{ from: work.second, to: work.third, below: second, above: third },
    });
  }
  toStrongest(second, filters, { filters, work, back });
  throughLook({
    ...{ length, filters, apart: further, weights: net.second, told: layers.second, bias: layers.secondBias },
    ...{ from: work.first, to: work.second, below: first, above: second },
  });
  toStrongest(first, 0, { filters, work, back });
  throughFirst(net, slopes, read);
  throughMean(net, slopes, read);
}

/** The slope of a filter's strongest answer is that of the form which gave it. */
function toStrongest(
  layer: Float64Array,
  start: number,
  { filters, work, back }: Pick<Read, 'work' | 'back'> & { filters: number },
): void {
  for (let f = 0; f < filters; f++) {
    const from = work.from[start + f] ?? -1;
    if (from >= 0) layer[from * filters + f] = (layer[from * filters + f] ?? 0) + (back[start + f] ?? 0);
  }
}

interface Looked {
  length: number;
  filters: number;
  apart: number;
  weights: Float64Array;
  /** Slopes of the weights and of the bias. */
  told: Float64Array;
  bias: Float64Array;
  /** Answers of the layer below and of this one, and their slopes. */
  from: Float64Array;
  to: Float64Array;
  below: Float64Array;
  above: Float64Array;
}

function throughLook(of: Looked): void {
  const { length, filters, apart, weights, told, bias, to, below, above } = of;
  const live = liveOf(of);
  for (let f = 0; f < filters; f++) {
    for (let at = 0; at < length; at++) {
      const slope = above[at * filters + f] as number;
      if (slope === 0 || (to[at * filters + f] as number) <= 0) continue;
      bias[f] = (bias[f] as number) + slope;
      for (let side = 0; side < neighbours; side++) {
        const { rows, values } = live[at + (side - 1) * apart] ?? nobody;
        const row = (at + (side - 1) * apart) * filters;
        for (let n = 0; n < rows.length; n++) {
          const g = rows[n] as number;
          const weight = (side * filters + g) * filters + f;
          told[weight] = (told[weight] as number) + slope * (values[n] as number);
          below[row + g] = (below[row + g] as number) + slope * (weights[weight] as number);
        }
      }
    }
  }
}

/** Of each form the answers below that are not nothing: one in eight. */
interface LiveRow {
  rows: number[];
  values: number[];
}

const nobody: LiveRow = { rows: [], values: [] };

function liveOf({ length, filters, from }: Looked): LiveRow[] {
  return Array.from({ length }, (_, at) => {
    const rows: number[] = [];
    const values: number[] = [];
    for (let g = 0; g < filters; g++) {
      const value = from[at * filters + g] as number;
      if (value <= 0) continue;
      rows.push(g);
      values.push(value);
    }
    return { rows, values };
  });
}

function throughFirst(net: Net, slopes: Slopes, { counted, work }: Read): void {
  const { filters } = net;
  const { layers, first, bias } = slopes;
  const length = counted.words.length;
  bias.fill(0);
  for (let at = 0; at < length; at++) {
    for (let f = 0; f < filters; f++) {
      const slope = first[at * filters + f] ?? 0;
      if (slope === 0 || (work.first[at * filters + f] ?? 0) <= 0) continue;
      bias[f] = (bias[f] ?? 0) + slope;
      for (let side = 0; side < neighbours; side++) {
        const by = at + side - 1;
        if (by >= 0 && by < length) throughForm(net, slopes, { counted, by, side, f, slope });
      }
    }
  }
  for (let f = 0; f < filters; f++) layers.firstBias[f] = (layers.firstBias[f] ?? 0) + (bias[f] ?? 0);
}

interface Reached {
  counted: Counted;
  by: number;
  side: number;
  f: number;
  slope: number;
}

function throughForm(
  net: Net,
  { layers, vectors, touched }: Slopes,
  { counted, by, side, f, slope }: Reached,
) {
  const { dims, filters } = net;
  const base = side * widthOf(dims);
  const word = counted.words[by] ?? 0;
  if (word > 0) {
    touched.add(word);
    for (let d = 0; d < dims; d++) {
      const at = (base + d) * filters + f;
      layers.first[at] = (layers.first[at] ?? 0) + slope * (net.vectors[word * dims + d] ?? 0);
      vectors[word * dims + d] = (vectors[word * dims + d] ?? 0) + slope * (net.first[at] ?? 0);
    }
  }
  for (let left = counted.marks[by] ?? 0, mark = 0; left !== 0; left >>>= 1, mark++) {
    if ((left & 1) === 0) continue;
    const at = (base + dims + mark) * filters + f;
    layers.first[at] = (layers.first[at] ?? 0) + slope;
  }
}

/** What the first layer begins from goes back to what it was told of the mean, and from there to each word alike. */
function throughMean(net: Net, { layers, vectors, touched, bias, mean }: Slopes, { counted, work }: Read) {
  const { dims, filters } = net;
  const words = counted.words.filter((word) => word > 0);
  if (net.context.length === 0 || words.length === 0) return;
  mean.fill(0);
  for (let d = 0; d < dims; d++) {
    for (let f = 0; f < filters; f++) {
      const at = d * filters + f;
      layers.context[at] = (layers.context[at] ?? 0) + (bias[f] ?? 0) * (work.mean[d] ?? 0);
      mean[d] = (mean[d] ?? 0) + (bias[f] ?? 0) * (net.context[at] ?? 0);
    }
  }
  for (const word of words) {
    touched.add(word);
    for (let d = 0; d < dims; d++)
      vectors[word * dims + d] = (vectors[word * dims + d] ?? 0) + (mean[d] ?? 0) / words.length;
  }
}

/** Back through both layers: from slopes of the strongest answers down to those of the layers, of the words and of their mean. */
import type { Work } from '../layers.ts';
import { type Counted, further, type Layers, type Net, neighbours, widthOf } from '../net.ts';

/** What a step is made from, added up over the posts of one. */
export interface Slopes {
  layers: Layers;
  /** As `Net.vectors`; only rows in `touched` are not nothing. */
  vectors: Float64Array;
  touched: Set<number>;
  /** forms x filters, of one post. */
  first: Float64Array;
  /** By filter and by number of a word, of one post. */
  bias: Float64Array;
  mean: Float64Array;
}

export const slopesFor = (net: Net, layers: Layers, longest: number): Slopes => ({
  layers,
  vectors: new Float64Array(net.vectors.length),
  touched: new Set(),
  first: new Float64Array(longest * net.filters),
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
  slopes.first.fill(0, 0, read.counted.words.length * net.filters);
  throughSecond(net, slopes, read);
  throughFirst(net, slopes, read);
  throughMean(net, slopes, read);
}

function throughSecond(net: Net, { layers, first }: Slopes, { counted, work, back }: Read): void {
  const { filters } = net;
  const length = counted.words.length;
  for (let f = 0; f < filters; f++) {
    const slope = back[filters + f] ?? 0;
    const from = work.from[filters + f] ?? -1;
    if (slope === 0 || from < 0) continue;
    layers.secondBias[f] = (layers.secondBias[f] ?? 0) + slope;
    for (let side = 0; side < neighbours; side++) {
      const by = from + (side - 1) * further;
      if (by < 0 || by >= length) continue;
      for (let g = 0; g < filters; g++) {
        const value = work.first[by * filters + g] ?? 0;
        if (value <= 0) continue;
        const at = (side * filters + g) * filters + f;
        layers.second[at] = (layers.second[at] ?? 0) + slope * value;
        first[by * filters + g] = (first[by * filters + g] ?? 0) + slope * (net.second[at] ?? 0);
      }
    }
  }
  for (let f = 0; f < filters; f++) {
    const from = work.from[f] ?? -1;
    if (from >= 0) first[from * filters + f] = (first[from * filters + f] ?? 0) + (back[f] ?? 0);
  }
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

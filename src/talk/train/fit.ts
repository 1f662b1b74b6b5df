/**
 * Fits the counted model: logistic loss on every head whose answer is known, in rounds of 32 posts in an order drawn from
 * one seed. Layers move by Adam (Kingma and Ba 2015), vectors and the table by AdaGrad (Duchi, Hazan, Singer 2011); words
 * and strongest answers are left out by chance (dropout). The same posts give the same weights bit for bit: only + - * /
 * and square roots, in one order.
 */
import { logistic } from '../exp.ts';
import { wideHeads } from '../heads.ts';
import { pool, type Work, workFor } from '../layers.ts';
import { type Counted, further, type Layers, type Net, neighbours, pooledOf, widthOf } from '../net.ts';
import { sumOf } from '../sums.ts';
import { type Draw, drawing, shuffle } from './draw.ts';

export interface Instance {
  counted: Counted;
  /** For each head, shipped or not, 1, 0, or -1: not known. */
  labels: Int8Array;
  weight: number;
}

const seed = 20_260_501;
const rounds = 7;
const together = 32;
const layerStep = 0.002;
const vectorStep = 0.1;
const wideStep = 0.2;
const wordsLeftOut = 0.2;
const answersLeftOut = 0.4;

type Name = keyof Layers;
const names = [
  'first',
  'firstBias',
  'second',
  'secondBias',
  'out',
  'outBias',
] as const satisfies readonly Name[];

/** `net` is where it begins, and is changed. `watch` hears the share that is done. */
export function fitNet(net: Net, instances: readonly Instance[], watch: (share: number) => void): void {
  const draw = drawing(seed);
  const order = instances.map((_, n) => n);
  const fitting = begin(net, Math.max(0, ...instances.map(({ counted }) => counted.words.length)));
  for (let round = 0; round < rounds; round++) {
    const pace = 1 - round / rounds;
    shuffle(order, draw);
    for (let from = 0; from < order.length; from += together) {
      for (const n of order.slice(from, from + together)) {
        const instance = instances[n];
        if (instance !== undefined) learnFrom(fitting, instance, { draw, pace });
      }
      step(fitting, pace);
    }
    watch((round + 1) / rounds);
  }
}

interface Fitting {
  net: Net;
  work: Work;
  slopes: Layers;
  /** Adam's means of slopes and of their squares, and how many steps were made. */
  means: Layers;
  squares: Layers;
  steps: number;
  vectorSlopes: Float64Array;
  vectorSquares: Float64Array;
  touched: Set<number>;
  wideSquares: Float64Array;
  /** forms x filters. */
  firstSlopes: Float64Array;
}

function begin(net: Net, longest: number): Fitting {
  const like = (): Layers =>
    Object.fromEntries(names.map((name) => [name, new Float64Array(net[name].length)])) as unknown as Layers;
  return {
    net,
    work: workFor(longest),
    slopes: like(),
    means: like(),
    squares: like(),
    steps: 0,
    vectorSlopes: new Float64Array(net.vectors.length),
    vectorSquares: new Float64Array(net.vectors.length).fill(0.001),
    touched: new Set(),
    wideSquares: new Float64Array(net.wide.length).fill(0.01),
    firstSlopes: new Float64Array(longest * net.filters),
  };
}

function learnFrom(
  fitting: Fitting,
  { counted, labels, weight }: Instance,
  { draw, pace }: { draw: Draw; pace: number },
) {
  const { net, work, slopes } = fitting;
  const pooled = pooledOf(net.filters);
  const words = counted.words.map((row) => (draw.share() < wordsLeftOut ? 0 : row));
  const shownNow = { ...counted, words };
  pool(net, shownNow, work);
  const kept = new Uint8Array(pooled);
  for (let p = 0; p < pooled; p++) {
    kept[p] = draw.share() < answersLeftOut ? 0 : 1;
    work.pool[p] = kept[p] === 1 ? (work.pool[p] ?? 0) / (1 - answersLeftOut) : 0;
  }
  const back = new Float64Array(pooled);
  for (let head = 0; head < labels.length; head++) {
    const label = labels[head] ?? -1;
    if (label < 0) continue;
    const error =
      (logistic(sumOf(net, head, { counted, work })) - label) * weight * (head < wideHeads ? 1 : 0.3);
    const share = error / together;
    slopes.outBias[head] = (slopes.outBias[head] ?? 0) + share;
    for (let p = 0; p < pooled; p++) {
      const at = head * pooled + p;
      slopes.out[at] = (slopes.out[at] ?? 0) + share * (work.pool[p] ?? 0);
      back[p] = (back[p] ?? 0) + share * (net.out[at] ?? 0);
    }
    if (head < wideHeads) turnWide(fitting, { places: counted.wide, head, error, pace });
  }
  for (let p = 0; p < pooled; p++) back[p] = kept[p] === 1 ? (back[p] ?? 0) / (1 - answersLeftOut) : 0;
  throughLayers(fitting, shownNow, back);
}

interface Turn {
  places: readonly number[];
  head: number;
  error: number;
  pace: number;
}

function turnWide({ net, wideSquares }: Fitting, { places, head, error, pace }: Turn): void {
  const slope = error / Math.sqrt(Math.max(1, places.length));
  for (const place of places) {
    const at = place * wideHeads + head;
    const square = (wideSquares[at] ?? 0) + slope * slope;
    wideSquares[at] = square;
    net.wide[at] = (net.wide[at] ?? 0) - (wideStep * pace * slope) / Math.sqrt(square);
  }
}

/** From slopes of the strongest answers down to those of both layers and of the words. */
function throughLayers(fitting: Fitting, counted: Counted, back: Float64Array): void {
  const { net, work, slopes, firstSlopes } = fitting;
  const { filters } = net;
  const length = counted.words.length;
  firstSlopes.fill(0, 0, length * filters);
  for (let f = 0; f < filters; f++) {
    const slope = back[filters + f] ?? 0;
    const from = work.from[filters + f] ?? -1;
    if (slope === 0 || from < 0) continue;
    slopes.secondBias[f] = (slopes.secondBias[f] ?? 0) + slope;
    for (let side = 0; side < neighbours; side++) {
      const by = from + (side - 1) * further;
      if (by < 0 || by >= length) continue;
      for (let g = 0; g < filters; g++) {
        const value = work.first[by * filters + g] ?? 0;
        if (value <= 0) continue;
        const at = (side * filters + g) * filters + f;
        slopes.second[at] = (slopes.second[at] ?? 0) + slope * value;
        firstSlopes[by * filters + g] = (firstSlopes[by * filters + g] ?? 0) + slope * (net.second[at] ?? 0);
      }
    }
  }
  for (let f = 0; f < filters; f++) {
    const from = work.from[f] ?? -1;
    if (from >= 0) firstSlopes[from * filters + f] = (firstSlopes[from * filters + f] ?? 0) + (back[f] ?? 0);
  }
  for (let at = 0; at < length; at++) {
    for (let f = 0; f < filters; f++) {
      const slope = firstSlopes[at * filters + f] ?? 0;
      if (slope === 0 || (work.first[at * filters + f] ?? 0) <= 0) continue;
      slopes.firstBias[f] = (slopes.firstBias[f] ?? 0) + slope;
      for (let side = 0; side < neighbours; side++) {
        const by = at + side - 1;
        if (by >= 0 && by < length) throughForm(fitting, counted, { by, side, f, slope });
      }
    }
  }
}

interface Reached {
  by: number;
  side: number;
  f: number;
  slope: number;
}

function throughForm(fitting: Fitting, { words, marks }: Counted, { by, side, f, slope }: Reached): void {
  const { net, slopes, vectorSlopes, touched } = fitting;
  const { dims, filters } = net;
  const base = side * widthOf(dims);
  const word = words[by] ?? 0;
  if (word > 0) {
    touched.add(word);
    for (let d = 0; d < dims; d++) {
      const at = (base + d) * filters + f;
      slopes.first[at] = (slopes.first[at] ?? 0) + slope * (net.vectors[word * dims + d] ?? 0);
      vectorSlopes[word * dims + d] = (vectorSlopes[word * dims + d] ?? 0) + slope * (net.first[at] ?? 0);
    }
  }
  for (let left = marks[by] ?? 0, mark = 0; left !== 0; left >>>= 1, mark++) {
    if ((left & 1) === 0) continue;
    const at = (base + dims + mark) * filters + f;
    slopes.first[at] = (slopes.first[at] ?? 0) + slope;
  }
}

function step(fitting: Fitting, pace: number): void {
  fitting.steps++;
  for (const name of names) adam(fitting, name, layerStep * pace);
  const { net, vectorSlopes, vectorSquares, touched } = fitting;
  for (const word of [...touched].sort((one, other) => one - other)) {
    for (let at = word * net.dims; at < (word + 1) * net.dims; at++) {
      const slope = (vectorSlopes[at] ?? 0) * together;
      vectorSlopes[at] = 0;
      const square = (vectorSquares[at] ?? 0) + slope * slope;
      vectorSquares[at] = square;
      net.vectors[at] = (net.vectors[at] ?? 0) - (vectorStep * pace * slope) / Math.sqrt(square);
    }
  }
  touched.clear();
}

const fade = 0.9;
const squareFade = 0.999;

function adam({ net, slopes, means, squares, steps }: Fitting, name: Name, size: number): void {
  const weights = net[name];
  const slope = slopes[name];
  const mean = means[name];
  const square = squares[name];
  const full = 1 - power(fade, steps);
  const squareFull = 1 - power(squareFade, steps);
  for (let at = 0; at < weights.length; at++) {
    const now = slope[at] ?? 0;
    mean[at] = fade * (mean[at] ?? 0) + (1 - fade) * now;
    square[at] = squareFade * (square[at] ?? 0) + (1 - squareFade) * now * now;
    const root = Math.sqrt((square[at] ?? 0) / squareFull) + 1e-8;
    weights[at] = (weights[at] ?? 0) - (size * (mean[at] ?? 0)) / full / root;
    slope[at] = 0;
  }
}

/** By multiplication alone: Math.pow may differ between engines. */
function power(base: number, times: number): number {
  let result = 1;
  for (let left = times, factor = base; left > 0; left = Math.floor(left / 2), factor *= factor) {
    if (left % 2 === 1) result *= factor;
  }
  return result;
}

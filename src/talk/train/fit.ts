/**
 * Fits the counted model: logistic loss on every head whose answer is known, in rounds of 32 posts in an order drawn from
 * one seed. Layers move by Adam (Kingma and Ba 2015), vectors and the table by AdaGrad (Duchi, Hazan, Singer 2011); words
 * and strongest answers are left out by chance (dropout). The same posts give the same weights bit for bit: only + - * /
 * and square roots, in one order.
 */
import { logistic } from '../exp.ts';
import { wideHeads } from '../heads.ts';
import { pool, type Work, workFor } from '../layers.ts';
import { type Counted, type Layers, type Net, pooledOf } from '../net.ts';
import { sumOf } from '../sums.ts';
import { type Draw, drawing, shuffle } from './draw.ts';
import { type Slopes, slopesFor, throughLayers } from './through.ts';

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
  'context',
  'second',
  'secondBias',
  'out',
  'outBias',
] as const satisfies readonly Name[];

/** `net` is where it begins, and is changed. `watch` hears the share that is done. */
export function fitNet(net: Net, instances: readonly Instance[], watch: (share: number) => void): void {
  const draw = drawing(seed);
  const order = instances.map((_, n) => n);
  const longest = instances.reduce((most, { counted }) => Math.max(most, counted.words.length), 0);
  const fitting = begin(net, longest);
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
  slopes: Slopes;
  /** Adam's means of slopes and of their squares, and how many steps were made. */
  means: Layers;
  squares: Layers;
  steps: number;
  vectorSquares: Float64Array;
  wideSquares: Float64Array;
}

function begin(net: Net, longest: number): Fitting {
  const like = (): Layers =>
    Object.fromEntries(names.map((name) => [name, new Float64Array(net[name].length)])) as unknown as Layers;
  return {
    net,
    work: workFor(longest),
    slopes: slopesFor(net, like(), longest),
    means: like(),
    squares: like(),
    steps: 0,
    vectorSquares: new Float64Array(net.vectors.length).fill(0.001),
    wideSquares: new Float64Array(net.wide.length).fill(0.01),
  };
}

function learnFrom(
  fitting: Fitting,
  { counted, labels, weight }: Instance,
  { draw, pace }: { draw: Draw; pace: number },
) {
  const { net, work, slopes } = fitting;
  const { layers } = slopes;
  const pooled = pooledOf(net.filters);
  const words = counted.words.map((row) => (draw.share() < wordsLeftOut ? 0 : row));
  const shownNow = { ...counted, words };
  pool(net, shownNow, work);
  const kept = leaveOut(work.pool.subarray(0, pooled), answersLeftOut, draw);
  const back = new Float64Array(pooled);
  for (let head = 0; head < labels.length; head++) {
    const label = labels[head] ?? -1;
    if (label < 0) continue;
    const error =
      (logistic(sumOf(net, head, { counted, work })) - label) * weight * (head < wideHeads ? 1 : 0.3);
    const share = error / together;
    layers.outBias[head] = (layers.outBias[head] ?? 0) + share;
    for (let p = 0; p < pooled; p++) {
      const at = head * pooled + p;
      layers.out[at] = (layers.out[at] ?? 0) + share * (work.pool[p] ?? 0);
      back[p] = (back[p] ?? 0) + share * (net.out[at] ?? 0);
    }
    if (head < wideHeads) turnWide(fitting, { places: counted.wide, head, error, pace });
  }
  for (let p = 0; p < pooled; p++) back[p] = kept[p] === 1 ? (back[p] ?? 0) / (1 - answersLeftOut) : 0;
  throughLayers(net, slopes, { counted: shownNow, work, back });
}

/** Leaves out by chance, and makes the others as much larger; 1 where something was kept. */
function leaveOut(answers: Float64Array, share: number, draw: Draw): Uint8Array {
  const kept = new Uint8Array(answers.length);
  for (let at = 0; at < answers.length; at++) {
    kept[at] = draw.share() < share ? 0 : 1;
    answers[at] = kept[at] === 1 ? (answers[at] ?? 0) / (1 - share) : 0;
  }
  return kept;
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

function step(fitting: Fitting, pace: number): void {
  fitting.steps++;
  for (const name of names) adam(fitting, name, layerStep * pace);
  const { net, slopes, vectorSquares } = fitting;
  const { vectors: vectorSlopes, touched } = slopes;
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

function adam({ net, slopes: { layers }, means, squares, steps }: Fitting, name: Name, size: number): void {
  const weights = net[name];
  const slope = layers[name];
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

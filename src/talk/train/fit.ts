/**
 * Fits the counted model: logistic loss on every head whose answer is known, in rounds of 32 posts in an order drawn from
 * one seed. Layers move by Adam (Kingma and Ba 2015), vectors and the table by AdaGrad (Duchi, Hazan, Singer 2011); words
 * and strongest answers are left out by chance (dropout). The same posts give the same weights bit for bit: only + - * /
 * and square roots, in one order.
 */
import { logistic } from '../exp.ts';
import { wideHeads } from '../heads.ts';
import { pool, type Work, workFor } from '../layers.ts';
import { type Counted, type Layers, layersOf, type Net, pooledOf } from '../net.ts';
import { sumOf } from '../sums.ts';
import { type Draw, drawing, shuffle } from './draw.ts';
import { type Given, putTogether, throughTurn, turnAtFirst } from './given.ts';
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
  'third',
  'thirdBias',
  'out',
  'outBias',
] as const satisfies readonly Name[];

export interface Beginning {
  /** Where it begins, and is changed. */
  net: Net;
  /** What was given of words; their vectors are then what each has beside it. */
  given?: Given | undefined;
}

/** `watch` hears the share that is done. */
export function fitNet(
  { net, given }: Beginning,
  instances: readonly Instance[],
  watch: (share: number) => void,
): void {
  const draw = drawing(seed);
  const order = instances.map((_, n) => n);
  const longest = instances.reduce((most, { counted }) => Math.max(most, counted.words.length), 0);
  const fitting = begin(net, given, longest);
  const { words } = fitting;
  for (let round = 0; round < rounds; round++) {
    const pace = 1 - round / rounds;
    shuffle(order, draw);
    for (let from = 0; from < order.length; from += together) {
      const now = order.slice(from, from + together).flatMap((n) => instances[n] ?? []);
      if (words !== undefined)
        putTogether(net, new Set(now.flatMap(({ counted }) => [...counted.words])), words);
      for (const instance of now) learnFrom(fitting, instance, { draw, pace });
      step(fitting, pace);
    }
    watch((round + 1) / rounds);
  }
  if (words !== undefined)
    putTogether(
      net,
      Array.from({ length: net.vectors.length / net.dims }, (_, row) => row),
      words,
    );
}

interface Fitting {
  net: Net;
  work: Work;
  slopes: Slopes;
  moving: readonly Moving[];
  steps: number;
  /** Where vectors are put together from; undefined: they move themselves. */
  words?: { given: Given; turn: Float64Array; turnSlopes: Float64Array; own: Float64Array };
  vectorSquares: Float64Array;
  wideSquares: Float64Array;
}

/** Weights with their slopes, and Adam's means of slopes and of their squares. */
interface Moving {
  weights: Float64Array;
  slopes: Float64Array;
  means: Float64Array;
  squares: Float64Array;
}

function begin(net: Net, given: Given | undefined, longest: number): Fitting {
  const layers = Object.fromEntries(
    names.map((name) => [name, new Float64Array(net[name].length)]),
  ) as unknown as Layers;
  const moving = names.map((name) => movingOf(net[name], layers[name]));
  const words = given && {
    given,
    turn: turnAtFirst(given.width, net.dims),
    turnSlopes: new Float64Array(given.width * net.dims),
    own: net.vectors.slice(),
  };
  return {
    net,
    work: workFor(longest),
    slopes: slopesFor(net, layers, longest),
    moving: words === undefined ? moving : [...moving, movingOf(words.turn, words.turnSlopes)],
    steps: 0,
    ...(words !== undefined && { words }),
    vectorSquares: new Float64Array(net.vectors.length).fill(0.001),
    wideSquares: new Float64Array(net.wide.length).fill(0.01),
  };
}

const movingOf = (weights: Float64Array, slopes: Float64Array): Moving => ({
  weights,
  slopes,
  means: new Float64Array(weights.length),
  squares: new Float64Array(weights.length),
});

function learnFrom(
  fitting: Fitting,
  { counted, labels, weight }: Instance,
  { draw, pace }: { draw: Draw; pace: number },
) {
  const { net, work, slopes } = fitting;
  const { layers } = slopes;
  const pooled = pooledOf(net.filters, layersOf(net));
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
  const { net, slopes, vectorSquares, words } = fitting;
  const { vectors: vectorSlopes, touched } = slopes;
  if (words !== undefined)
    throughTurn(words.turnSlopes, { given: words.given, dims: net.dims, touched }, vectorSlopes);
  for (const each of fitting.moving) adam(each, layerStep * pace, fitting.steps);
  const own = words?.own ?? net.vectors;
  for (const word of [...touched].sort((one, other) => one - other)) {
    for (let at = word * net.dims; at < (word + 1) * net.dims; at++) {
      const slope = (vectorSlopes[at] ?? 0) * together;
      vectorSlopes[at] = 0;
      const square = (vectorSquares[at] ?? 0) + slope * slope;
      vectorSquares[at] = square;
      own[at] = (own[at] ?? 0) - (vectorStep * pace * slope) / Math.sqrt(square);
    }
  }
  touched.clear();
}

const fade = 0.9;
const squareFade = 0.999;

function adam({ weights, slopes, means, squares }: Moving, size: number, steps: number): void {
  const full = 1 - power(fade, steps);
  const squareFull = 1 - power(squareFade, steps);
  for (let at = 0; at < weights.length; at++) {
    const now = slopes[at] ?? 0;
    means[at] = fade * (means[at] ?? 0) + (1 - fade) * now;
    squares[at] = squareFade * (squares[at] ?? 0) + (1 - squareFade) * now * now;
    const root = Math.sqrt((squares[at] ?? 0) / squareFull) + 1e-8;
    weights[at] = (weights[at] ?? 0) - (size * (means[at] ?? 0)) / full / root;
    slopes[at] = 0;
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

/**
 * Fits the heads: logistic loss, one example at a time in a fixed order, steps that shrink by AdaGrad (Duchi, Hazan,
 * Singer 2011). The same examples give the same weights bit for bit: only + - * / and square roots, one seed.
 */
import { logistic } from '../exp.ts';
import type { Features } from '../features.ts';
import { headCount, places } from '../heads.ts';

export interface Instance {
  features: Features;
  /** For each head 1, 0, or -1: not known. */
  labels: Int8Array;
  weight: number;
}

export interface Fitted {
  weights: Float64Array;
  biases: Float64Array;
}

const seed = 20_260_501;
/** How it is fitted: from nothing unless `from` says where to begin. */
export interface Fitting {
  epochs?: number;
  step?: number;
  from?: Fitted;
}
const decay = 0.00002;

export function fitHeads(
  instances: readonly Instance[],
  { epochs = 5, step = 0.15, from }: Fitting = {},
): Fitted {
  const weights = from?.weights.slice() ?? new Float64Array(places * headCount);
  const squares = new Float64Array(places * headCount).fill(0.01);
  const biases = from?.biases.slice() ?? new Float64Array(headCount).fill(-2);
  const biasSquares = new Float64Array(headCount).fill(1);
  const order = instances.map((_, n) => n);
  const draw = generator(seed);
  const slopes = new Float64Array(headCount);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, draw);
    for (const n of order) {
      const instance = instances[n];
      if (instance === undefined) continue;
      const { counted, named } = instance.features;
      const share = 1 / Math.sqrt(Math.max(1, counted.length));
      let moved = false;
      for (let head = 0; head < headCount; head++) {
        slopes[head] = 0;
        const label = instance.labels[head] ?? -1;
        if (label < 0) continue;
        let sum = 0;
        for (const at of counted) sum += weights[at * headCount + head] ?? 0;
        sum *= share;
        for (const at of named) sum += weights[at * headCount + head] ?? 0;
        const slope = (logistic(sum + (biases[head] ?? 0)) - label) * instance.weight;
        if (slope < 0.002 && slope > -0.002) continue;
        slopes[head] = slope;
        moved = true;
        biasSquares[head] = (biasSquares[head] ?? 0) + slope * slope;
        biases[head] = (biases[head] ?? 0) - (step * slope) / Math.sqrt(biasSquares[head] ?? 1);
      }
      if (!moved) continue;
      for (const at of counted) turn(at * headCount, share);
      for (const at of named) turn(at * headCount, 1);
    }
  }
  return { weights, biases };

  function turn(row: number, value: number): void {
    for (let head = 0; head < headCount; head++) {
      const slope = slopes[head] ?? 0;
      if (slope === 0) continue;
      const at = row + head;
      const weight = weights[at] ?? 0;
      const gradient = slope * value + decay * weight;
      const square = (squares[at] ?? 0) + gradient * gradient;
      squares[at] = square;
      weights[at] = weight - (step * gradient) / Math.sqrt(square);
    }
  }
}

/** xorshift32 (Marsaglia 2003). */
function generator(start: number): (below: number) => number {
  let state = start;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

function shuffle(list: number[], draw: (below: number) => number): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = draw(at + 1);
    const one = list[at] ?? 0;
    list[at] = list[other] ?? 0;
    list[other] = one;
  }
}

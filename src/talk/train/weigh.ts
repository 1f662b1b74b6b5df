/**
 * What the sums of a post count in what it is judged by, and what its length and a pattern in it add: a logistic regression, by
 * gradient, on posts the model has not seen. "Pulls away" and the strongest move each err on their own; what a post is about
 * tells a dish that was "just a joke" from a hand that was. Pure.
 */
import { reaches } from '../detector.ts';
import { logistic } from '../exp.ts';
import type { Judged } from './calibrate.ts';
import type { Example } from './examples.ts';

const rounds = 500;
const step = 1.5;

export interface Weighed {
  /** As `Last.weights`; the first two come to 4096. */
  weights: number[];
  /** What each part of `Last.reach` adds. */
  parts: number[];
}

interface Known {
  numbers: readonly number[];
  label: 0 | 1;
  weight: number;
}

export function weigh(judged: readonly Judged[]): Weighed {
  const known = judged.flatMap(({ example, said, by }): Known[] => {
    const weight = weightOf(example);
    if (said === undefined || weight === 0) return [];
    const part = columns(reaches, (n) => (n === by ? 1 : 0));
    return [{ numbers: [...said, ...part], label: example.derails ? 1 : 0, weight }];
  });
  const size = known[0]?.numbers.length ?? 0;
  const means = columns(size, (n) => mean(known, n, (each) => each));
  const spreads = columns(
    size,
    (n) => Math.sqrt(mean(known, n, (each) => (each - (means[n] ?? 0)) ** 2)) || 1,
  );
  const rows = known.map((each) => ({
    ...each,
    numbers: each.numbers.map((number, n) => (number - (means[n] ?? 0)) / (spreads[n] ?? 1)),
  }));
  const raw = fitted(rows, size).map((each, n) => each / (spreads[n] ?? 1));
  const two = (raw[0] ?? 0) + (raw[1] ?? 0) || 1;
  const each = raw.map((one) => one / two);
  return {
    weights: each.slice(0, size - reaches).map((one) => Math.round(4096 * one)),
    parts: each.slice(size - reaches),
  };
}

/** By gradient, all at once; what is added to all of them is left out at the end. */
function fitted(rows: readonly Known[], size: number): number[] {
  const weights = columns(size, () => 0);
  const all = rows.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 0, shift = 0; round < rounds; round++) {
    const slopes = columns(size, () => 0);
    let byShift = 0;
    for (const { numbers, label, weight } of rows) {
      let sum = shift;
      for (let n = 0; n < size; n++) sum += (numbers[n] as number) * (weights[n] as number);
      const error = ((logistic(sum) - label) * weight) / all;
      for (let n = 0; n < size; n++) slopes[n] = (slopes[n] as number) + error * (numbers[n] as number);
      byShift += error;
    }
    for (let n = 0; n < size; n++) weights[n] = (weights[n] as number) - step * (slopes[n] as number);
    shift -= step * byShift;
  }
  return weights;
}

/** The other half of a pair is as many as the moves; of the rest, which nobody may be held up for, there are fewer. 0: not known. */
function weightOf({ source, kind, moves, derails }: Example): number {
  if (derails === undefined) return 0;
  if (source === 'own') return derails || kind === 'pair' ? 1 : 3;
  return moves?.length === 0 ? quiet[source] : 0;
}

/** Guest's are the longest, and fewer than EDOS'. */
const quiet: Readonly<Record<Exclude<Example['source'], 'own'>, number>> = {
  edos: 1,
  guest: 4,
  whataboutism: 0,
};

const columns = (size: number, of: (n: number) => number): number[] =>
  Array.from({ length: size }, (_, n) => of(n));

const mean = (known: readonly Known[], n: number, of: (number: number) => number): number =>
  known.reduce((sum, { numbers }) => sum + of(numbers[n] ?? 0), 0) / Math.max(1, known.length);

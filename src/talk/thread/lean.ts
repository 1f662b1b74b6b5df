/**
 * From what the classifier says about a post to how much likelier that is where a post pulls away than where it stays.
 * One small logistic function a language, fitted on sentences the classifier has not learnt from. Pure.
 *
 * Source: logistic regression by Newton's steps with a ridge (Hastie, Tibshirani and Friedman 2009, 4.4 and 3.4.1), both
 * classes weighing the same, so that the odds it gives are the ratio of likelihoods.
 */
import { exp } from '../exp.ts';
import { type Classified, focuses } from '../model.ts';

/** Nothing is surer than this: no probability below 0.001, no post more than 50 times likelier the one way. */
const least = 0.001;
const most = Math.log(50);
const ridge = 4;
const steps = 12;

const inside = (share: number) => Math.min(1 - least, Math.max(least, share));

/** 1, the logit of `derails`, the logarithm of each focus. */
export function featuresOf({ derails, focus }: Classified): number[] {
  const sure = inside(derails);
  return [1, Math.log(sure / (1 - sure)), ...focuses.map((each) => Math.log(inside(focus[each])))];
}

/** How many times likelier where a post pulls away; between 1/50 and 50. */
export function ratioOf(features: readonly number[], weights: readonly number[]): number {
  return exp(Math.min(most, Math.max(-most, dot(features, weights))));
}

export interface Known {
  features: readonly number[];
  pulls: boolean;
}

/** Weights, rounded to 1e-4; all 0 where only one kind of sentence is there. */
export function fitted(sentences: readonly Known[]): number[] {
  const size = sentences[0]?.features.length ?? 0;
  const pulling = sentences.filter(({ pulls }) => pulls).length;
  const staying = sentences.length - pulling;
  let weights = new Array<number>(size).fill(0);
  if (pulling === 0 || staying === 0) return weights;
  for (let step = 0; step < steps; step++) {
    const slope = weights.map((weight, at) => (at === 0 ? 0 : -ridge * weight));
    const bend = weights.map((_, row) => weights.map((_, at): number => (row === at && row > 0 ? ridge : 0)));
    for (const { features, pulls } of sentences) {
      const counts = sentences.length / (2 * (pulls ? pulling : staying));
      const share = 1 / (1 + exp(-dot(features, weights)));
      const error = counts * ((pulls ? 1 : 0) - share);
      const curve = counts * share * (1 - share);
      features.forEach((one, row) => {
        slope[row] = (slope[row] ?? 0) + error * one;
        const line = bend[row] ?? [];
        features.forEach((other, at) => {
          line[at] = (line[at] ?? 0) + curve * one * other;
        });
      });
    }
    const change = solve(bend, slope);
    weights = weights.map((weight, at) => weight + (change[at] ?? 0));
  }
  return weights.map((weight) => Math.round(weight * 10_000) / 10_000);
}

function dot(one: readonly number[], other: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

/** Gauss's elimination with the largest pivot; the matrix is changed. */
function solve(matrix: number[][], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const size = rows.length;
  for (let at = 0; at < size; at++) {
    let best = at;
    for (let row = at + 1; row < size; row++) {
      if (Math.abs(rows[row]?.[at] ?? 0) > Math.abs(rows[best]?.[at] ?? 0)) best = row;
    }
    const pivot = rows[best] ?? [];
    rows[best] = rows[at] ?? [];
    rows[at] = pivot;
    for (const row of rows) {
      if (row === pivot) continue;
      const share = (row[at] ?? 0) / (pivot[at] ?? 1);
      for (let n = at; n <= size; n++) row[n] = (row[n] ?? 0) - share * (pivot[n] ?? 0);
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}

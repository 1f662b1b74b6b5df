/** The linear model: one whole number a place and head, in one array, the heads of a place beside each other. */
import type { Features } from './features.ts';
import { bits } from './hash.ts';
import { focuses, moves } from './model.ts';

/** One head a move, one for "pulls away, by whatever move", one a focus. */
export const heads = [...moves, 'derails', ...focuses] as const;
export type Head = (typeof heads)[number];
export const headCount = heads.length;
export const places = 1 << bits;

export interface Linear {
  /** places x heads. */
  weights: Int8Array;
  /** For each head what one unit of weight is worth, in 1/65536. */
  units: readonly number[];
  /** For each head, in 1/65536. */
  biases: readonly number[];
}

/** The sum of each head: named features in full, counted ones divided by the root of their number. */
export function sums({ weights, units, biases }: Linear, { counted, named }: Features): Float64Array {
  const all = new Float64Array(headCount);
  for (const at of counted) {
    const row = at * headCount;
    for (let head = 0; head < headCount; head++) all[head] = (all[head] ?? 0) + (weights[row + head] ?? 0);
  }
  const share = 1 / Math.sqrt(Math.max(1, counted.length));
  for (let head = 0; head < headCount; head++) all[head] = (all[head] ?? 0) * share;
  for (const at of named) {
    const row = at * headCount;
    for (let head = 0; head < headCount; head++) all[head] = (all[head] ?? 0) + (weights[row + head] ?? 0);
  }
  for (let head = 0; head < headCount; head++) {
    all[head] = ((all[head] ?? 0) * (units[head] ?? 0) + (biases[head] ?? 0)) / 65_536;
  }
  return all;
}

/**
 * Words while learning: what was given of each (GloVe), turned into the net's numbers by one matrix that is learnt with the
 * rest, and beside it what is the word's own. So a word that stands seldom follows those like it, wherever learning moves
 * them. What is shipped are the sums.
 */
import type { Net } from '../net.ts';

export interface Given {
  /** Numbers that were given of a word. */
  width: number;
  /** rows x width; nothing where nothing was given. */
  numbers: Float64Array;
  isKnown: Uint8Array;
}

/** width x dims: at first, each number is the first ones of what was given. */
export function turnAtFirst(width: number, dims: number): Float64Array {
  const turn = new Float64Array(width * dims);
  for (let d = 0; d < Math.min(width, dims); d++) turn[d * dims + d] = 1;
  return turn;
}

/** Puts words together anew; `own` is rows x dims. */
export function putTogether(
  { dims, vectors }: Net,
  words: Iterable<number>,
  { given, turn, own }: { given: Given; turn: Float64Array; own: Float64Array },
): void {
  for (const word of words) {
    const row = word * dims;
    for (let d = 0; d < dims; d++) vectors[row + d] = own[row + d] as number;
    if (given.isKnown[word] === 0) continue;
    for (let k = 0; k < given.width; k++) {
      const value = given.numbers[word * given.width + k] as number;
      for (let d = 0; d < dims; d++)
        vectors[row + d] = (vectors[row + d] as number) + value * (turn[k * dims + d] as number);
    }
  }
}

/** Adds to the slopes of the matrix what words are told. */
export function throughTurn(
  slopes: Float64Array,
  { given, dims, touched }: { given: Given; dims: number; touched: Iterable<number> },
  vectorSlopes: Float64Array,
): void {
  for (const word of touched) {
    if (given.isKnown[word] === 0) continue;
    for (let k = 0; k < given.width; k++) {
      const value = given.numbers[word * given.width + k] as number;
      for (let d = 0; d < dims; d++)
        slopes[k * dims + d] =
          (slopes[k * dims + d] as number) + value * (vectorSlopes[word * dims + d] as number);
    }
  }
}

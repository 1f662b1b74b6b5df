/** Which row of vectors a word has. Words are kept as 24 bits of a hash: none can be read back. Pure. */
import { add, begin } from './hash.ts';

/** Words that are not known share a row by their last two letters. */
export const endings = 64;
const kind = 11;
const ending = 12;

export interface Vocabulary {
  /** Hashes in rising order; the word at n has row n + 1, row 0 is nothing. */
  hashes: Int32Array;
  rows: ReadonlyMap<number, number>;
}

export const wordHash = (form: string): number => add(begin(kind), form) & 0xffffff;

export function vocabularyOf(hashes: Iterable<number>): Vocabulary {
  const sorted = Int32Array.from(new Set(hashes)).sort();
  const rows = new Map<number, number>();
  sorted.forEach((hash, n) => {
    rows.set(hash, n + 1);
  });
  return { hashes: sorted, rows };
}

export const rowCount = ({ hashes }: Vocabulary): number => 1 + hashes.length + endings;

export function rowOf(form: string, { hashes, rows }: Vocabulary): number {
  const known = rows.get(wordHash(form));
  if (known !== undefined) return known;
  const hash = add(begin(ending), form, Math.max(0, form.length - 2));
  return 1 + hashes.length + ((hash ^ (hash >>> 15)) & (endings - 1));
}

export const rowsOfForms = (forms: readonly string[], vocabulary: Vocabulary): Int32Array =>
  Int32Array.from(forms, (form) => rowOf(form, vocabulary));

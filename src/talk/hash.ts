/** Which of the model's places a feature falls on: FNV-1a over UTF-16 units, whole numbers only, the same everywhere. */

export const bits = 16;
export const places = 1 << bits;
const mask = places - 1;
const offset = 0x811c9dc5;
const prime = 0x01000193;

/** `kind` keeps words, pairs and pieces of words apart. */
export function begin(kind: number): number {
  return Math.imul(offset ^ kind, prime);
}

export function add(hash: number, text: string, from = 0, to = text.length): number {
  let so = hash;
  for (let at = from; at < to; at++) so = Math.imul(so ^ text.charCodeAt(at), prime);
  return so;
}

export function place(hash: number): number {
  return (hash ^ (hash >>> 15)) & mask;
}

/** A short name for a pattern of a move, the same as long as it is written the same. */
export function patternId(move: string, line: string): string {
  return (add(begin(9), `${move} ${line}`) >>> 0).toString(36);
}

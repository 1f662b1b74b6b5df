/** The words a pause is about: how they are shown, what a gentler sentence takes the place of, whether they were sent. Pure. */

export type Span = readonly [start: number, end: number];

const around = 70;
const ends = /[.!?\u061f\u06d4\u2026\n]/;

/** The marked words with a little of what stands about them; whole words only. */
export function excerpt(text: string, [start, end]: Span): { before: string; words: string; after: string } {
  const left = text.slice(0, start);
  const right = text.slice(end);
  const cutLeft = left.length > around ? `… ${left.slice(-around).replace(/^\S*\s/, '')}` : left;
  const cutRight = right.length > around ? `${right.slice(0, around).replace(/\s\S*$/, '')} …` : right;
  return { before: cutLeft, words: text.slice(start, end), after: cutRight };
}

/** The whole sentences the span lies in, without space at their edges: what a gentler sentence takes the place of. */
export function sentenceOf(text: string, [start, end]: Span): Span {
  let from = start;
  while (from > 0 && !ends.test(text[from - 1] ?? '')) from--;
  while (from < start && /\s/.test(text[from] ?? '')) from++;
  let to = end;
  while (to < text.length && !ends.test(text[to - 1] ?? '')) to++;
  while (to < text.length && ends.test(text[to] ?? '') && text[to] !== '\n') to++;
  while (to > end && /\s/.test(text[to - 1] ?? '')) to--;
  return [from, to];
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** Whether the marked words still stand in a text; spaces and capitals do not count. */
export const stillIn = (words: string, text: string): boolean => plain(text).includes(plain(words));

/** A code as it is typed to come back: whole, or as two cards one under the other. Pure, the same with and without script. */
import { type Code, joinHalves } from '../platform/keys/code.ts';
import { lengths } from '../platform/keys/lists.ts';
import { everyList, listById } from '../platform/keys/published.ts';
import { type CodeProblem, readCode } from '../platform/keys/read-code.ts';

/** Two cards of different lists or lengths. */
export type TypedCode = { ok: Code } | CodeProblem | { problem: 'halves' };

/** Two cards stand in two lines, with a blank line between, or simply one after the other. */
export function readTyped(given: string): TypedCode {
  const typed = withoutLabels(given);
  const [first, second] = inTwo(typed);
  const a = readCode(first, everyList);
  if (!('ok' in a) || second === null) return readCode(typed, everyList);
  const b = readCode(second, everyList);
  return 'ok' in b ? joined(a.ok, b.ok) : b;
}

/**
 * The first word so far that is in no list, with the nearest ones: help while typing. The last word counts only when
 * something stands behind it; digits are checked when all are there.
 */
export function slip(typed: string): CodeProblem | null {
  const words = Array.from(typed.matchAll(wordShape)).filter(
    ({ index = 0, 0: word }) => index + word.length < typed.length,
  );
  for (const [at, [word]] of words.entries()) {
    // Six times the same word is a code exactly when the word is in a list.
    const read = readCode(Array(lengths.code.words).fill(word).join(' '), everyList);
    if ('problem' in read && read.problem === 'word') return { ...read, at: (at % lengths.code.words) + 1 };
  }
  return null;
}

/** The code two cards stand for. */
export function joined(a: Code, b: Code): TypedCode {
  const list = listById(a.list);
  return list && a.list === b.list ? { ok: joinHalves(a, b, list) } : { problem: 'halves' };
}

const wordShape = /[\p{L}\p{M}'’]{2,}/gu;
const digitShape = /\p{Nd}/gu;

/** Copied from a card as it stands there, "check digit" and all: no word belongs to a code that is in digits. */
function withoutLabels(typed: string): string {
  const digits = Array.from(typed.matchAll(digitShape)).length;
  const one = lengths.code.digits + 1;
  return digits === one || digits === 2 * one ? typed.replace(/[\p{L}\p{M}]+/gu, ' ') : typed;
}

/** Cut behind the first card where there are exactly as many words or digits as two cards hold; else left whole. */
function inTwo(typed: string): [string, string | null] {
  const words = Array.from(typed.matchAll(wordShape));
  const found = words.length > 0 ? words : Array.from(typed.matchAll(digitShape));
  const each = words.length > 0 ? lengths.code.words : lengths.code.digits + 1;
  const last = found[each - 1];
  if (found.length !== 2 * each || !last) return [typed, null];
  const end = (last.index ?? 0) + last[0].length;
  return [typed.slice(0, end), typed.slice(end)];
}

/** A caseworker's paper phrase: generated, never chosen; 10 words or 33 digits, 108 bits or more. */
import { groupsOf } from './code.ts';
import { type CodeList, isWords, lengths, type WordList } from './lists.ts';
import { type Draw, randomInt } from './random.ts';
import {
  type CodeProblem,
  looksLikeDigits,
  only,
  plain,
  problem,
  readWords,
  tokens,
  whole,
} from './read-code.ts';

/** The phrase in the one spelling wraps are made with: words with a space between, or 33 digits. Show with `showPhrase`. */
export function newPhrase(list: CodeList, draw: Draw = randomInt): string {
  const unit = isWords(list) ? 'words' : 'digits';
  const drawn = Array.from({ length: lengths.phrase[unit] }, () =>
    draw(isWords(list) ? list.words.length : 10),
  );
  return isWords(list) ? drawn.map((value) => list.words[value] ?? '').join(' ') : drawn.join('');
}

/** Digits in eleven groups of three; words as they are. */
export function showPhrase(phrase: string): string {
  return /^\d+$/.test(phrase) ? groupsOf(phrase, 3) : phrase;
}

/** There are more words than a phrase has, and this one is in no list: `at` counts from 1. */
export interface ExtraWord {
  problem: 'extra';
  at: number;
  typed: string;
}

export type ReadPhrase = { ok: string } | CodeProblem | ExtraWord;

/**
 * Reads it typed back, in any case and with any signs between. Unlike a code it comes from no printed card, so nothing
 * may stand beside it: what is too many is refused and, where it can be, named. `{ ok }` holds the spelling `newPhrase` gave.
 */
export function readPhrase(typed: string, lists: readonly CodeList[]): ReadPhrase {
  const text = plain(typed).replace(/\n/g, ' ');
  const expected = lengths.phrase.digits;
  if (text === '') return problem('empty', { expected: lengths.phrase.words });
  if (lists.some((list) => !isWords(list)) && looksLikeDigits(text, expected)) {
    const digits = text.replace(/\D/g, '');
    const extra = extraAmong(text.split(' '), (token) => !/\p{L}/u.test(token));
    if (extra) return extra;
    return digits.length === expected ? { ok: digits } : problem('count', { got: digits.length, expected });
  }
  return readWordPhrase(text, lists.filter(isWords));
}

function readWordPhrase(text: string, lists: readonly WordList[]): ReadPhrase {
  const expected = lengths.phrase.words;
  const typed = tokens(text);
  for (const list of lists) {
    const words = whole(typed, list, expected);
    if (words) return { ok: words.join(' ') };
  }
  if (typed.length > expected) {
    const extra = extraAmong(typed, (token) => lists.some((list) => only(token, list) !== undefined));
    return extra ?? problem('count', { got: typed.length, expected });
  }
  const read = readWords(text, lists, lengths.phrase);
  return 'problem' in read ? read : { ok: read.words.join(' ') };
}

function extraAmong(typed: readonly string[], belongs: (token: string) => boolean): ExtraWord | null {
  const at = typed.findIndex((token) => !belongs(token));
  return at < 0 ? null : { problem: 'extra', at: at + 1, typed: typed[at] ?? '' };
}

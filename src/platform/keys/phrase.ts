/** A caseworker's paper phrase: generated, never chosen; 10 words or 33 digits, 108 bits or more. */
import { groupsOf } from './code.ts';
import { type CodeList, isWords, lengths } from './lists.ts';
import { type Draw, randomInt } from './random.ts';
import { type CodeProblem, looksLikeDigits, plain, problem, readWords } from './read-code.ts';

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

/** Reads it typed back, as forgivingly as a code. `{ ok }` holds the spelling `newPhrase` gave. */
export function readPhrase(typed: string, lists: readonly CodeList[]): { ok: string } | CodeProblem {
  const text = plain(typed);
  const expected = lengths.phrase.digits;
  if (text === '') return problem('empty', { expected: lengths.phrase.words });
  if (lists.some((list) => !isWords(list)) && looksLikeDigits(text, expected)) {
    const digits = text.replace(/\D/g, '');
    return digits.length === expected ? { ok: digits } : problem('count', { got: digits.length, expected });
  }
  const read = readWords(text, lists.filter(isWords), lengths.phrase);
  return 'problem' in read ? read : { ok: read.words.join(' ') };
}

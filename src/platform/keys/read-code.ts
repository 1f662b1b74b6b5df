/** Reads a code as people type it: any case, digits of any script, commas, dashes, numbering, or a pasted card. */
import { type Code, digitCode } from './code.ts';
import { type CodeList, isWords, lengths, type WordList } from './lists.ts';
import { candidates, exact, nearest } from './spelling.ts';

/** What stopped the reading; safe to show, it names only what was typed and words of a public list. */
export interface CodeProblem {
  problem: 'empty' | 'count' | 'word' | 'check';
  /** Which word, counted from 1; 0 when the whole is meant. */
  at: number;
  /** The word as typed ('word'), else ''. */
  typed: string;
  got: number;
  expected: number;
  /** Words of the list that may have been meant, best first. */
  nearest: readonly string[];
}

export type ReadCode = { ok: Code } | CodeProblem;

interface Sizes {
  words: number;
  digits: number;
}

/** Tries every list given (also unsigned ones: an old code stays good); the one that fits best speaks. */
export function readCode(typed: string, lists: readonly CodeList[]): ReadCode {
  const text = plain(typed);
  if (text === '') return problem('empty', { expected: lengths.code.words });
  if (lists.some((list) => !isWords(list)) && looksLikeDigits(text, lengths.code.digits + 1))
    return readDigits(text);
  const read = readWords(text, lists.filter(isWords), lengths.code);
  return 'problem' in read ? read : { ok: { list: read.list.id, words: read.words } };
}

/** Digits of any script as ASCII, no direction marks, all that separates as one space; lines are kept. */
export function plain(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)))
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\p{L}\p{M}\p{Nd}\n'’$]+/gu, ' ')
    .replace(/ *\n[\n ]*/g, '\n')
    .trim();
}

/** Decimal digits stand in runs of ten in Unicode, each run beginning at a zero; NFKC has flattened the odd ones. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero;
}

export function looksLikeDigits(text: string, expected: number): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '').length;
  const count = text.replace(/\D/g, '').length;
  return letters === 0 || count === expected;
}

function readDigits(text: string): ReadCode {
  const digits = text.replace(/\D/g, '');
  const expected = lengths.code.digits + 1;
  if (digits.length !== expected) return problem('count', { got: digits.length, expected });
  const code = digitCode(digits.slice(0, -1));
  return code.check === digits.slice(-1) ? { ok: code } : problem('check', { got: expected, expected });
}

/** Words of one list, or what stops them. Numbering ("1. maple"), a heading, a word in two parts are forgiven. */
export function readWords(
  text: string,
  lists: readonly WordList[],
  { words: expected }: Sizes,
): { list: WordList; words: string[] } | CodeProblem {
  const all = tokens(text.replace(/\n/g, ' '));
  for (const list of lists) {
    for (const part of [all, ...text.split('\n').map(tokens)]) {
      const words = whole(part, list, expected) ?? within(part, list, expected);
      if (words) return { list, words };
    }
  }
  const best = [...lists].sort((a, b) => known(all, b) - known(all, a))[0];
  if (all.length !== expected || !best) return problem('count', { got: all.length, expected });
  const at = all.findIndex((token) => !only(token, best));
  const wrong = all[at] ?? '';
  const meant = candidates(wrong, best.words);
  return problem('word', {
    at: at + 1,
    typed: wrong,
    got: expected,
    expected,
    nearest: meant.length > 0 ? meant.slice(0, 3) : nearest(wrong, best.words),
  });
}

/** Franco words hold digits, so only tokens of nothing but digits are numbering. */
export function tokens(text: string): string[] {
  return text.split(' ').filter((token) => /\p{L}/u.test(token));
}

/** The tokens as exactly so many words, where "snow ball" may be one: null unless there is one way to read them. */
export function whole(part: readonly string[], list: WordList, expected: number): string[] | null {
  if (part.length < expected || part.length > 2 * expected) return null;
  let ways: string[][] = [[]];
  let before: string[][] = [];
  part.forEach((token, i) => {
    const one = only(token, list);
    const two = i > 0 ? exact(`${part[i - 1]}${token}`, list.words) : undefined;
    const next = [
      ...(one === undefined ? [] : ways.map((way) => [...way, one])),
      ...(two === undefined ? [] : before.map((way) => [...way, two])),
    ];
    before = ways;
    ways = next;
  });
  const fitting = ways.filter((way) => way.length === expected);
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** A run of exactly so many words amid other text, when there is only one such run. */
function within(part: readonly string[], list: WordList, expected: number): string[] | null {
  const marked = part.map((token) => exact(token, list.words) ?? ' ').join(' ');
  const runs = marked.split(/\s{2,}/).map((run) => run.split(' ').filter((word) => word !== ''));
  const fitting = runs.filter((run) => run.length === expected);
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

export function only(token: string, list: WordList): string | undefined {
  const meant = candidates(token, list.words);
  return meant.length === 1 ? meant[0] : undefined;
}

function known(all: readonly string[], list: WordList): number {
  return all.filter((token) => only(token, list)).length;
}

export function problem(what: CodeProblem['problem'], found: Partial<CodeProblem>): CodeProblem {
  return { problem: what, at: 0, typed: '', got: 0, expected: 0, nearest: [], ...found };
}

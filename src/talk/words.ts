/**
 * From a text to its words, each with its place in the original. Takes any string: lone surrogates, controls of
 * direction, invisible characters and a megabyte without a space are passed over or cut, in one pass.
 */
import type { Language, Word } from './grammar.ts';
import { quotedRanges, type Range } from './quotes.ts';

export interface Read {
  words: readonly Word[];
  /** For each word: a clause begins here. */
  opens: readonly boolean[];
  /** For each word: it stands inside quotation marks. */
  quoted: readonly boolean[];
  /** Sentences as ranges of words, end excluded. */
  sentences: readonly Range[];
  /** For each sentence: it ends in a question mark. */
  asks: readonly boolean[];
  /** For each sentence: it ends in a colon and a new line, so the lines below are what it announces. */
  announces: readonly boolean[];
}

/** Longer runs of letters are no words; what lies beyond is left out. */
const longest = 40;
/** People who never stop for breath are cut here, so that one sentence stays a small thing. */
const longestSentence = 120;

const letter = /^[\p{L}\p{N}\p{M}]/u;
const digitOrLatin = /^[a-z0-9]$/;
/** Marks that are not seen: soft hyphens, joiners, directions, variation selectors. */
const invisible =
  /\u00ad|\u034f|\u061c|[\u115f-\u1160]|[\u17b4-\u17b5]|[\u180b-\u180e]|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u206f]|[\ufe00-\ufe0f]|\ufeff/;
const ends = new Set(['.', '!', '?', '…', '\n', '\r', '\u2028', '\u2029', '؟', '؛', ';', '۔', '‽']);
const breaks = new Set([
  ',',
  '،',
  ':',
  '(',
  ')',
  '[',
  ']',
  '–',
  '—',
  '/',
  '|',
  '-',
  '*',
  '"',
  '“',
  '”',
  '«',
  '»',
]);

export function readWords(text: string, language: Language): Read {
  const words: Word[] = [];
  const opens: boolean[] = [];
  const sentences: [number, number][] = [];
  const asks: boolean[] = [];
  const announces: boolean[] = [];
  let colon = false;
  let first = 0;
  let opening = true;
  let word = '';
  let start = -1;
  let end = 0;

  const endWord = () => {
    if (start < 0) return;
    for (const forms of formsOf(word, language)) {
      words.push({ forms, start, end });
      opens.push(opening);
      opening = false;
    }
    word = '';
    start = -1;
    if (words.length - first >= longestSentence) endSentence(false);
  };
  const endSentence = (isQuestion: boolean) => {
    if (start >= 0) endWord();
    opening = true;
    if (words.length > first) {
      sentences.push([first, words.length]);
      asks.push(isQuestion);
      announces.push(colon);
      first = words.length;
    } else if (isQuestion && asks.length > 0) asks[asks.length - 1] = true;
  };

  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const width = code > 0xffff ? 2 : 1;
    const char = text.slice(at, at + width);
    if (isAddress(text, at) && start < 0) {
      at = skipAddress(text, at);
      continue;
    }
    const kind = kindOf(char, code);
    if (kind === 'letter') {
      colon = false;
      if (start < 0) start = at;
      end = at + width;
      if (word.length < longest) word += folded(char, language);
    } else if (kind === 'joint' && start >= 0 && isLetterAt(text, at + width)) {
      if (word.length < longest) word += "'";
    } else if (kind === 'end' && !isInside(text, at, char)) {
      endSentence(char === '?' || char === '؟' || char === '‽');
    } else if (kind !== 'invisible' && kind !== 'end') {
      endWord();
      if (kind === 'break') opening = true;
      if (char === ':') colon = true;
    }
    at += width;
  }
  endSentence(false);
  const quoted = inQuotes(words, quotedRanges(text));
  return { words, opens, quoted, sentences, asks, announces };
}

/** Most words come again and again: what they may stand for is found once. */
const known = new WeakMap<Language, Map<string, readonly (readonly string[])[]>>();
const mostKnown = 20_000;

function formsOf(word: string, language: Language): readonly (readonly string[])[] {
  const words = known.get(language) ?? new Map<string, readonly (readonly string[])[]>();
  const before = words.get(word);
  if (before !== undefined) return before;
  if (words.size >= mostKnown) words.clear();
  const forms = language.read(word);
  words.set(word, forms);
  known.set(language, words);
  return forms;
}

type Kind = 'letter' | 'joint' | 'end' | 'break' | 'invisible' | 'space';

function kindOf(char: string, code: number): Kind {
  if (code < 128) {
    if (digitOrLatin.test(char) || (code >= 65 && code <= 90)) return 'letter';
    if (char === "'" || char === '`') return 'joint';
  } else {
    if (code >= 0x621 && code <= 0x669) return 'letter';
    if (char === '’' || char === 'ʼ' || char === '‘' || char === '´') return 'joint';
    if (invisible.test(char)) return 'invisible';
    if (letter.test(char)) return 'letter';
  }
  if (ends.has(char)) return 'end';
  return breaks.has(char) ? 'break' : 'space';
}

function folded(char: string, language: Language): string {
  const lower = char.toLowerCase();
  return digitOrLatin.test(lower) ? lower : language.fold(lower.normalize('NFKC'));
}

function isLetterAt(text: string, at: number): boolean {
  return at < text.length && letter.test(text.slice(at, at + 2));
}

/** A point between digits ends nothing: 3.5. */
function isInside(text: string, at: number, char: string): boolean {
  return char === '.' && /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '');
}

function isAddress(text: string, at: number): boolean {
  const char = text[at];
  if (char !== 'h' && char !== 'w') return false;
  return text.startsWith('http://', at) || text.startsWith('https://', at) || text.startsWith('www.', at);
}

function skipAddress(text: string, at: number): number {
  let to = at;
  while (to < text.length && !/\s/.test(text[to] ?? '')) to++;
  return to;
}

/** One word in marks is irony ("her so-called 'friends'"), not somebody else's sentence. */
function inQuotes(words: readonly Word[], ranges: readonly Range[]): boolean[] {
  const quoted = words.map(() => false);
  let next = 0;
  for (const [from, to] of ranges) {
    while (next < words.length && (words[next]?.start ?? 0) < from) next++;
    const begun = next;
    while (next < words.length && (words[next]?.end ?? 0) <= to) next++;
    if (next - begun < 2) continue;
    for (let at = begun; at < next; at++) quoted[at] = true;
  }
  return quoted;
}

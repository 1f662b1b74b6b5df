/** Codes people write down: drawn, shown, and cut into two cards. */
import { checkDigit } from './damm.ts';
import { type CodeList, isWords, lengths, type WordListId } from './lists.ts';
import { type Draw, randomInt } from './random.ts';
import { KeyRefusal } from './refusal.ts';

export interface WordCode {
  list: WordListId;
  words: readonly string[];
}
export interface DigitCode {
  list: 'digits';
  /** 20 digits, the check digit not among them. */
  digits: string;
  check: string;
}
export type Code = WordCode | DigitCode;

export function digitCode(digits: string): DigitCode {
  return { list: 'digits', digits, check: checkDigit(digits) };
}

/** One number below `size` from each step of a random stream, none favoured: high draws are thrown away. */
export function drawFrom(stream: Uint8Array, size: number, count: number): number[] {
  const width = size <= 256 ? 1 : 2;
  const limit = 256 ** width - (256 ** width % size);
  const drawn: number[] = [];
  for (let at = 0; at + width <= stream.length && drawn.length < count; at += width) {
    const value = width === 1 ? (stream[at] ?? 0) : (stream[at] ?? 0) * 256 + (stream[at + 1] ?? 0);
    if (value < limit) drawn.push(value % size);
  }
  // 64 bytes fall short less than once in 10^20 seeds; stopping costs that seed, going on would cost evenness.
  if (drawn.length < count) throw new RangeError('random stream too short');
  return drawn;
}

/** A code out of 64 evenly random bytes: the same bytes give the same code for ever. */
export function codeFrom(stream: Uint8Array, list: CodeList): Code {
  if (!isWords(list)) return digitCode(drawFrom(stream, 10, lengths.code.digits).join(''));
  return fromNumbers(drawFrom(stream, list.words.length, lengths.code.words), list);
}

/** As it is written down: words with a space between, or five groups of four and the check digit apart. */
export function showCode(code: Code): string {
  return code.list === 'digits' ? `${groupsOf(code.digits, 4)} - ${code.check}` : code.words.join(' ');
}

/** The spelling a key is stretched from: the list's id, then the words or the digits without the check digit. */
export function canonicalCode(code: Code): string {
  const spelling = code.list === 'digits' ? code.digits : code.words.join(' ').toLowerCase().normalize('NFC');
  return `${code.list}\n${spelling}`;
}

/**
 * Two cards, each a full code of its own: word by word (digit by digit) they sum to the code modulo the list's size.
 * The first is drawn evenly and freely, so either card alone says nothing (a one-time pad). Each call gives new cards.
 */
export function halves(code: Code, list: CodeList, draw: Draw = randomInt): [Code, Code] {
  const whole = toNumbers(code, list);
  const size = sizeOf(list);
  const first = whole.map(() => draw(size));
  const second = whole.map((value, i) => (value - (first[i] ?? 0) + size) % size);
  return [fromNumbers(first, list), fromNumbers(second, list)];
}

/** The code two cards stand for, in either order. Any two cards of one list join; only the right two open a report. */
export function joinHalves(a: Code, b: Code, list: CodeList): Code {
  const first = toNumbers(a, list);
  const second = toNumbers(b, list);
  return fromNumbers(
    first.map((value, i) => (value + (second[i] ?? 0)) % sizeOf(list)),
    list,
  );
}

export function groupsOf(digits: string, size: number): string {
  return digits.match(new RegExp(`.{1,${size}}`, 'g'))?.join(' ') ?? '';
}

function sizeOf(list: CodeList): number {
  return isWords(list) ? list.words.length : 10;
}

function toNumbers(code: Code, list: CodeList): number[] {
  // Cards of different lists cannot be added; guessing a list could only yield a code that opens nothing.
  if (code.list !== list.id) throw new KeyRefusal('halves_differ', { list: list.id, card: code.list });
  const numbers =
    code.list === 'digits' ? Array.from(code.digits, Number) : code.words.map((word) => indexOf(word, list));
  const expected = code.list === 'digits' ? lengths.code.digits : lengths.code.words;
  if (numbers.length !== expected || numbers.some((value) => !(value >= 0))) {
    throw new KeyRefusal('halves_differ', { list: list.id, got: numbers.length, expected });
  }
  return numbers;
}

function indexOf(word: string, list: CodeList): number {
  return isWords(list) ? list.words.indexOf(word) : -1;
}

function fromNumbers(numbers: readonly number[], list: CodeList): Code {
  if (!isWords(list)) return digitCode(numbers.join(''));
  return { list: list.id, words: numbers.map((value) => list.words[value] ?? '') };
}

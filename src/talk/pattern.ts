/** Patterns of grammar.ts, made ready once and matched against words: time grows with the text, not with its square. */
import type { Word } from './grammar.ts';
import type { Read } from './words.ts';

type Element =
  | { kind: 'words'; words: ReadonlySet<string>; stems: readonly string[]; maybe: boolean }
  | { kind: 'class'; choices: readonly (readonly Element[])[]; maybe: boolean }
  | { kind: 'not'; what: Element }
  | { kind: 'gap'; most: number }
  | { kind: 'opens' }
  | { kind: 'closes' };

export interface Pattern<T> {
  means: T;
  /** As it was written. */
  line: string;
  elements: readonly Element[];
}

/** Patterns by the words they can begin with. */
export interface Patterns<T> {
  byWord: ReadonlyMap<string, readonly Pattern<T>[]>;
  /** Patterns that begin with a stem, by its first three letters. */
  byStem: ReadonlyMap<string, readonly Pattern<T>[]>;
}

export interface Match<T> {
  means: T;
  /** The pattern as it was written. */
  line: string;
  /** Words, end excluded. */
  from: number;
  to: number;
}

type Classes = Readonly<Record<string, readonly string[]>>;

type Lines<T> = readonly { line: string; means: T }[];
/** Patterns between which a browser may do something else. */
const aStep = 100;

/** Throws where a pattern cannot be read, naming it: a grammar is proved when it is loaded. */
export function patterns<T>(lines: Lines<T>, classes: Classes): Patterns<T> {
  return toTheEnd(patternsInSteps(lines, classes));
}

/** The same work, a little at a time. */
export function* patternsInSteps<T>(lines: Lines<T>, classes: Classes): Generator<undefined, Patterns<T>> {
  const known = new Map<string, readonly (readonly Element[])[]>();
  const byWord = new Map<string, Pattern<T>[]>();
  const byStem = new Map<string, Pattern<T>[]>();
  const keep = (map: Map<string, Pattern<T>[]>, key: string, pattern: Pattern<T>) => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [pattern]);
    else if (list.at(-1) !== pattern) list.push(pattern);
  };
  for (const [n, { line, means }] of lines.entries()) {
    if (n % aStep === aStep - 1) yield;
    const elements = elementsOf(line, { classes, known, inside: [] });
    const pattern = { means, line, elements };
    const starts = firstOf(elements);
    if (starts.words.size === 0 && starts.stems.size === 0) throw new Error(`Begins with no word: ${line}`);
    for (const word of starts.words) keep(byWord, word, pattern);
    for (const stem of starts.stems) {
      if (stem.length < 3) throw new Error(`A stem of fewer than three letters begins: ${line}`);
      keep(byStem, stem.slice(0, 3), pattern);
    }
  }
  return { byWord, byStem };
}

export function toTheEnd<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

interface Reading {
  classes: Classes;
  known: Map<string, readonly (readonly Element[])[]>;
  inside: readonly string[];
}

function elementsOf(line: string, reading: Reading): Element[] {
  return line
    .trim()
    .split(/\s+/)
    .map((part) => elementOf(part, line, reading));
}

function elementOf(part: string, line: string, reading: Reading): Element {
  if (part === '^') return { kind: 'opens' };
  if (part === '$') return { kind: 'closes' };
  if (part.startsWith('..')) {
    const most = Number(part.slice(2));
    if (!(most >= 1 && most <= 12)) throw new Error(`A gap of 1 to 12 words is meant in: ${line}`);
    return { kind: 'gap', most };
  }
  if (part.startsWith('!')) return { kind: 'not', what: elementOf(part.slice(1), line, reading) };
  const maybe = part.endsWith('?');
  const body = maybe ? part.slice(0, -1) : part;
  const choices = body.split('|');
  if (choices.length > 0 && body !== '$' && choices.some((choice) => /^<|^\$$/.test(choice))) {
    const each = choices.map((choice) =>
      choice.startsWith('<')
        ? classOf(choice.slice(1, -1), line, reading)
        : [[elementOf(choice, line, reading)]],
    );
    return { kind: 'class', choices: each.flat(), maybe };
  }
  if (choices.some((choice) => !/^[\p{L}\p{N}\p{M}']+\*?$/u.test(choice))) {
    throw new Error(`${part} is not understood in: ${line}`);
  }
  const stems = choices.filter((choice) => choice.endsWith('*')).map((choice) => choice.slice(0, -1));
  return { kind: 'words', words: new Set(choices.filter((c) => !c.endsWith('*'))), stems, maybe };
}

function classOf(name: string, line: string, reading: Reading): readonly (readonly Element[])[] {
  const { classes, known, inside } = reading;
  const ready = known.get(name);
  if (ready !== undefined) return ready;
  const lines = classes[name];
  if (lines === undefined || inside.includes(name)) throw new Error(`There is no class ${name} for: ${line}`);
  const made = lines.map((each) => elementsOf(each, { ...reading, inside: [...inside, name] }));
  known.set(name, made);
  return made;
}

function firstOf(elements: readonly Element[]): { words: Set<string>; stems: Set<string> } {
  const words = new Set<string>();
  const stems = new Set<string>();
  for (const element of elements) {
    if (element.kind === 'gap') break;
    if (element.kind !== 'words' && element.kind !== 'class') continue;
    const choices = element.kind === 'words' ? [] : element.choices.map(firstOf);
    if (element.kind === 'words') {
      for (const word of element.words) words.add(word);
      for (const stem of element.stems) stems.add(stem);
    }
    for (const choice of choices) {
      for (const word of choice.words) words.add(word);
      for (const stem of choice.stems) stems.add(stem);
    }
    if (!element.maybe) break;
  }
  return { words, stems };
}

interface Place {
  read: Read;
  /** The sentence's end: no pattern goes beyond. */
  last: number;
}

/** Every match that begins in this sentence: for each pattern and beginning the longest. */
export function matches<T>(found: Patterns<T>, read: Read, sentence: readonly [number, number]): Match<T>[] {
  const place = { read, last: sentence[1] };
  const all: Match<T>[] = [];
  for (let from = sentence[0]; from < sentence[1]; from++) {
    const tried = new Set<Pattern<T>>();
    for (const form of read.words[from]?.forms ?? []) {
      for (const pattern of [
        ...(found.byWord.get(form) ?? []),
        ...(found.byStem.get(form.slice(0, 3)) ?? []),
      ]) {
        if (tried.has(pattern)) continue;
        tried.add(pattern);
        const to = longest(pattern.elements, 0, from, place);
        if (to > from) all.push({ means: pattern.means, line: pattern.line, from, to });
      }
    }
  }
  return all;
}

/** Where the longest match of the elements from `index` on ends; -1 where there is none. Gaps are short, so is this. */
function longest(elements: readonly Element[], index: number, at: number, place: Place): number {
  const element = elements[index];
  if (element === undefined) return at;
  let best = -1;
  for (const next of steps(element, at, place)) {
    const to = longest(elements, index + 1, next, place);
    if (to > best) best = to;
  }
  return best;
}

/** The places at which one element, begun at `at`, may end. */
function steps(element: Element, at: number, place: Place): readonly number[] {
  switch (element.kind) {
    case 'opens':
      return place.read.opens[at] ? [at] : [];
    case 'closes':
      return at >= place.last || place.read.opens[at] ? [at] : [];
    case 'gap':
      return Array.from({ length: Math.min(element.most, place.last - at) + 1 }, (_, n) => at + n);
    case 'not':
      return steps(element.what, at, place).some((to) => to > at) ? [] : [at];
    case 'words': {
      const word = at < place.last ? place.read.words[at] : undefined;
      const taken = word !== undefined && isOne(element, word);
      return [...(taken ? [at + 1] : []), ...(element.maybe ? [at] : [])];
    }
    case 'class': {
      const ends = new Set(element.choices.map((choice) => longest(choice, 0, at, place)));
      ends.delete(-1);
      if (element.maybe) ends.add(at);
      return [...ends];
    }
  }
}

function isOne({ words, stems }: Element & { kind: 'words' }, { forms }: Word): boolean {
  return forms.some((form) => words.has(form) || stems.some((stem) => form.startsWith(stem)));
}

/** Patterns of grammar.ts, made ready once and matched against words: time grows with the text, not with its square. */
import { type Choices, type Element, elementsOf, firstOf, type Line, type Words } from './elements.ts';
import type { Read } from './words.ts';

export interface Pattern<T> {
  means: T;
  /** As it was written. */
  line: string;
  elements: Line;
}

/** Patterns by the words they can begin with. */
export interface Patterns<T> {
  byWord: ReadonlyMap<string, readonly Pattern<T>[]>;
  /** Patterns that begin with a stem, by its first three letters. */
  byStem: ReadonlyMap<string, readonly Pattern<T>[]>;
  /** What may begin with a word of these forms, as it was found before; forms as `readWords` gives them. */
  seen: WeakMap<readonly string[], readonly Begun<T>[]>;
}

/** A pattern that a word may begin; `next` is the first element that is still to be looked at. */
interface Begun<T> {
  pattern: Pattern<T>;
  next: number;
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
  const known = new Map<string, readonly Line[]>();
  const parts = new Map<string, Element>();
  const byWord = new Map<string, Pattern<T>[]>();
  const byStem = new Map<string, Pattern<T>[]>();
  const keep = (map: Map<string, Pattern<T>[]>, key: string, pattern: Pattern<T>) => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [pattern]);
    else if (list[list.length - 1] !== pattern) list.push(pattern);
  };
  for (const [n, { line, means }] of lines.entries()) {
    if (n % aStep === aStep - 1) yield;
    const elements = elementsOf(line, { classes, known, parts, inside: [] });
    const pattern = { means, line, elements };
    const starts = firstOf(elements);
    if (starts.words.size === 0 && starts.stems.size === 0) throw new Error(`Begins with no word: ${line}`);
    for (const word of starts.words) keep(byWord, word, pattern);
    for (const stem of starts.stems) {
      if (stem.length < 3) throw new Error(`A stem of fewer than three letters begins: ${line}`);
      keep(byStem, stem.slice(0, 3), pattern);
    }
  }
  return { byWord, byStem, seen: new WeakMap() };
}

export function toTheEnd<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

interface Place {
  read: Read;
  /** The sentence's end: no pattern goes beyond. */
  last: number;
  /** Where choices, begun at a word, were found to end. */
  ends: Map<Choices, (readonly number[] | undefined)[]>;
}

const none: readonly never[] = [];

/** Every match that begins in this sentence: for each pattern and beginning the longest. */
export function matches<T>(found: Patterns<T>, read: Read, sentence: readonly [number, number]): Match<T>[] {
  const place: Place = { read, last: sentence[1], ends: new Map() };
  const all: Match<T>[] = [];
  for (let from = sentence[0]; from < sentence[1]; from++) {
    for (const { pattern, next } of beginningWith(found, read.words[from]?.forms ?? none)) {
      const to = longest(pattern.elements, next, from + next, place);
      if (to > from) all.push({ means: pattern.means, line: pattern.line, from, to });
    }
  }
  return all;
}

function beginningWith<T>(
  { byWord, byStem, seen }: Patterns<T>,
  forms: readonly string[],
): readonly Begun<T>[] {
  const before = seen.get(forms);
  if (before !== undefined) return before;
  const all = new Set(
    forms.flatMap((form) => [...(byWord.get(form) ?? none), ...(byStem.get(form.slice(0, 3)) ?? none)]),
  );
  const found = [...all].flatMap((pattern): Begun<T>[] => {
    const [first] = pattern.elements;
    if (first?.kind !== 'words' || first.maybe) return [{ pattern, next: 0 }];
    return takesOne(first, forms) ? [{ pattern, next: 1 }] : [];
  });
  seen.set(forms, found);
  return found;
}

/** Where the longest match of the elements from `index` on ends; -1 where there is none. Gaps are short, so is this. */
function longest(elements: Line, index: number, at: number, place: Place): number {
  for (let n = index, here = at; ; n++) {
    const element = elements[n];
    if (element === undefined) return here;
    switch (element.kind) {
      case 'opens':
        if (!place.read.opens[here]) return -1;
        break;
      case 'closes':
        if (here < place.last && !place.read.opens[here]) return -1;
        break;
      case 'not':
        if (takes(element.what, here, place)) return -1;
        break;
      case 'gap':
        return farthest(
          elements,
          n + 1,
          { from: here, to: Math.min(here + element.most, place.last) },
          place,
        );
      case 'words': {
        const isThere = isOne(element, here, place);
        if (isThere && element.maybe) return farthest(elements, n + 1, { from: here, to: here + 1 }, place);
        if (isThere) here++;
        else if (!element.maybe) return -1;
        break;
      }
      case 'class': {
        const ends = endsOf(element, here, place);
        const [only] = ends;
        if (ends.length === 1 && !element.maybe && only !== undefined) here = only;
        else return best(elements, n + 1, element.maybe ? [...ends, here] : ends, place);
      }
    }
  }
}

const farthest = (
  elements: Line,
  index: number,
  { from, to }: { from: number; to: number },
  place: Place,
) => {
  let most = -1;
  for (let at = from; at <= to; at++) most = Math.max(most, longest(elements, index, at, place));
  return most;
};

const best = (elements: Line, index: number, places: readonly number[], place: Place) => {
  let most = -1;
  for (const at of places) most = Math.max(most, longest(elements, index, at, place));
  return most;
};

/** Where one of the choices, begun at `at`, may end: each its longest. */
function endsOf(choices: Choices, at: number, place: Place): readonly number[] {
  let known = place.ends.get(choices);
  if (known === undefined) {
    known = [];
    place.ends.set(choices, known);
  }
  const found = known[at] ?? find(choices, at, place);
  known[at] = found;
  return found;
}

function find({ one, byWord, rest }: Choices, at: number, place: Place): readonly number[] {
  const word = at < place.last ? place.read.words[at] : undefined;
  const ends: number[] = [];
  const add = (line: Line) => {
    const to = longest(line, 0, at, place);
    if (to >= 0 && !ends.includes(to)) ends.push(to);
  };
  if (isOne(one, at, place)) ends.push(at + 1);
  for (const form of word?.forms ?? none) byWord.get(form)?.forEach(add);
  rest.forEach(add);
  return ends.length === 0 ? none : ends;
}

/** Whether it takes a word here. */
function takes(element: Element, at: number, place: Place): boolean {
  if (element.kind === 'words') return isOne(element, at, place);
  return element.kind === 'class' && endsOf(element, at, place).some((to) => to > at);
}

const isOne = (element: Words, at: number, { read, last }: Place): boolean =>
  at < last && takesOne(element, read.words[at]?.forms ?? none);

function takesOne({ words, stems }: Words, forms: readonly string[]): boolean {
  for (const form of forms) {
    if (words.has(form)) return true;
    for (const stem of stems) if (form.startsWith(stem)) return true;
  }
  return false;
}

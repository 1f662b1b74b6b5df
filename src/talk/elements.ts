/** From a line of grammar.ts to what is matched, made once; what stands in several lines is made once for all of them. */

type Classes = Readonly<Record<string, readonly string[]>>;

export type Words = { kind: 'words'; words: ReadonlySet<string>; stems: readonly string[]; maybe: boolean };
export type Choices = {
  kind: 'class';
  /** By the word each can begin with. */
  byWord: ReadonlyMap<string, readonly Line[]>;
  /** Those that begin otherwise. */
  rest: readonly Line[];
  /** Choices of one word, all in one. */
  one: Words;
  all: readonly Line[];
  maybe: boolean;
};
export type Element =
  | Words
  | Choices
  | { kind: 'not'; what: Element }
  | { kind: 'gap'; most: number }
  | { kind: 'opens' }
  | { kind: 'closes' };
export type Line = readonly Element[];

export interface Reading {
  classes: Classes;
  known: Map<string, readonly Line[]>;
  /** The same part is the same element everywhere, so that what it matched at a word is found once. */
  parts: Map<string, Element>;
  inside: readonly string[];
}

export function elementsOf(line: string, reading: Reading): Element[] {
  return line
    .trim()
    .split(/\s+/)
    .map((part) => {
      const made = reading.parts.get(part) ?? elementOf(part, line, reading);
      reading.parts.set(part, made);
      return made;
    });
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
    return choicesOf(each.flat(), maybe);
  }
  if (choices.some((choice) => !/^[\p{L}\p{N}\p{M}']+\*?$/u.test(choice))) {
    throw new Error(`${part} is not understood in: ${line}`);
  }
  const stems = choices.filter((choice) => choice.endsWith('*')).map((choice) => choice.slice(0, -1));
  return { kind: 'words', words: new Set(choices.filter((c) => !c.endsWith('*'))), stems, maybe };
}

const isOneWord = (line: Line): line is readonly [Words] => {
  const [only, more] = line;
  return more === undefined && only?.kind === 'words' && !only.maybe;
};

/** Choices of choices lie flat, single words are one set, and the rest is found by the word it begins with. */
function choicesOf(lines: readonly Line[], maybe: boolean): Choices {
  const flat = lines.flatMap((line): readonly Line[] => {
    const [only, more] = line;
    return more === undefined && only?.kind === 'class' && !only.maybe ? only.all : [line];
  });
  const words = new Set<string>();
  const stems = new Set<string>();
  const byWord = new Map<string, Line[]>();
  const rest: Line[] = [];
  for (const line of new Set(flat)) {
    const [first] = line;
    if (isOneWord(line)) {
      for (const word of line[0].words) words.add(word);
      for (const stem of line[0].stems) stems.add(stem);
    } else if (first?.kind === 'words' && !first.maybe && first.stems.length === 0) {
      for (const word of first.words) byWord.set(word, [...(byWord.get(word) ?? []), line]);
    } else rest.push(line);
  }
  const one: Words = { kind: 'words', words, stems: [...stems], maybe: false };
  return { kind: 'class', byWord, rest, one, all: flat, maybe };
}

function classOf(name: string, line: string, reading: Reading): readonly Line[] {
  const { classes, known, inside } = reading;
  const ready = known.get(name);
  if (ready !== undefined) return ready;
  const lines = classes[name];
  if (lines === undefined || inside.includes(name)) throw new Error(`There is no class ${name} for: ${line}`);
  const made = lines.map((each) => elementsOf(each, { ...reading, inside: [...inside, name] }));
  known.set(name, made);
  return made;
}

export function firstOf(elements: Line): { words: Set<string>; stems: Set<string> } {
  const words = new Set<string>();
  const stems = new Set<string>();
  for (const element of elements) {
    if (element.kind === 'gap') break;
    if (element.kind !== 'words' && element.kind !== 'class') continue;
    const choices = element.kind === 'words' ? [] : element.all.map(firstOf);
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

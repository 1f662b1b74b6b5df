/**
 * What the counted model is shown of a post: its words and clause ends in order, beside each the marks the grammar puts
 * on it, and the places of words, short rows of words and names of patterns in a table of weights. Pure.
 */
import { add, begin, patternId, place } from './hash.ts';
import { moves } from './model.ts';
import type { Ready, Seen } from './moves-in.ts';
import { matches } from './pattern.ts';

export interface Shown {
  /** Words as the grammar reads them; ',' where a clause begins, '.' or '?' where a sentence ends. */
  forms: readonly string[];
  /** For each form a set of marks: bit n stands for `marks[n]`. */
  marks: Int32Array;
  /** For each form the sentence it stands in. */
  sentence: Int32Array;
  /** Places in the table (`hash.ts`), each once, in order. */
  wide: readonly number[];
  /** The post tells what was done to its writer or theirs. */
  account: boolean;
}

const guardKinds = ['reported', 'negated', 'answered', 'asked', 'regretted'] as const;
/** Quoted; not the writer's own; a pattern of a move, the writer's own; one that is not; a guard; a hint. */
export const marks = ['quoted', 'foreign', ...moves, 'excused', ...guardKinds, 'hint'] as const;

/** Whoever writes more is read up to here; the grammar reads it all. */
export const mostForms = 4000;

const kinds = { word: 1, pair: 2, apart: 3, row: 4, piece: 5, name: 6 } as const;

export function shown(seen: Seen, made: Ready): Shown {
  const { read, own } = seen;
  const forms: string[] = [];
  const set: number[] = [];
  const sentence: number[] = [];
  const names = new Set<string>();
  const put = (form: string, bits: number, n: number) => {
    forms.push(form);
    set.push(bits);
    sentence.push(n);
  };
  for (const [n, [from, to]] of read.sentences.entries()) {
    if (forms.length >= mostForms) break;
    const bits = marksOf(n, seen, made, names);
    for (let at = from; at < to && forms.length < mostForms; at++) {
      if (at > from && read.opens[at]) put(',', 0, n);
      const base = (read.quoted[at] ? 1 : 0) | (own[at] ? 0 : 2);
      put(read.words[at]?.forms[0] ?? '', base | (bits[at - from] ?? 0), n);
    }
    put(read.asks[n] ? '?' : '.', 0, n);
  }
  names.add(`length ${lengthOf(read.words.length)}`);
  return {
    forms,
    marks: Int32Array.from(set),
    sentence: Int32Array.from(sentence),
    wide: wideOf(forms, set, { names, pieces: made.language.pieces === true }),
    account: seen.isAccount,
  };
}

/** Short posts say little by themselves, so how short counts. */
function lengthOf(words: number): number {
  return [1, 2, 3, 5, 8, 15, 30, 60].find((most) => words <= most) ?? 100;
}

const bit = (name: (typeof marks)[number]): number => 1 << marks.indexOf(name);

/** Marks of a sentence's words, and the names of what its grammar found. */
function marksOf(n: number, seen: Seen, made: Ready, names: Set<string>): number[] {
  const range = seen.read.sentences[n] ?? [0, 0];
  const [first, last] = range;
  const bits = new Array<number>(last - first).fill(0);
  const mark = ({ from, to }: { from: number; to: number }, mask: number) => {
    for (let at = from; at < to; at++) bits[at - first] = (bits[at - first] ?? 0) | mask;
  };
  const { made: mine = [], excused = [], guards = [], addresses } = seen.sentences[n] ?? {};
  const each = (name: string, { means, line }: (typeof mine)[number]) =>
    names.add(`${name}${idOf(means.move, line)}`);
  for (const match of mine) {
    const { move, strength } = match.means;
    mark(match, strength === 'hint' ? bit('hint') : bit(move));
    each('made ', match);
    names.add(`${move} ${strength}`);
  }
  for (const match of excused) {
    if (match.means.strength !== 'hint') mark(match, bit('excused'));
    each('excused ', match);
    names.add(`excused ${match.means.move}`);
  }
  for (const guard of guards) {
    mark(guard, bit(guard.means.kind));
    names.add(guard.means.kind);
  }
  for (const { means } of matches(made.cues, seen.read, range)) names.add(`cue ${means}`);
  if (addresses) names.add('addresses');
  return bits;
}

/** Names of patterns, worked out once: their lines are long and come again and again. */
const ids = new Map<string, string>();

function idOf(move: string, line: string): string {
  const known = ids.get(`${move} ${line}`) ?? patternId(move, line);
  ids.set(`${move} ${line}`, known);
  return known;
}

interface Beside {
  names: ReadonlySet<string>;
  pieces: boolean;
}

function wideOf(forms: readonly string[], set: readonly number[], { names, pieces }: Beside): number[] {
  const places = new Set<number>();
  const put = (kind: number, ...words: readonly string[]) => {
    let hash = begin(kind);
    for (const word of words) hash = add(add(hash, ' '), word);
    places.add(place(hash));
  };
  for (const [at, form] of forms.entries()) {
    const own = (set[at] ?? 0) & 3 ? '~' : '';
    const before = forms[at - 1];
    const before2 = forms[at - 2];
    put(kinds.word, own, form);
    if (before !== undefined) put(kinds.pair, own, before, form);
    if (before2 !== undefined && before !== undefined) {
      put(kinds.apart, own, before2, form);
      put(kinds.row, own, before2, before, form);
    }
    if (pieces) for (const each of piecesOf(form)) places.add(each);
  }
  for (const name of names) put(kinds.name, name);
  return [...places].sort((one, other) => one - other);
}

/** Pieces of a word of three to five letters, with its edges; most words come again and again. */
const known = new Map<string, readonly number[]>();
const mostKnown = 20_000;

function piecesOf(form: string): readonly number[] {
  const before = known.get(form);
  if (before !== undefined) return before;
  const places: number[] = [];
  const edged = `<${form}>`;
  for (let size = 3; size <= 5; size++) {
    for (let at = 0; at + size <= edged.length; at++) {
      places.push(place(add(begin(kinds.piece), edged, at, at + size)));
    }
  }
  if (known.size >= mostKnown) known.clear();
  known.set(form, places);
  return places;
}

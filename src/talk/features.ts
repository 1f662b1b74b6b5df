/** What the counted model is shown of a sentence or a post: places, each once. */
import type { Group } from './grammar.ts';
import { add, begin, place } from './hash.ts';
import type { Ready, Seen } from './moves-in.ts';
import { type Match, matches } from './pattern.ts';
import type { Range } from './quotes.ts';

export interface Features {
  /** Words, pairs of words and pieces of words: together they weigh as one, however long the text. */
  counted: readonly number[];
  /** Patterns and cues: each weighs by itself. */
  named: readonly number[];
}

const word = 1;
const pair = 2;
const piece = 3;
const pattern = 4;
const cue = 5;
const apart = 6;

/** Pieces of a word, with its edges; most words come again and again. */
const pieces = new Map<string, readonly number[]>();
const mostKept = 20_000;

function placesOf(text: string): readonly number[] {
  const known = pieces.get(text);
  if (known !== undefined) return known;
  const places = [place(add(begin(word), text))];
  const edged = `<${text}>`;
  for (let size = 3; size <= 5; size++) {
    for (let at = 0; at + size <= edged.length; at++) {
      places.push(place(add(begin(piece), edged, at, at + size)));
    }
  }
  if (pieces.size >= mostKept) pieces.clear();
  pieces.set(text, places);
  return places;
}

/** A sentence as the moves' heads see it: the writer's own words and the patterns that are the writer's. */
export function ofSentence(n: number, seen: Seen, made: Ready): Features {
  const sentence = seen.read.sentences[n] ?? [0, 0];
  const found = seen.sentences[n]?.made ?? [];
  const counted = countedIn(sentence, seen, seen.own);
  if (counted.length === 0) return { counted, named: [] };
  const named = new Set<number>();
  if (made.language.patternsApart !== true) {
    for (const match of found) for (const each of namesOf(match)) named.add(each);
    for (const name of coverOf(found, sentence)) named.add(place(add(begin(pattern), name)));
  }
  if (seen.sentences[n]?.addresses) named.add(place(add(begin(cue), 'addresses')));
  for (const { means, from } of matches(made.cues, seen.read, sentence)) {
    if (seen.own[from]) named.add(place(add(begin(cue), means)));
  }
  if (seen.read.asks[n]) named.add(place(add(begin(cue), '?')));
  if (seen.isAccount) named.add(place(add(begin(cue), 'account')));
  if ((seen.sentences[n]?.excused.length ?? 0) > 0) named.add(place(add(begin(cue), 'excused')));
  const length = sentence[1] - sentence[0];
  named.add(
    place(add(begin(cue), `length ${length < 5 ? 's' : length < 12 ? 'm' : length < 25 ? 'l' : 'x'}`)),
  );
  return { counted, named: [...named] };
}

/** How much of the sentence a move's patterns take, and whether several agree. */
function coverOf(found: readonly Match<Group>[], [from, to]: Range): string[] {
  const names: string[] = [];
  for (const move of new Set(found.map(({ means }) => means.move))) {
    const mine = found.filter(({ means }) => means.move === move);
    const covered = new Set<number>();
    for (const match of mine) for (let at = match.from; at < match.to; at++) covered.add(at);
    const share = covered.size / (to - from);
    const size = share < 0.3 ? 'little' : share < 0.6 ? 'half' : 'most';
    names.push(`cover ${size}`, `${move} cover ${size}`);
    if (new Set(mine.map(({ line }) => line)).size > 1) names.push('agree', `${move} agree`);
  }
  return names;
}

/** A pattern's places, worked out once: its line is long and comes again and again. */
const known = new WeakMap<Group, Map<string, readonly number[]>>();

function namesOf({ means, line }: Match<Group>): readonly number[] {
  const lines = known.get(means) ?? new Map<string, readonly number[]>();
  known.set(means, lines);
  const found = lines.get(line);
  if (found !== undefined) return found;
  const names = [place(add(begin(pattern), `${means.move} ${line}`)), place(add(begin(pattern), means.move))];
  if (means.strength !== 'hint') names.push(place(add(begin(pattern), `${means.move} ${means.strength}`)));
  lines.set(line, names);
  return names;
}

/** A post as the heads of focus see it: every word, whoever says it. */
export function ofPost(seen: Seen, made: Ready): Features {
  const counted: number[] = [];
  const named = new Set<number>();
  seen.read.sentences.forEach((sentence, n) => {
    counted.push(...countedIn(sentence, seen, undefined));
    for (const { means } of matches(made.cues, seen.read, sentence)) named.add(place(add(begin(cue), means)));
    const found = made.language.patternsApart === true ? [] : (seen.sentences[n]?.made ?? []);
    for (const { means } of found) named.add(place(add(begin(pattern), means.move)));
    if ((seen.sentences[n]?.excused.length ?? 0) > 0) named.add(place(add(begin(cue), 'excused')));
    if (seen.read.asks[n]) named.add(place(add(begin(cue), '?')));
  });
  if (seen.isAccount) named.add(place(add(begin(cue), 'account')));
  return { counted: [...new Set(counted)], named: [...named] };
}

function countedIn([from, to]: Range, seen: Seen, own: readonly boolean[] | undefined): number[] {
  const places = new Set<number>();
  let before = '';
  let before2 = '';
  for (let at = from; at < to; at++) {
    const form = own === undefined || own[at] ? (seen.read.words[at]?.forms[0] ?? '') : '';
    if (form !== '') {
      for (const each of placesOf(form)) places.add(each);
      if (before !== '') places.add(place(add(add(begin(pair), before), ` ${form}`)));
      if (before2 !== '') places.add(place(add(add(begin(apart), before2), ` ${form}`)));
    }
    before2 = before;
    before = form;
  }
  return [...places];
}

/** What a model is, and what its last step sees of a post: for each sentence linear sums and the patterns that are the writer's own. Pure. */
import { ofSentence } from './features.ts';
import type { Group } from './grammar.ts';
import { patternId } from './hash.ts';
import { type Linear, sums } from './heads.ts';
import type { Lang, Move } from './model.ts';
import type { Ready, Seen } from './moves-in.ts';
import type { Match } from './pattern.ts';
import type { OfWhole } from './whole-post.ts';

/** Weights in 1/4096 of what the last step looks at, for one move. */
export interface Calibration {
  bias: number;
  /** The linear head of the move. */
  linear: number;
  /** The linear head of "pulls away". */
  derails: number;
  /** A pattern of the move is there, and the writer's own. */
  grammar: number;
  /** What its best pattern is worth, see `Model.worth`. */
  worth: number;
  /** For each step of `lengthOf`: the more is said, the more is hit by chance. Never above 0. */
  long: number;
}

export interface Model {
  lang: Lang;
  linear: Linear;
  calibration: Readonly<Record<Move, Calibration>>;
  /** By pattern (see `patternId`): how much more often it stands in moves than elsewhere, logarithm, in 1/16. */
  worth: Readonly<Record<string, number>>;
  /** The last step of a language whose patterns stand apart; else each move has its own, `calibration`. */
  whole?: OfWhole;
  /** A move below this is not spoken of. */
  threshold: number;
}

export interface Detector {
  made: Ready;
  model: Model;
}

/** What the last step sees of one sentence; also what it is fitted on. */
export interface Evidence {
  n: number;
  /** Linear sums by head. */
  sums: Float64Array;
  made: readonly Match<Group>[];
}

export function evidence(seen: Seen, { made, model }: Detector): Evidence[] {
  const all: Evidence[] = [];
  seen.sentences.forEach((sentence, n) => {
    const features = ofSentence(n, seen, made);
    if (features.counted.length === 0) return;
    all.push({ n, sums: sums(model.linear, features), made: sentence.made });
  });
  return all;
}

/** Names of patterns, worked out once. */
const ids = new WeakMap<Group, Map<string, string>>();

export function worthOf({ means, line }: Match<Group>, { worth }: Pick<Model, 'worth'>): number {
  const lines = ids.get(means) ?? new Map<string, string>();
  ids.set(means, lines);
  const id = lines.get(line) ?? patternId(means.move, line);
  lines.set(line, id);
  return (worth[id] ?? 0) / 16;
}

/** The match of a move whose pattern is worth most, and of those the longest; a post that tells what was done is left to patterns that speak to others. */
export function matchOf(
  move: Move,
  { made }: Evidence,
  { seen, model }: { seen: Seen; model: Pick<Model, 'worth'> },
): Match<Group> | undefined {
  const mine = made.filter(
    ({ means }) =>
      means.move === move && means.strength !== 'hint' && (!seen.isAccount || means.toOthers === true),
  );
  const better = (one: Match<Group>, other: Match<Group>) =>
    worthOf(one, model) - worthOf(other, model) || one.to - one.from - (other.to - other.from);
  return mine.reduce<Match<Group> | undefined>(
    (best, match) => (best === undefined || better(match, best) > 0 ? match : best),
    undefined,
  );
}

/** 0 up to 20 words, and one more for each time that is doubled, up to 5. */
export function lengthOf({ read: { words } }: Seen): number {
  let steps = 0;
  while (steps < 5 && words.length > 20 << steps) steps++;
  return steps;
}

/** What a post is about and which moves pull the talk away: grammar and counted model together. Pure. */
import { logistic, rounded } from './exp.ts';
import { ofPost, ofSentence } from './features.ts';
import type { Group } from './grammar.ts';
import { patternId } from './hash.ts';
import { heads, type Linear, sums } from './heads.ts';
import { type Classified, type Focus, type Found, focuses, type Lang, type Move, moves } from './model.ts';
import { type Ready, type Seen, see } from './moves-in.ts';
import type { Match } from './pattern.ts';

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
  /** A move below this is not spoken of. */
  threshold: number;
}

export interface Detector {
  made: Ready;
  model: Model;
}

const derailsHead = heads.indexOf('derails');
const firstFocus = heads.indexOf('happened');

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

/**
 * Never on a first-person account: what_about. And no move by the counted model alone in such an account, or in a
 * sentence of which a part is somebody else's.
 */
export function mayBe(move: Move, { n }: Evidence, seen: Seen, match: Match<Group> | undefined): boolean {
  const sentence = seen.sentences[n];
  if (match === undefined && (seen.isAccount || sentence?.isMixed)) return false;
  if (!seen.isAccount) return true;
  return move !== 'what_about' && sentence?.addresses === true;
}

export function classifyWith(text: string, detector: Detector): Classified {
  const { model, made } = detector;
  const seen = see(text, made);
  const best = new Map<Move, { probability: number; in: Evidence; match: Match<Group> | undefined }>();
  const length = lengthOf(seen);
  for (const each of evidence(seen, detector)) {
    moves.forEach((move, head) => {
      const match = matchOf(move, each, { seen, model });
      if (!mayBe(move, each, seen, match)) return;
      const { bias, linear, derails, grammar, worth, long } = model.calibration[move];
      const sum =
        bias +
        long * length +
        linear * (each.sums[head] ?? 0) +
        derails * (each.sums[derailsHead] ?? 0) +
        (match === undefined ? 0 : grammar + worth * worthOf(match, model));
      const probability = rounded(logistic(sum / 4096));
      if (probability > (best.get(move)?.probability ?? -1)) best.set(move, { probability, in: each, match });
    });
  }
  const found: Found[] = [];
  let derails = 0;
  for (const [move, { probability, in: where, match }] of best) {
    derails = Math.max(derails, probability);
    if (probability < model.threshold) continue;
    const why = match?.means.why ?? made.language.whyModel[move];
    found.push({ move, probability, span: spanOf(seen, where.n, match), why });
  }
  found.sort(
    (one, other) => one.span[0] - other.span[0] || moves.indexOf(one.move) - moves.indexOf(other.move),
  );
  return { lang: model.lang, focus: focusOf(seen, detector), moves: found, derails: capped(derails) };

  /** What somebody else said never counts for more than the same words as one's own. */
  function capped(said: number): number {
    const { reportedFrom: at } = seen;
    const from = at === null ? undefined : seen.read.words[at]?.start;
    if (from === undefined || from === 0 || said === 0) return said;
    return Math.min(said, classifyWith(text.slice(from), detector).derails);
  }
}

/** 0 up to 20 words, and one more for each time that is doubled, up to 5. */
export function lengthOf({ read: { words } }: Seen): number {
  let steps = 0;
  while (steps < 5 && words.length > 20 << steps) steps++;
  return steps;
}

function spanOf(seen: Seen, n: number, match: Match<Group> | undefined): [number, number] {
  const { words, sentences } = seen.read;
  const [first, last] = sentences[n] ?? [0, 0];
  let from = match?.from ?? first;
  let to = match?.to ?? last;
  // Without a pattern the sentence is shown, without what is somebody else's at its edges.
  while (match === undefined && from < to - 1 && !seen.own[from]) from++;
  while (match === undefined && to - 1 > from && !seen.own[to - 1]) to--;
  return [words[from]?.start ?? 0, words[to - 1]?.end ?? 0];
}

function focusOf(seen: Seen, { made, model }: Detector): Record<Focus, number> {
  const features = ofPost(seen, made);
  const empty = features.counted.length === 0;
  const all = sums(model.linear, features);
  const each = focuses.map((_, n) => (empty ? 1 / focuses.length : logistic(all[firstFocus + n] ?? 0)));
  const total = each.reduce((sum, one) => sum + one, 0);
  return Object.fromEntries(focuses.map((focus, n) => [focus, rounded((each[n] ?? 0) / total)])) as Record<
    Focus,
    number
  >;
}

/**
 * How a post is judged in a language whose patterns stand apart (see `Language.patternsApart`): all its words together say
 * whether it pulls away, who says them included, and the patterns that are the writer's own join in the last step. Pure.
 */
import { type Evidence, lengthOf, type Model, matchOf, worthOf } from './evidence.ts';
import { logistic, rounded } from './exp.ts';
import { ofPost } from './features.ts';
import type { Group } from './grammar.ts';
import { heads, sums } from './heads.ts';
import { type Move, moves } from './model.ts';
import type { Ready, Seen } from './moves-in.ts';
import type { Match } from './pattern.ts';

/** Weights in 1/4096. */
export interface OfWhole {
  bias: number;
  /** The head "pulls away", of the whole post. */
  post: number;
  /** A pattern of a move is there, and the writer's own. */
  grammar: number;
  /** What the best of them is worth. */
  worth: number;
  /** The share of words that are the writer's own. */
  own: number;
  /** For each step of `lengthOf`. Never above 0. */
  long: number;
}

export type Sides = Record<Exclude<keyof OfWhole, 'bias'>, number>;

export interface Likely {
  move: Move;
  in: Evidence;
  match: Match<Group> | undefined;
}

/** Of posts with fewer words of the writer's own, patterns alone may speak. */
const leastOwn = 0.35;
/** What a pattern adds when it is asked which move it is. */
const patternSays = 3;
const derailsHead = heads.indexOf('derails');

interface Judging {
  seen: Seen;
  made: Ready;
  model: Pick<Model, 'linear' | 'worth'>;
}

/** What the last step sees, and the moves it would be, the likeliest first; null where there is nothing to judge. */
export function sidesOf(
  all: readonly Evidence[],
  { seen, made, model }: Judging,
): { sides: Sides; likely: readonly Likely[] } | null {
  const share = seen.own.filter((isOwn) => isOwn).length / Math.max(1, seen.own.length);
  const each = all.flatMap((part) =>
    moves.map((move, head) => {
      const match = matchOf(move, part, { seen, model });
      const sum = (part.sums[head] ?? 0) + (match === undefined ? 0 : patternSays + worthOf(match, model));
      return { move, in: part, match, sum };
    }),
  );
  const mayBe = each.filter(({ move, match, in: part }) => {
    if (seen.isAccount)
      return match !== undefined && move !== 'what_about' && seen.sentences[part.n]?.addresses === true;
    return match !== undefined || share >= leastOwn;
  });
  if (mayBe.length === 0) return null;
  const best = new Map<Move, (typeof mayBe)[number]>();
  for (const one of mayBe) if (one.sum > (best.get(one.move)?.sum ?? -Infinity)) best.set(one.move, one);
  const likely = [...best.values()].sort((one, other) => other.sum - one.sum);
  const worths = likely.flatMap(({ match }) => (match === undefined ? [] : [worthOf(match, model)]));
  const sides = {
    post: sums(model.linear, ofPost(seen, made))[derailsHead] ?? 0,
    grammar: worths.length > 0 ? 1 : 0,
    worth: worths.length > 0 ? Math.max(...worths) : 0,
    own: share,
    long: lengthOf(seen),
  };
  return { sides, likely };
}

/** The likeliest move, and others only where a pattern worth something says so. */
export function judged(
  all: readonly Evidence[],
  judging: Judging & { weights: OfWhole },
): { derails: number; found: readonly Likely[] } {
  const seen = sidesOf(all, judging);
  if (seen === null) return { derails: 0, found: [] };
  const derails = rounded(logistic(sumOf(seen.sides, judging.weights) / 4096));
  const found = seen.likely.filter(
    ({ match }, n) => n === 0 || (match !== undefined && worthOf(match, judging.model) > 1),
  );
  return { derails, found };
}

export function sumOf(sides: Sides, weights: OfWhole): number {
  const { bias, post, grammar, worth, own, long } = weights;
  return (
    bias +
    post * sides.post +
    grammar * sides.grammar +
    worth * sides.worth +
    own * sides.own +
    long * sides.long
  );
}

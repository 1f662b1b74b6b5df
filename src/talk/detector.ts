/** A language's grammar and its model together. */
import type { Lang } from './model.ts';
import type { Ready } from './moves-in.ts';
import type { Net } from './net.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Model {
  lang: Lang;
  vocabulary: Vocabulary;
  net: Net;
  last: Last;
  /** A move below this is not spoken of. */
  threshold: number;
}

/** A post is as likely to pull away as logistic(slope * (pull - reach)); all in 1/4096. */
export interface Last {
  /** What "pulls away", the strongest move and each focus count in the pull; missing: the first two, each half. */
  weights?: readonly number[];
  slope: number;
  /** How far the pull must reach for one half: by the post's length (`steps`), first without and then with a pattern of its writer's. */
  reach: readonly number[];
}

const halves: readonly number[] = [2048, 2048];

/** What a post is judged by; `said`: the sums of "pulls away", of the strongest move and of each focus. */
export const pullOf = (said: readonly number[], weights: readonly number[] = halves): number =>
  weights.reduce((sum, weight, n) => sum + weight * (said[n] ?? 0), 0) / 4096;

/** Words up to which a post counts as so long. A short post says little by itself. */
const steps = [3, 8, 20] as const;
export const reaches = 2 * (steps.length + 1);

export function reachBy(words: number, hasPattern: boolean): number {
  const length = steps.findIndex((most) => words <= most);
  return 2 * (length < 0 ? steps.length : length) + (hasPattern ? 1 : 0);
}

export interface Detector {
  made: Ready;
  model: Model;
}

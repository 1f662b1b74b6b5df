/** What the model and the grammar say of a post together: its sums, and which moves it may be. Pure. */
import { type Detector, pullOf, reachBy } from './detector.ts';
import type { Group } from './grammar.ts';
import { derailsHead, firstFocus } from './heads.ts';
import { type Work, workFor } from './layers.ts';
import { type Move, moves } from './model.ts';
import type { Seen } from './moves-in.ts';
import type { Match } from './pattern.ts';
import { mostForms, type Shown, shown } from './shown.ts';
import { shareOfForms, sums } from './sums.ts';
import { rowsOfForms } from './vocabulary.ts';

/** A move the post may make. */
export interface May {
  move: Move;
  /** The sum of its head. */
  sum: number;
  /** The sentence it stands in, and the writer's own pattern there, if there is one. */
  n: number;
  match: Match<Group> | undefined;
}

export interface Judgement {
  sums: Float64Array;
  /** The likeliest first; none where nothing may be said. */
  may: readonly May[];
  /** The sums of "pulls away", of the strongest move, of each focus; undefined where nothing may be said. */
  said: readonly number[] | undefined;
  /** What the post is judged by (`pullOf`); minus infinity where nothing may be said. */
  pull: number;
  /** Which of `Last.reach` it is measured by. */
  by: number;
}

/** Where fewer of the words stand (not quoted, reported or taken back), a pattern of the writer's own alone may speak. */
const leastStanding = 0.35;
/** Clause and sentence ends stand between the words. */
const room = 2 * mostForms + 2;
let work: Work | undefined;

export function judge(seen: Seen, { made, model }: Detector): Judgement {
  work ??= workFor(room);
  const post = shown(seen, made);
  const words = rowsOfForms(post.forms, model.vocabulary);
  const all = sums(model.net, { ...post, words }, work);
  const read = work;
  const standing = seen.standing.filter((stands) => stands).length / Math.max(1, seen.standing.length);
  const may = moves.flatMap((move, head): May[] => {
    const pattern = patternOf(move, seen);
    if (pattern === undefined && (seen.isAccount || standing < leastStanding || post.forms.length === 0))
      return [];
    const sum = all[head] ?? 0;
    if (pattern !== undefined) return [{ move, sum, ...pattern }];
    const shares = shareOfForms(model.net, head, { work: read, length: words.length });
    return [{ move, sum, n: sentenceOf(shares, post, seen), match: undefined }];
  });
  const by = reachBy(
    seen.read.words.length,
    may.some(({ match }) => match !== undefined),
  );
  may.sort((one, other) => other.sum - one.sum);
  const said = may[0] && [all[derailsHead] ?? 0, may[0].sum, ...all.subarray(firstFocus)];
  const pull = said === undefined ? Number.NEGATIVE_INFINITY : pullOf(said, model.last.weights);
  return { sums: all, may, said, pull, by };
}

/**
 * The longest pattern of a move that is the writer's own. A post that tells what was done to its writer is left to patterns that
 * speak to others, in a sentence that does; what_about never stands in one.
 */
function patternOf(move: Move, seen: Seen): { n: number; match: Match<Group> } | undefined {
  const { isAccount } = seen;
  if (isAccount && move === 'what_about') return undefined;
  let best: { n: number; match: Match<Group> } | undefined;
  seen.sentences.forEach(({ made, addresses }, n) => {
    if (isAccount && !addresses) return;
    for (const match of made) {
      const { means } = match;
      if (means.move !== move || means.strength === 'hint' || (isAccount && means.toOthers !== true))
        continue;
      if (best === undefined || match.to - match.from > best.match.to - best.match.from) best = { n, match };
    }
  });
  return best;
}

/** The sentence whose words speak most for a move; of those in which a word stands. */
function sentenceOf(shares: Float64Array, { sentence }: Shown, { standing, read }: Seen): number {
  const each = new Float64Array(read.sentences.length);
  shares.forEach((share, at) => {
    const n = sentence[at] ?? 0;
    each[n] = (each[n] ?? 0) + share;
  });
  let best = -1;
  read.sentences.forEach(([from, to], n) => {
    if (!standing.slice(from, to).includes(true)) return;
    if (best < 0 || (each[n] ?? 0) > (each[best] ?? 0)) best = n;
  });
  return Math.max(0, best);
}

/**
 * The last step: what each sum counts, a logistic function of what they come to, and how far that has to reach by the length of
 * a post and whether a pattern of the grammar stands in it. Set by posts the model has not seen. Pure.
 */
import { type Last, pullOf, reaches } from '../detector.ts';
import { logistic } from '../exp.ts';
import type { Lang } from '../model.ts';
import type { Example } from './examples.ts';
import { weightsFrom } from './weigh.ts';

export interface Judged {
  example: Example;
  /** As `Judgement.said`. */
  said: readonly number[] | undefined;
  /** Which of `Last.reach` it is measured by. */
  by: number;
}

/** With the pull in place of what it is made from; minus infinity where nothing may be said. */
type Pulled = Omit<Judged, 'said'> & { sum: number };

/**
 * Of 1,000 posts without a move so many may be taken for one: everyday talk that looks like it, and others' posts. What is judged here
 * has seen two thirds of them; what is shipped sees all, and takes fewer of Guest's test threads for one than of those held out here.
 */
const allowed: Readonly<Record<Lang, Readonly<Record<Kind, number>>>> = {
  en: { lookalike: 64, edos: 42, guest: 38 },
  ar: { lookalike: 55, edos: 0, guest: 0 },
};
const kinds = ['lookalike', 'edos', 'guest'] as const;
type Kind = (typeof kinds)[number];

interface Point extends Pulled {
  kind: Kind | 'move';
}

export function lastFrom(judged: readonly Judged[], lang: Lang): Last {
  // Where there are no others' posts, ours are too few to set what each focus counts.
  const weights = lang === 'en' ? weightsFrom(judged) : undefined;
  const pulled = judged.map(
    ({ said, ...each }): Pulled => ({
      ...each,
      sum: said === undefined ? Number.NEGATIVE_INFINITY : pullOf(said, weights),
    }),
  );
  const points = pulled.flatMap((each): Point[] => {
    const kind = kindOf(each.example);
    return kind === undefined ? [] : [{ ...each, kind }];
  });
  return {
    ...(weights !== undefined && { weights }),
    slope: Math.round(slopeOf(pulled) * 4096),
    reach: reachOf(points, allowed[lang]).map((each) => Math.round(each * 4096)),
  };
}

function kindOf({ source, kind, moves }: Example): Point['kind'] | undefined {
  if (source === 'own') {
    if (moves !== undefined && moves.length > 0) return 'move';
    return kind === 'lookalike' ? 'lookalike' : undefined;
  }
  return moves?.length === 0 && source !== 'whataboutism' ? source : undefined;
}

/** Platt 1999, by gradient, on our own posts. */
function slopeOf(pulled: readonly Pulled[]): number {
  const points = pulled.flatMap(({ example: { derails, source }, sum }) =>
    derails === undefined || source !== 'own' || sum === Number.NEGATIVE_INFINITY
      ? []
      : [{ sum, label: derails ? 1 : 0 }],
  );
  let slope = 1;
  let shift = 0;
  for (let round = 0; round < 500; round++) {
    let bySlope = 0;
    let byShift = 0;
    for (const { sum, label } of points) {
      const error = (logistic(slope * sum + shift) - label) / Math.max(1, points.length);
      bySlope += error * sum;
      byShift += error;
    }
    slope = Math.max(0.2, slope - 0.5 * bySlope);
    shift -= 0.5 * byShift;
  }
  return slope;
}

/** A false alarm of a kind costs as much as so many of 100 moves are worth; tried are all of these together. */
const prices = [0, 0.05, 0.1, 0.2, 0.3, 0.45, 0.65, 1, 1.5, 2.2, 3.3, 5];

type Counts = Record<Point['kind'], number>;

/** A reach and what it flags. */
interface Cut {
  reach: number;
  counts: Counts;
}

/** The reaches by which most moves are found while no kind is over what is allowed. */
function reachOf(points: readonly Point[], most1000: Readonly<Record<Kind, number>>): number[] {
  // Where there are no others' posts, ours are too few to be parted by length.
  const isParted = points.some(({ kind }) => kind === 'edos' || kind === 'guest');
  const parts = Array.from({ length: isParted ? reaches : 1 }, (_, by) =>
    cutsOf(points.filter((point) => !isParted || point.by === by)),
  );
  const totals: Counts = { ...none };
  for (const { kind } of points) totals[kind]++;
  const isAllowed = (cuts: readonly Cut[]) =>
    kinds.every((kind) => flagged(cuts, kind) * 1000 <= most1000[kind] * totals[kind]);
  let best = parts.map(([first]) => first ?? nothing);
  for (const lookalike of prices) {
    for (const others of prices) {
      const price = { lookalike, edos: others, guest: others };
      const worth = ({ counts }: Cut) =>
        kinds.reduce(
          (sum, kind) => sum - (price[kind] * counts[kind]) / Math.max(1, totals[kind]),
          counts.move / Math.max(1, totals.move),
        );
      const cuts = parts.map((part) =>
        part.reduce((one, other) => (worth(other) > worth(one) ? other : one)),
      );
      if (isAllowed(cuts) && flagged(cuts, 'move') > flagged(best, 'move')) best = cuts;
    }
  }
  best = filled(best, { parts, isAllowed });
  return Array.from({ length: reaches }, (_, by) => best[isParted ? by : 0]?.reach ?? most);
}

const flagged = (cuts: readonly Cut[], kind: Point['kind']) =>
  cuts.reduce((sum, { counts }) => sum + counts[kind], 0);

interface Filling {
  parts: readonly (readonly Cut[])[];
  isAllowed(cuts: readonly Cut[]): boolean;
}

/** Prices reach the corners of a curve alone; what is still allowed there is used up by the change that finds most. */
function filled(cuts: readonly Cut[], { parts, isAllowed }: Filling): Cut[] {
  let best = [...cuts];
  for (const [by, part] of parts.entries()) {
    for (const cut of part) {
      const next = cuts.map((each, at) => (at === by ? cut : each));
      if (isAllowed(next) && flagged(next, 'move') > flagged(best, 'move')) best = next;
    }
  }
  return flagged(best, 'move') > flagged(cuts, 'move') ? filled(best, { parts, isAllowed }) : best;
}

/** Where nothing may be flagged the sum has to reach further than it does. */
const most = 20;
const none: Counts = { move: 0, lookalike: 0, edos: 0, guest: 0 };
const nothing: Cut = { reach: most, counts: none };

/** Every place a part can be cut at, the highest sum first: between two sums that differ. */
function cutsOf(part: readonly Point[]): Cut[] {
  const sorted = [...part].sort((one, other) => other.sum - one.sum);
  const counts: Counts = { ...none };
  const cuts = [nothing];
  for (const [n, { kind, sum }] of sorted.entries()) {
    counts[kind]++;
    if (sum === Number.NEGATIVE_INFINITY) continue;
    const next = sorted[n + 1]?.sum ?? sum - 1;
    if (next < sum) cuts.push({ reach: (sum + Math.max(next, sum - 1)) / 2, counts: { ...counts } });
  }
  return cuts;
}

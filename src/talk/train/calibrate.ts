/**
 * The last step: what each sum counts, a logistic function of what they come to, and how far that has to reach by the length of
 * a post and whether a pattern of the grammar stands in it. Set by posts the model has not seen. Pure.
 */
import { type Last, pullOf, reaches } from '../detector.ts';
import { logistic } from '../exp.ts';
import type { Lang } from '../model.ts';
import type { Row } from './corpus.ts';
import type { Example } from './examples.ts';
import { type Weighed, weigh } from './weigh.ts';

export interface Judged {
  example: Example;
  /** As `Judgement.said`. */
  said: readonly number[] | undefined;
  /** Which of `Last.reach` it is measured by. */
  by: number;
}

/** With what it is judged by in place of what that is made from; minus infinity where nothing may be said. */
type Pulled = Pick<Judged, 'example'> & { sum: number };

/**
 * Of 1,000 posts without a move so many may be taken for one: everyday talk that looks like it, what `listed` kinds of people say, and others' posts. What is judged here
 * has seen two thirds of them; what is shipped sees all, and takes fewer of Guest's test threads for one than of those held out here.
 */
const allowed: Readonly<Record<Lang, Readonly<Record<Kind, number>>>> = {
  en: { lookalike: 64, listed: 20, edos: 42, guest: 38 },
  ar: { lookalike: 55, listed: 30, edos: 0, guest: 0 },
};
/** Who tells, asks and apologises in words that moves also use, and must not be held up for it. */
const listed: readonly Row['kind'][] = ['man', 'lgbt', 'migrant', 'press', 'sorry'];
const kinds = ['lookalike', 'listed', 'edos', 'guest'] as const;
type Kind = (typeof kinds)[number];

interface Point {
  sum: number;
  kind: Kind | 'move';
}

export function lastFrom(judged: readonly Judged[], lang: Lang): Last {
  // Where there are no others' posts, ours are too few to set what each focus counts and what a length adds.
  const { weights, parts } = lang === 'en' ? weigh(judged) : unweighed;
  const pulled = judged.map(
    ({ example, said, by }): Pulled => ({
      example,
      sum: said === undefined ? Number.NEGATIVE_INFINITY : pullOf(said, weights) + (parts[by] as number),
    }),
  );
  const points = pulled.flatMap(({ example, sum }): Point[] => {
    const kind = kindOf(example);
    return kind === undefined ? [] : [{ sum, kind }];
  });
  const reach = reachOf(points, allowed[lang]);
  return {
    ...(weights !== undefined && { weights }),
    slope: Math.round(slopeOf(pulled) * 4096),
    reach: parts.map((part) => Math.round((reach - part) * 4096)),
  };
}

const unweighed: Partial<Weighed> & Pick<Weighed, 'parts'> = { parts: new Array<number>(reaches).fill(0) };

function kindOf({ source, kind, moves }: Example): Point['kind'] | undefined {
  if (source === 'own') {
    if (moves !== undefined && moves.length > 0) return 'move';
    if (kind !== undefined && listed.includes(kind)) return 'listed';
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

type Counts = Record<Point['kind'], number>;
const none: Counts = { move: 0, lookalike: 0, listed: 0, edos: 0, guest: 0 };
/** Where nothing may be flagged the sum has to reach further than it does. */
const most = 20;

/** The lowest reach, between two sums that differ, by which no kind is over what is allowed. */
function reachOf(points: readonly Point[], most1000: Readonly<Record<Kind, number>>): number {
  const sorted = [...points].sort((one, other) => other.sum - one.sum);
  const totals = countsOf(points);
  const counts: Counts = { ...none };
  let reach = most;
  for (const [n, { kind, sum }] of sorted.entries()) {
    counts[kind]++;
    if (sum === Number.NEGATIVE_INFINITY) break;
    if (kinds.some((each) => counts[each] * 1000 > most1000[each] * totals[each])) break;
    const next = sorted[n + 1]?.sum ?? sum - 1;
    if (next < sum) reach = (sum + Math.max(next, sum - 1)) / 2;
  }
  return reach;
}

function countsOf(points: readonly Point[]): Counts {
  const counts: Counts = { ...none };
  for (const { kind } of points) counts[kind]++;
  return counts;
}

/**
 * Shares of a group of posts where each was only guessed at, with intervals that hold both chance and the classifier's
 * own error. Pure and the same each time.
 *
 * The share: expectation-maximisation over known error rates (Saerens, Latinne and Decaestecker 2002, Neural
 * Computation 14), one half of a post added to each class. The interval: percentiles of 200 rounds; in each the people
 * (all posts of one together) are drawn anew, and so are the sentences the error rates were counted on (Efron and
 * Tibshirani 1993, chapters 8 and 13).
 */
import { type Group, groups } from './errors.ts';
import type { Cell, Known } from './known.ts';
import { seeded } from './seeded.ts';

export interface Estimate {
  /** 0 to 1, as all shares here. */
  value: number;
  low: number;
  high: number;
}

export type GroupShares = Readonly<Record<Group, Estimate>>;

export interface Shares {
  pull: Estimate;
  groups: GroupShares;
}

/** Posts of which the same was said: how likely that is under each class, and how many they are. */
export interface Alike {
  row: readonly number[];
  count: number;
}

/** Shares of classes, to about 1e-4; they sum to 1. */
export function mixture(posts: readonly Alike[], classes: number): Float64Array {
  const all = posts.reduce((sum, { count }) => sum + count, 0) + classes / 2;
  const shares = new Float64Array(classes).fill(1 / classes);
  const sums = new Float64Array(classes);
  for (let round = 0; round < 40; round++) {
    sums.fill(0.5);
    for (const { row, count } of posts) {
      let total = 0;
      for (let at = 0; at < classes; at++) total += (shares[at] as number) * (row[at] as number);
      const each = count / total;
      for (let at = 0; at < classes; at++) {
        sums[at] = (sums[at] as number) + each * (shares[at] as number) * (row[at] as number);
      }
    }
    let moved = 0;
    for (let at = 0; at < classes; at++) {
      const share = (sums[at] as number) / all;
      moved = Math.max(moved, Math.abs(share - (shares[at] as number)));
      shares[at] = share;
    }
    if (moved < 1e-4) break;
  }
  return shares;
}

/** The share that pulls away, then the groups in their order. */
function measured(cells: readonly Cell[], ratio: (cell: Cell) => number, rows: Known['focus']): number[] {
  const alike = Map.groupBy(cells, ({ lang, focus }) => rows[lang][focus] ?? []);
  const pull = cells.map((cell) => ({ row: [1, ratio(cell)], count: 1 }));
  const focus = [...alike].map(([row, { length }]) => ({ row, count: length }));
  return [mixture(pull, 2)[1] ?? 0, ...mixture(focus, groups.length)];
}

export function sharesOf(cells: readonly Cell[], { focus, draws }: Known, seed = 1): Shares {
  const best = measured(cells, ({ ratio }) => ratio, focus);
  const draw = seeded(seed);
  const people = [...Map.groupBy(cells, ({ author }) => author).values()];
  const drawn = draws.map((rows, n) => {
    const posts = people.flatMap(() => people[Math.floor(draw() * people.length)] ?? []);
    return measured(posts, ({ ratio, ratios }) => ratios[n % ratios.length] ?? ratio, rows);
  });
  const [pull, ...each] = best.map((value, at) => {
    const sorted = drawn.map((values) => values[at] ?? 0).sort((one, other) => one - other);
    const percentile = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? value;
    return { value, low: Math.min(value, percentile(0.025)), high: Math.max(value, percentile(0.975)) };
  });
  const none = { value: 0, low: 0, high: 1 };
  const ofGroups = groups.map((group, at) => [group, each[at] ?? none] as const);
  return { pull: pull ?? none, groups: Object.fromEntries(ofGroups) as Record<Group, Estimate> };
}

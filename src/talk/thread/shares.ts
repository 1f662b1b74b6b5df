/**
 * Shares of a group of posts where each was only guessed at, with intervals that hold both chance and the classifier's
 * own error. Pure and the same each time.
 *
 * The share: expectation-maximisation over known error rates (Saerens, Latinne and Decaestecker 2002, Neural
 * Computation 14), one half of a post added to each class. The interval: percentiles of 300 rounds; in each the people
 * (all posts of one together) are drawn anew, and so are the sentences the error rates were counted on (Efron and
 * Tibshirani 1993, chapters 8 and 13).
 */

import type { Lang } from '../model.ts';
import { type Errors, type Group, groups, likelihoods, ratios } from './errors.ts';
import { seeded } from './seeded.ts';

export interface Estimate {
  /** 0 to 1, as all shares here. */
  value: number;
  low: number;
  high: number;
}

export type GroupShares = Readonly<Record<Group, Estimate>>;

/** A post as far as shares are concerned. */
export interface Cell {
  lang: Lang;
  /** See pullCell and focusCell. */
  pull: number;
  focus: number;
  /** Whose it is; posts of one person are drawn together. */
  author: string;
}

/** What an answer of the classifier is worth; one draw of it. */
export interface Worth {
  /** By cell: likelier pulling than staying, so many times. */
  pull: readonly number[];
  /** By group and cell: how likely that answer is. */
  focus: Readonly<Record<Group, readonly number[]>>;
}

export type Worths = Readonly<Record<Lang, Worth>>;

export type AllErrors = Readonly<Record<Lang, Errors>>;

export const rounds = 300;
const strength = 6;

function worthOf({ pulling, staying, focus }: Omit<Errors, 'lang'>): Worth {
  const all = groups.reduce<number[]>(
    (sum, group) => focus[group].map((each, at) => each + (sum[at] ?? 0)),
    [],
  );
  const each = groups.map((group) => [group, likelihoods(focus[group], all, strength)] as const);
  return { pull: ratios({ pulling, staying }), focus: Object.fromEntries(each) as Record<Group, number[]> };
}

function worthsOf({ en, ar }: AllErrors): Worths {
  return { en: worthOf(en), ar: worthOf(ar) };
}

/** What answers are worth as counted, and as it could have come out. */
export interface Known {
  worths: Worths;
  draws: readonly Worths[];
}

export function known(errors: AllErrors): Known {
  const draw = seeded(1);
  return { worths: worthsOf(errors), draws: Array.from({ length: rounds }, () => redrawn(errors, draw)) };
}

/** The same with the counted sentences drawn anew. */
function redrawn({ en, ar }: AllErrors, draw: () => number): Worths {
  const again = (counts: readonly number[]) => resampled(counts, draw);
  const one = ({ pulling, staying, focus }: Errors) =>
    worthOf({
      pulling: again(pulling),
      staying: again(staying),
      focus: {
        told: again(focus.told),
        act: again(focus.act),
        self: again(focus.self),
        other: again(focus.other),
      },
    });
  return { en: one(en), ar: one(ar) };
}

function resampled(counts: readonly number[], draw: () => number): number[] {
  const all = counts.reduce((sum, each) => sum + each, 0);
  const out = counts.map(() => 0);
  for (let n = 0; n < all; n++) {
    let left = draw() * all;
    let at = 0;
    while (at < counts.length - 1 && left >= (counts[at] ?? 0)) left -= counts[at++] ?? 0;
    out[at] = (out[at] ?? 0) + 1;
  }
  return out;
}

/** Alike posts counted together: how likely their answer is under each class, and how many they are. */
export interface Alike {
  row: readonly number[];
  count: number;
}

/** Shares of classes; they sum to 1. */
export function mixture(posts: readonly Alike[], classes: number): number[] {
  const all = posts.reduce((sum, { count }) => sum + count, 0) + classes / 2;
  let shares = new Array<number>(classes).fill(1 / classes);
  for (let round = 0; round < 40; round++) {
    const sums = new Array<number>(classes).fill(0.5);
    for (const { row, count } of posts) {
      let total = 0;
      for (let at = 0; at < classes; at++) total += (shares[at] ?? 0) * (row[at] ?? 0);
      for (let at = 0; at < classes; at++) {
        sums[at] = (sums[at] ?? 0) + (count * (shares[at] ?? 0) * (row[at] ?? 0)) / total;
      }
    }
    shares = sums.map((sum) => sum / all);
  }
  return shares;
}

function alike(cells: readonly Cell[], name: (cell: Cell) => string, row: (cell: Cell) => number[]): Alike[] {
  return [...Map.groupBy(cells, name).values()].flatMap((list) => {
    const [cell] = list;
    return cell === undefined ? [] : [{ row: row(cell), count: list.length }];
  });
}

export const pullRow = ({ lang, pull }: Cell, worths: Worths) => [1, worths[lang].pull[pull] ?? 1];
export const focusRow = ({ lang, focus }: Cell, worths: Worths) =>
  groups.map((group) => worths[lang].focus[group][focus] ?? 0);

export interface Shares {
  pull: Estimate;
  groups: GroupShares;
}

export function sharesOf(cells: readonly Cell[], { worths: counted, draws }: Known, seed = 1): Shares {
  const measured = (posts: readonly Cell[], worths: Worths) => [
    mixture(
      alike(
        posts,
        ({ lang, pull }) => `${lang}${pull}`,
        (cell) => pullRow(cell, worths),
      ),
      2,
    )[1] ?? 0,
    ...mixture(
      alike(
        posts,
        ({ lang, focus }) => `${lang}${focus}`,
        (cell) => focusRow(cell, worths),
      ),
      groups.length,
    ),
  ];
  const best = measured(cells, counted);
  const draw = seeded(seed);
  const people = [...Map.groupBy(cells, ({ author }) => author).values()];
  const drawn = draws.map((worths) => {
    const posts = people.flatMap(() => people[Math.floor(draw() * people.length)] ?? []);
    return measured(posts, worths);
  });
  const [pull, ...each] = best.map((value, at) => {
    const sorted = drawn.map((values) => values[at] ?? 0).sort((one, other) => one - other);
    const percentile = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? value;
    return { value, low: Math.min(value, percentile(0.025)), high: Math.max(value, percentile(0.975)) };
  });
  const none = { value: 0, low: 0, high: 1 };
  return {
    pull: pull ?? none,
    groups: Object.fromEntries(groups.map((group, at) => [group, each[at] ?? none])) as Record<
      Group,
      Estimate
    >,
  };
}

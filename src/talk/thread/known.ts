/** What an answer of the classifier is worth, and the same as it could have come out. Pure and the same each time. */
import type { Classified, Lang } from '../model.ts';
import { type Errors, focusCell, type Group, groups, likelihoods } from './errors.ts';
import { featuresOf, ratioOf } from './lean.ts';
import { seeded } from './seeded.ts';

export type AllErrors = Readonly<Record<Lang, Errors>>;

/** By cell (see focusCell): how likely that answer is about each group, in their order. */
type Rows = readonly (readonly number[])[];

export interface Known {
  pull: Readonly<Record<Lang, Errors['pull']>>;
  focus: Readonly<Record<Lang, Rows>>;
  /** With the counted sentences drawn anew, so many times. */
  draws: readonly Readonly<Record<Lang, Rows>>[];
}

const rounds = 200;
/** Sentences that are put in beforehand, in all. */
const strength = 6;

export function known({ en, ar }: AllErrors): Known {
  const draw = seeded(1);
  const anew = ({ focus }: Errors) =>
    rowsOf(groups.map((group) => [group, resampled(focus[group], draw)] as const));
  const counted = ({ focus }: Errors) => rowsOf(groups.map((group) => [group, focus[group]] as const));
  return {
    pull: { en: en.pull, ar: ar.pull },
    focus: { en: counted(en), ar: counted(ar) },
    draws: Array.from({ length: rounds }, () => ({ en: anew(en), ar: anew(ar) })),
  };
}

function rowsOf(counts: readonly (readonly [Group, readonly number[]])[]): Rows {
  const all = counts.reduce<number[]>((sum, [, each]) => each.map((n, at) => n + (sum[at] ?? 0)), []);
  const each = counts.map(([, own]) => likelihoods(own, all, strength));
  return all.map((_, cell) => each.map((row) => row[cell] ?? 0));
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

/** A post as far as shares are concerned. */
export interface Cell {
  lang: Lang;
  /** How many times likelier what was said is if it pulls away. */
  ratio: number;
  /** The same with the weights drawn anew. */
  ratios: readonly number[];
  /** See focusCell. */
  focus: number;
  /** A move was found in it. */
  made: boolean;
  /** Whose it is; posts of one person are drawn together. */
  author: string;
}

export function cellOf(talk: Classified, author: string, { pull }: Pick<Known, 'pull'>): Cell {
  const features = featuresOf(talk);
  const { weights, draws } = pull[talk.lang];
  return {
    lang: talk.lang,
    ratio: ratioOf(features, weights),
    ratios: draws.map((drawn) => ratioOf(features, drawn)),
    focus: focusCell(talk),
    made: talk.moves.length > 0,
    author,
  };
}

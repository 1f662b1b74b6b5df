/**
 * How the classifier errs, counted on sentences it has not learnt from. Pure and the same each time.
 */
import type { Classified, Focus, Lang } from '../model.ts';
import type { Row } from '../train/corpus.ts';
import { featuresOf, fitted, type Known } from './lean.ts';
import { seeded } from './seeded.ts';

/** Four groups of focus: sentences are too few to tell seven apart. */
export const groups = ['told', 'act', 'self', 'other'] as const;
export type Group = (typeof groups)[number];

export const groupOf: Readonly<Record<Focus, Group>> = {
  happened: 'told',
  hurt: 'told',
  must_act: 'act',
  support: 'act',
  question: 'act',
  self_or_men: 'self',
  other: 'other',
};

/** What is known of a language's classifier from sentences it has not learnt from. */
export interface Errors {
  lang: Lang;
  /** Sentences it was counted on. */
  sentences: number;
  /** See lean.ts: the weights, and the same from families drawn anew, which is how unsure they are. */
  pull: { weights: readonly number[]; draws: readonly (readonly number[])[] };
  /** For each group, sentences that really are about it, by `focusCell`. */
  focus: Readonly<Record<Group, readonly number[]>>;
}

/** Families are drawn anew so many times. */
const draws = 40;
export const focusCells = groups.length * 2;

function groupShares({ focus }: Classified): Record<Group, number> {
  const shares = { told: 0, act: 0, self: 0, other: 0 };
  for (const [name, share] of Object.entries(focus)) shares[groupOf[name as Focus]] += share;
  return shares;
}

/** The likeliest group, and whether that was said with more than 6 in 10. */
export function focusCell(talk: Classified): number {
  const shares = groupShares(talk);
  const best = groups.reduce((one, other) => (shares[other] > shares[one] ? other : one));
  return groups.indexOf(best) * 2 + (shares[best] > 0.6 ? 1 : 0);
}

/**
 * Pulling: sentences that make a move. Staying: those that make none and are about what happened, who was hurt, must act,
 * help, or ask. The rest says nothing about either.
 */
export function errorsOf(lang: Lang, seen: readonly { row: Row; talk: Classified }[]): Errors {
  const focus = { told: zeros(), act: zeros(), self: zeros(), other: zeros() };
  const families = new Map<string, Known[]>();
  for (const { row, talk } of seen) {
    const group = groupOf[row.focus];
    count(focus[group], focusCell(talk));
    const pulls = row.moves.length > 0;
    if (!pulls && group !== 'told' && group !== 'act') continue;
    const family = families.get(row.family) ?? [];
    families.set(row.family, family);
    family.push({ features: featuresOf(talk), pulls });
  }
  const all = [...families.values()];
  const draw = seeded(1);
  const again = () => fitted(all.flatMap(() => all[Math.floor(draw() * all.length)] ?? []));
  return {
    lang,
    sentences: seen.length,
    pull: { weights: fitted(all.flat()), draws: Array.from({ length: draws }, again) },
    focus,
  };
}

const zeros = () => new Array<number>(focusCells).fill(0);

function count(counts: number[], at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

/**
 * Shares of counts, each pulled a little towards `towards` (Dirichlet prior, `strength` sentences in all): what was
 * never seen is unlikely, not impossible.
 */
export function likelihoods(
  counts: readonly number[],
  towards: readonly number[],
  strength: number,
): number[] {
  const all = counts.reduce((sum, each) => sum + each, 0);
  const base = towards.reduce((sum, each) => sum + each, 0);
  return counts.map((each, at) => {
    const prior = (((towards[at] ?? 0) + 0.5) / (base + 0.5 * counts.length)) * strength;
    return (each + prior) / (all + strength);
  });
}

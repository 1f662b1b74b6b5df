/**
 * How often the classifier errs, counted on sentences it has not learnt from, and what one of its answers is therefore
 * worth. Pure.
 */
import type { Classified, Focus, Lang } from '../model.ts';
import type { Row } from '../train/corpus.ts';

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

/** Counts of sentences by what was said about them. */
export interface Errors {
  lang: Lang;
  /** Sentences that make a move, by `pullCell`. */
  pulling: readonly number[];
  /** Sentences that make none and are about what happened, who was hurt, must act, help, or ask. */
  staying: readonly number[];
  /** For each group, sentences that really are about it, by `focusCell`. */
  focus: Readonly<Record<Group, readonly number[]>>;
}

const derailsSteps = [0.02, 0.2, 0.5];
const awaySteps = [0.2, 0.45];
export const pullCells = (derailsSteps.length + 1) * (awaySteps.length + 1);
export const focusCells = groups.length * 2;

const step = (value: number, steps: readonly number[]) => steps.filter((each) => value >= each).length;

export function groupShares({ focus }: Classified): Record<Group, number> {
  const shares = { told: 0, act: 0, self: 0, other: 0 };
  for (const [name, share] of Object.entries(focus)) shares[groupOf[name as Focus]] += share;
  return shares;
}

/** How strongly it was said that the post pulls away, and that it is about the one replying or something else. */
export function pullCell(talk: Classified): number {
  const { self, other } = groupShares(talk);
  return step(talk.derails, derailsSteps) * (awaySteps.length + 1) + step(self + other, awaySteps);
}

/** The likeliest group, and whether that was said with more than 6 in 10. */
export function focusCell(talk: Classified): number {
  const shares = groupShares(talk);
  const best = groups.reduce((one, other) => (shares[other] > shares[one] ? other : one));
  return groups.indexOf(best) * 2 + (shares[best] > 0.6 ? 1 : 0);
}

export function errorsOf(lang: Lang, seen: readonly { row: Row; talk: Classified }[]): Errors {
  const pulling = zeros(pullCells);
  const staying = zeros(pullCells);
  const focus = {
    told: zeros(focusCells),
    act: zeros(focusCells),
    self: zeros(focusCells),
    other: zeros(focusCells),
  };
  for (const { row, talk } of seen) {
    const group = groupOf[row.focus];
    count(focus[group], focusCell(talk));
    if (row.moves.length > 0) count(pulling, pullCell(talk));
    else if (group === 'told' || group === 'act') count(staying, pullCell(talk));
  }
  return { lang, pulling, staying, focus };
}

const zeros = (length: number) => Array.from({ length }, () => 0);

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

const strength = 6;

/** For each cell how much likelier it is where a post pulls away than where it stays. */
export function ratios({ pulling, staying }: Pick<Errors, 'pulling' | 'staying'>): number[] {
  const both = pulling.map((each, at) => each + (staying[at] ?? 0));
  const away = likelihoods(pulling, both, strength);
  const here = likelihoods(staying, both, strength);
  return away.map((each, at) => each / (here[at] ?? 1));
}

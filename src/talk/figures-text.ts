/** Figures as lines for a person. */
import type { Figures, Share } from './figures.ts';
import { moves } from './model.ts';

export function shareText({ n, of, low, high }: Share): string {
  if (of === 0) return 'none';
  const percent = (value: number) => (100 * value).toFixed(1);
  return `${percent(n / of)} % (${percent(low)} to ${percent(high)}), ${n} of ${of}`;
}

export function figuresText(figures: Figures): string {
  const { found, pairs, ordered, focus } = figures;
  return [
    `sentences           ${figures.rows}`,
    `moves found         ${shareText(found)}`,
    `pairs right         ${shareText(pairs)}`,
    `pairs in order      ${shareText(ordered)}`,
    `focus right         ${shareText(focus)}`,
    ...moves.flatMap((move) => {
      const { precision, recall, f1 } = figures.moves[move];
      return [
        `${move.padEnd(19)} F1 ${f1.toFixed(3)} · found ${shareText(recall)} · right ${shareText(precision)}`,
      ];
    }),
    ...Object.entries(figures.flagged).map(
      ([kind, share]) => `flagged: ${kind.padEnd(10)} ${shareText(share)}`,
    ),
    ...figures.reliability.map(
      ({ from, posts, mean, derail }) =>
        `derails ${from.toFixed(1)} to ${(from + 0.1).toFixed(1)}  ${posts} posts, mean ${mean.toFixed(3)}, really ${(derail / posts).toFixed(3)}`,
    ),
  ].join('\n');
}

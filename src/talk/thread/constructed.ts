/**
 * Conversations put together from our own sentences, where it is known whether and where they turned. Everything in them
 * comes from families nothing was learnt from, and each is judged with error rates counted on the other half of these.
 * Pure.
 */
import { shareOf } from '../figures.ts';
import { shareText } from '../figures-text.ts';
import { add, begin } from '../hash.ts';
import type { Classified, Lang } from '../model.ts';
import type { Row } from '../train/corpus.ts';
import { errorsOf, groupOf } from './errors.ts';
import { cellOf, type Known, known } from './known.ts';
import { seeded } from './seeded.ts';
import { turnOf } from './turn.ts';

export interface Told {
  row: Row;
  talk: Classified;
}

export interface Found {
  threads: number;
  /** Threads that turned: a turn was reported; within two posts of the real one. */
  turned: number;
  near: number;
  /** The interval holds the real place. */
  held: number;
  /** Threads without a turn of which none was reported. */
  quiet: number;
}

/** Moves among posts: before a turn, after it, and in threads without one. */
export const shares = { before: 0.05, after: 0.9, without: 0.1 };

/** `test`: sentences of test families with what is said about them. 24 to 60 posts a thread; the same each time. */
export function constructed(lang: Lang, test: readonly Told[], threads: number): Found {
  const halves = [0, 1].map((half) => test.filter(({ row }) => halfOf(row) === half));
  const counted = halves.map((_, half) => {
    const errors = errorsOf(lang, halves[1 - half] ?? []);
    return known({ en: errors, ar: errors });
  });
  const draw = seeded(lang === 'en' ? 4 : 5);
  const found = { threads, turned: 0, near: 0, held: 0, quiet: 0 };
  for (let n = 0; n < threads; n++) {
    const mine = halves[n % 2] ?? [];
    const rates = counted[n % 2] as Known;
    const moves = mine.filter(({ row }) => row.moves.length > 0);
    const others = mine.filter(
      ({ row }) => row.moves.length === 0 && ['told', 'act'].includes(groupOf[row.focus]),
    );
    const posts = 24 + Math.floor(draw() * 37);
    const turn = Math.floor(posts * (0.3 + 0.4 * draw()));
    const write = (shareAt: (at: number) => number) =>
      Array.from({ length: posts }, (_, at) => {
        const list = draw() < shareAt(at) ? moves : others;
        const { talk } = list[Math.floor(draw() * list.length)] as Told;
        return cellOf(talk, String(at), rates);
      });
    const turned = turnOf(write((at) => (at === turn ? 1 : at > turn ? shares.after : shares.before))).turn;
    if (turned !== null) {
      found.turned++;
      if (Math.abs(turned.at - turn) <= 2) found.near++;
      if (turned.from <= turn && turn <= turned.to) found.held++;
    }
    if (turnOf(write(() => shares.without)).turn === null) found.quiet++;
  }
  return found;
}

const halfOf = ({ family }: Row) => (add(begin(11), family) >>> 0) % 2;

export function foundText({ threads, turned, near, held, quiet }: Found): string[] {
  const said = (name: string, n: number, of: number) => `conversations: ${name} ${shareText(shareOf(n, of))}`;
  return [
    said('a turn is found            ', turned, threads),
    said('within two posts           ', near, threads),
    said('its interval holds the turn', held, turned),
    said('none where there is none   ', quiet, threads),
  ];
}

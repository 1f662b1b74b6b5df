/** How well it does on sentences whose moves are known: counts with 95 % intervals (Wilson 1927). Pure. */
import { type Classified, type Move, moves } from './model.ts';
import { type Kind, kinds, type Row } from './train/corpus.ts';

/** `of` cases, `n` of them so; low and high bound the share. */
export interface Share {
  n: number;
  of: number;
  low: number;
  high: number;
}

export interface OfMove {
  precision: Share;
  recall: Share;
  f1: number;
}

export interface Figures {
  rows: number;
  /** A move's sentence is found with that move. */
  moves: Readonly<Record<Move, OfMove>>;
  /** Sentences that make any move and are found, by whatever move. */
  found: Share;
  /** Families' pairs: the sentence that makes the move is found and its other half is not. */
  pairs: Share;
  /** The same, where it is enough that the move's sentence has the higher figure. */
  ordered: Share;
  /** Sentences that make no move and are taken for one, by kind. */
  flagged: Readonly<Partial<Record<Kind, Share>>>;
  focus: Share;
  /** By tenths of `derails`: how many, the mean figure, how many really pull away. */
  reliability: readonly { from: number; posts: number; mean: number; derail: number }[];
}

export function shareOf(n: number, of: number): Share {
  if (of === 0) return { n, of, low: 0, high: 1 };
  const z = 1.959964;
  const p = n / of;
  const middle = (p + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const half = (z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
  return { n, of, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

export interface Seen {
  row: Row;
  talk: Classified;
}

export function figuresOf(seen: readonly Seen[]): Figures {
  const has = (each: Seen, move: Move) => each.talk.moves.some((found) => found.move === move);
  const ofMove = (move: Move): OfMove => {
    const said = seen.filter((each) => has(each, move));
    const really = seen.filter(({ row }) => row.moves.includes(move));
    const both = said.filter(({ row }) => row.moves.includes(move)).length;
    const f1 = said.length + really.length === 0 ? 0 : (2 * both) / (said.length + really.length);
    return { precision: shareOf(both, said.length), recall: shareOf(both, really.length), f1 };
  };
  const count = (list: readonly Seen[], so: (each: Seen) => boolean) =>
    shareOf(list.filter(so).length, list.length);
  const isFlagged = ({ talk }: Seen) => talk.moves.length > 0;
  const making = seen.filter(({ row }) => row.moves.length > 0);
  const pairs = pairsOf(seen);
  const flagged: Partial<Record<Kind, Share>> = {};
  for (const kind of kinds) {
    const of = seen.filter(({ row }) => row.kind === kind && row.moves.length === 0);
    if (of.length > 0) flagged[kind] = count(of, isFlagged);
  }
  const right = pairs.filter(([move, other]) => isFlagged(move) && !isFlagged(other)).length;
  const ordered = pairs.filter(([move, other]) => move.talk.derails > other.talk.derails).length;
  return {
    rows: seen.length,
    moves: Object.fromEntries(moves.map((move) => [move, ofMove(move)])) as Record<Move, OfMove>,
    found: count(making, isFlagged),
    pairs: shareOf(right, pairs.length),
    ordered: shareOf(ordered, pairs.length),
    flagged,
    focus: count(seen, ({ row, talk }) => first(talk) === row.focus),
    reliability: reliabilityOf(seen),
  };
}

function first({ focus }: Classified): string {
  return Object.entries(focus).reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

/** A row of kind `pair` belongs to the last sentence before it in its family that makes a move. */
function pairsOf(seen: readonly Seen[]): [Seen, Seen][] {
  const last = new Map<string, Seen>();
  const pairs: [Seen, Seen][] = [];
  for (const each of seen) {
    const { kind, family, moves: made } = each.row;
    if (made.length > 0) last.set(family, each);
    const move = last.get(family);
    if (kind === 'pair' && move !== undefined) pairs.push([move, each]);
  }
  return pairs;
}

function reliabilityOf(seen: readonly Seen[]): Figures['reliability'] {
  return Array.from({ length: 10 }, (_, n) => n / 10).flatMap((from) => {
    const within = seen.filter(
      ({ talk }) => Math.min(9, Math.floor(talk.derails * 10)) === Math.round(from * 10),
    );
    if (within.length === 0) return [];
    const mean = within.reduce((sum, { talk }) => sum + talk.derails, 0) / within.length;
    return [
      { from, posts: within.length, mean, derail: within.filter(({ row }) => row.moves.length > 0).length },
    ];
  });
}

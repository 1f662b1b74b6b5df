/**
 * What a conversation was about along the way, whether it turned for good from what happened to something else, and how
 * it came back. Pure and the same each time; no words, no handles, no dates are in the answer.
 */
import type { Classified, Lang } from '../model.ts';
import { type Back, backOf, type Step } from './back.ts';
import { type AllErrors, type Cell, cellOf, type Known, known } from './known.ts';
import { type Made, madeIn } from './made.ts';
import type { Post, Source, Thread } from './model.ts';
import { type Estimate, type GroupShares, type Shares, sharesOf } from './shares.ts';
import { turnOf } from './turn.ts';

export interface Stretch {
  /** Numbers of posts, the first of the conversation is 1; both included. */
  from: number;
  to: number;
  /** Minutes from the first post to the middle one; null: times are not known. */
  minutes: number | null;
  pull: Estimate;
  groups: GroupShares;
}

export interface TurnReport {
  /** The first post after the turn; 95 in 100 that it is one of from..to. */
  post: number;
  from: number;
  to: number;
  minutes: number | null;
  before: Shares;
  after: Shares;
}

export interface ThreadReport {
  version: 1;
  experimental: true;
  source: Source;
  posts: number;
  /** Posts in a language that is known here, with words. */
  judged: number;
  languages: Readonly<Record<Lang, number>>;
  /** null: the file does not say whose posts they are. */
  people: number | null;
  lacks: number;
  /** From the first post to the last. */
  minutes: number | null;
  whole: Shares;
  turn: TurnReport | null;
  /** Share of shuffled conversations that look as turned as this one. */
  chance: number;
  /** Too few posts to say whether it turned. */
  short: boolean;
  along: readonly Stretch[];
  moves: readonly Made[];
  back: Back;
}

/** A post with what is said about it; null: it has no words or is in a language that is not known here. */
export interface JudgedPost {
  post: Post;
  talk: Classified | null;
}

/** So few posts say nothing about a turn. */
export const fewest = 16;
/** At most so many stretches are drawn. */
const stretches = 16;

export function shiftOf(
  { source, lacks, posts }: Omit<Thread, 'posts'> & { posts: readonly JudgedPost[] },
  errors: AllErrors,
): ThreadReport {
  const counted = known(errors);
  const at: number[] = [];
  const cells: Cell[] = [];
  const ratios = new Map<string, number>();
  posts.forEach(({ post: { id, author }, talk }, n) => {
    if (talk === null) return;
    at.push(n);
    const cell = cellOf(talk, author || id, counted);
    cells.push(cell);
    ratios.set(id, cell.ratio);
  });
  const times = posts.map(({ post }) => (post.at === null ? null : Date.parse(post.at)));
  const first = times[0] ?? null;
  const minutesAt = (n: number) => {
    const time = times[n] ?? null;
    return time === null || first === null ? null : Math.max(0, Math.round((time - first) / 60_000));
  };
  const short = cells.length < fewest;
  const found = turnOf(cells);
  const cut = short ? null : found.turn;
  const turn =
    cut === null
      ? null
      : {
          post: (at[cut.at] ?? 0) + 1,
          from: (at[cut.from] ?? 0) + 1,
          to: (at[cut.to] ?? 0) + 1,
          minutes: minutesAt(at[cut.at] ?? 0),
          before: sharesOf(cells.slice(0, cut.at), counted),
          after: sharesOf(cells.slice(cut.at), counted),
        };
  const whole = sharesOf(cells, counted);
  const steps = posts.flatMap(({ post, talk }, n): Step[] => {
    if (talk === null) return [];
    const share =
      turn === null ? whole.pull.value : n + 1 < turn.post ? turn.before.pull.value : turn.after.pull.value;
    const odds = (share / (1 - share)) * (ratios.get(post.id) ?? 1);
    return [
      {
        id: post.id,
        parent: post.parent,
        author: post.author,
        time: times[n] ?? null,
        talk,
        pulls: odds / (1 + odds),
      },
    ];
  });
  const authors = new Set(posts.map(({ post: { author } }) => author));
  return {
    version: 1,
    experimental: true,
    source,
    posts: posts.length,
    judged: cells.length,
    languages: {
      en: cells.filter(({ lang }) => lang === 'en').length,
      ar: cells.filter(({ lang }) => lang === 'ar').length,
    },
    people: authors.has('') ? null : authors.size,
    lacks,
    minutes: minutesAt(posts.length - 1),
    whole,
    turn,
    chance: found.chance,
    short,
    along: along(cells, { at, counted, minutesAt }),
    moves: madeIn(steps),
    back: backOf(steps),
  };
}

/** Windows of an eighth of the conversation, at least five posts, side by side or overlapping. */
function along(
  cells: readonly Cell[],
  { at, counted, minutesAt }: { at: readonly number[]; counted: Known; minutesAt(n: number): number | null },
): Stretch[] {
  const width = Math.min(cells.length, Math.max(5, Math.round(cells.length / 8)));
  const places = Math.min(stretches, cells.length - width + 1);
  return Array.from({ length: Math.max(0, places) }, (_, n) => {
    const from = places === 1 ? 0 : Math.round((n * (cells.length - width)) / (places - 1));
    const to = from + width - 1;
    return {
      from: (at[from] ?? 0) + 1,
      to: (at[to] ?? 0) + 1,
      minutes: minutesAt(at[Math.floor((from + to) / 2)] ?? 0),
      ...sharesOf(cells.slice(from, to + 1), counted, n + 2),
    };
  });
}

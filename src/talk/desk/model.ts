/** Pure rules of the moderators' desk: what may be decided and why, what is looked at first, what is learnt from it. */
import { type Move, moves } from '../model.ts';

/** leave: as it is · answer: with a reply · collapse: fold it, so that it opens only on a click · refer: hand it on. */
export const kinds = ['leave', 'answer', 'collapse', 'refer'] as const;
export type Kind = (typeof kinds)[number];

export const reasons = {
  leave: ['nothing', 'own_account', 'quotes', 'earnest'],
  answer: moves,
  collapse: moves,
  refer: ['danger', 'threat', 'private', 'unsure'],
} as const satisfies Record<Kind, readonly string[]>;
export type Reason = (typeof reasons)[Kind][number];

export const isReasonOf = (kind: Kind, reason: string): reason is Reason =>
  (reasons[kind] as readonly string[]).includes(reason);

/** A post may be this many letters; what comes after is not read. */
export const longestPost = 20_000;
export const longestNote = 500;
export const longestReply = 1_000;
export const longestAppeal = 2_000;
/** A name at the source longer than this is cut: no site has such. */
export const longestKey = 500;

/** As it can be stored: the one letter a database does not take is replaced by one that says so. */
export const storable = (text: string): string => text.replaceAll('\u0000', '\ufffd');

/** A file may bring this many posts at once. */
export const mostPosts = 3_000;
/** A post and what was decided about it are deleted this many days after the decision. */
export const keepDays = 30;
/** One that nobody decided about is deleted this many days after it came. */
export const keepUndecidedDays = 90;

export interface Weighed {
  /** 0 to 1, as `classify` says it. */
  derails: number;
  /** Posts that hang below it, answers to answers included. */
  below: number;
  /** Posts of the conversation that came before it. */
  before: number;
}

/**
 * How much a post pulls on the conversation: the more the surer it derails, the more already hangs below it, and the
 * earlier it stands, where it sets the course of all that follows. derails × (1 + ln(1 + below)) / (1 + ln(1 + before)).
 * Knows no words and no writer.
 */
export function pull({ derails, below, before }: Weighed): number {
  return (derails * (1 + Math.log1p(below))) / (1 + Math.log1p(before));
}

export interface Standing {
  id: string;
  /** As the source names it, and the one it answers. */
  key: string;
  parent: string | null;
}

/** For each post of one conversation, in order, what hangs below it and what came before. Circles of answers end. */
export function hanging(posts: readonly Standing[]): Map<string, Pick<Weighed, 'below' | 'before'>> {
  const byKey = new Map(posts.map((post) => [post.key, post]));
  const below = new Map<string, number>();
  for (const post of posts) {
    const above = new Set([post.key]);
    for (let at = byKey.get(post.parent ?? ''); at && !above.has(at.key); at = byKey.get(at.parent ?? '')) {
      above.add(at.key);
      below.set(at.id, (below.get(at.id) ?? 0) + 1);
    }
  }
  return new Map(posts.map(({ id }, before) => [id, { below: below.get(id) ?? 0, before }]));
}

/** What a decision teaches: the moves in the post, none, or null where it says nothing about the words. */
export function movesOf(decided: {
  kind: Kind;
  reason: string;
  outcome: 'stands' | 'lifted' | null;
}): readonly Move[] | null {
  if (decided.kind === 'refer') return null;
  if (decided.kind === 'leave' || decided.outcome === 'lifted') return [];
  return moves.filter((move) => move === decided.reason);
}

/** The middle one, of two the mean; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

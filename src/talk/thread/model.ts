/** A conversation as it was read from a file. Pure. */

/** The forms that are recognised; each is named as people know it. */
export const sources = ['mastodon', 'bluesky', 'reddit', 'youtube', 'x', 'csv', 'jsonl'] as const;
export type Source = (typeof sources)[number];

export interface Post {
  /** Unique within the thread. */
  id: string;
  /** The post it answers; null: it answers none, or one the file does not hold. */
  parent: string | null;
  /** As the file names them; '' where it does not. Never for printing. */
  author: string;
  /** ISO 8601, UTC; null: not known. */
  at: string | null;
  /** Plain text, never HTML; '' where the post was deleted. */
  text: string;
  /** What the platform says; not to be relied on. */
  lang?: string;
}

export interface Thread {
  source: Source;
  /** In order of time, then of the file; never empty. */
  posts: readonly Post[];
  /** Replies the file speaks of and does not hold. */
  lacks: number;
}

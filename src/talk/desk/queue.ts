/** What waits for a decision, the strongest pull first; and one post with the conversation around it. */
import type { Kysely } from '../../platform/db/index.ts';
import { equal } from '../../platform/keys/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { hanging, pull } from './model.ts';
import { deskStore, type StoredDecision, type StoredPost, type StoredThread } from './store.ts';

/** Ids of the posts that wait, in the order in which they are looked at; of equal ones the older first. */
export async function waiting(db: Kysely<unknown>): Promise<string[]> {
  const rows = await deskStore(db).inOpenThreads();
  const found: { id: string; pull: number; number: number }[] = [];
  for (const posts of Map.groupBy(rows, ({ thread }) => thread).values()) {
    const hangs = hanging(posts);
    for (const { id, derails, state, number } of posts) {
      const { below = 0, before = 0 } = hangs.get(id) ?? {};
      if (state === 'waiting')
        found.push({ id, pull: pull({ derails, below, before }), number: Number(number) });
    }
  }
  return found.sort((one, other) => other.pull - one.pull || one.number - other.number).map(({ id }) => id);
}

export interface Around {
  post: StoredPost;
  thread: StoredThread;
  /** From the first of the conversation down to what it answers; `skipped` between the first and the rest. */
  above: readonly StoredPost[];
  skipped: number;
  /** Direct answers, in order, a few of them; `below` is all that hangs below. */
  answers: readonly StoredPost[];
  below: number;
  /** Its place in the conversation, from 1, of `all`. */
  place: number;
  all: number;
  /** Others in this conversation by the same writer. */
  sameWriter: number;
  decision: StoredDecision | null;
}

const mostAbove = 3;
const mostAnswers = 4;

/** Refusal 'not_found' where it is not here, or is not of those that are listed. */
export async function around(db: Kysely<unknown>, id: string): Promise<Around> {
  const store = deskStore(db);
  const post = await store.post(id);
  const thread = post && (await store.threadById(post.thread));
  if (post === undefined || thread === undefined || post.state === 'seen') throw new Refusal('not_found');
  const posts = await store.postsOf(post.thread);
  const chain = above(post, posts);
  const shown = chain.length <= mostAbove ? chain : [...chain.slice(0, 1), ...chain.slice(1 - mostAbove)];
  const { writer } = post;
  const isSame = (other: StoredPost) =>
    other.id !== id && writer !== null && other.writer !== null && equal(writer, other.writer);
  return {
    post,
    thread,
    above: shown,
    skipped: chain.length - shown.length,
    answers: posts.filter(({ parent }) => parent === post.key).slice(0, mostAnswers),
    below: hanging(posts).get(id)?.below ?? 0,
    place: posts.findIndex((one) => one.id === id) + 1,
    all: posts.length,
    sameWriter: posts.filter(isSame).length,
    decision: (await store.decisionOn(id)) ?? null,
  };
}

function above(post: StoredPost, posts: readonly StoredPost[]): StoredPost[] {
  const byKey = new Map(posts.map((one) => [one.key, one]));
  const chain: StoredPost[] = [];
  const met = new Set([post.key]);
  for (let at = byKey.get(post.parent ?? ''); at && !met.has(at.key); at = byKey.get(at.parent ?? '')) {
    met.add(at.key);
    chain.unshift(at);
  }
  return chain;
}

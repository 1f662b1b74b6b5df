/** Posts in order, each once, with parents that are there. Pure. */
import type { Post } from './model.ts';

/**
 * In order of time, then of the file; a post without a time stays behind the one before it in the file, and no reply
 * stands before what it answers (clocks differ). Of two posts with one id the first counts.
 */
export function inOrder(given: readonly Post[]): Post[] {
  const known = new Map<string, Post>();
  for (const post of given) if (!known.has(post.id)) known.set(post.id, post);
  const posts = [...known.values()].map((post) =>
    post.parent !== null && (!known.has(post.parent) || post.parent === post.id)
      ? { ...post, parent: null }
      : post,
  );
  let last = '';
  const timed = posts.map((post, n) => {
    last = post.at ?? last;
    return { post, n, time: last };
  });
  timed.sort((one, other) => (one.time < other.time ? -1 : one.time > other.time ? 1 : one.n - other.n));
  return parentsFirst(timed.map(({ post }) => post));
}

/** A post that comes before its parent waits for it; a circle of answers is cut where it is met. */
function parentsFirst(posts: readonly Post[]): Post[] {
  const byId = new Map(posts.map((post) => [post.id, post]));
  const placed = new Set<string>();
  const out: Post[] = [];
  for (const post of posts) {
    const path: Post[] = [];
    const onPath = new Set<string>();
    for (let at: Post | undefined = post; at !== undefined && !placed.has(at.id); ) {
      if (onPath.has(at.id)) break;
      path.push(at);
      onPath.add(at.id);
      at = at.parent === null ? undefined : byId.get(at.parent);
    }
    for (const each of path.reverse()) {
      const isCircle = each.parent !== null && !placed.has(each.parent);
      out.push(isCircle ? { ...each, parent: null } : each);
      placed.add(each.id);
    }
  }
  return out;
}

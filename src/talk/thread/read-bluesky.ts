/** Bluesky: `app.bsky.feed.getPostThread`. Posts that are blocked or not found are counted as lacking. Pure. */
import type { Found } from './found.ts';
import type { Post } from './model.ts';
import { below, isFields, langAt, listAt, textAt } from './shape.ts';
import { whenOf } from './when.ts';

export function bluesky(value: unknown): Found | undefined {
  const top = below(value, 'thread');
  const isThread = isFields(below(top, 'post')) || textAt(top, '$type').startsWith('app.bsky.feed.defs#');
  if (!isThread) return undefined;
  const posts: Post[] = [];
  let lacks = 0;
  // A list of what is still to be seen, so that no depth is too deep.
  const open: unknown[] = [top];
  for (let above = below(top, 'parent'); above !== undefined; above = below(above, 'parent'))
    open.unshift(above);
  const above = open.length - 1;
  for (let n = 0; n < open.length; n++) {
    const post = postOf(open[n]);
    if (post === undefined) lacks++;
    else posts.push(post);
    if (n >= above) for (const reply of listAt(open[n], 'replies')) open.push(reply);
  }
  return { source: 'bluesky', posts, lacks };
}

function postOf(node: unknown): Post | undefined {
  const post = below(node, 'post');
  const record = below(post, 'record');
  const id = textAt(post, 'uri');
  if (id === '' || !isFields(record)) return undefined;
  return {
    id,
    parent: textAt(record, 'reply', 'parent', 'uri') || null,
    author: textAt(post, 'author', 'did') || textAt(post, 'author', 'handle'),
    at: whenOf(below(record, 'createdAt')) ?? whenOf(below(post, 'indexedAt')) ?? null,
    text: textAt(record, 'text'),
    ...langAt(listAt(record, 'langs')[0]),
  };
}

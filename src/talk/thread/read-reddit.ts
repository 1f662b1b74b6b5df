/** Reddit: the listing behind a post's address with .json. Deleted texts stay as empty posts, for what hangs below. Pure. */
import type { Found } from './found.ts';
import { decoded } from './html.ts';
import type { Post } from './model.ts';
import { below, isFields, listAt, textAt } from './shape.ts';
import { whenOf } from './when.ts';

const isListing = (value: unknown) => isFields(value) && value.kind === 'Listing';

export function reddit(value: unknown): Found | undefined {
  const listings = Array.isArray(value) ? value : [value];
  if (listings.length === 0 || !listings.every(isListing)) return undefined;
  const posts: Post[] = [];
  let lacks = 0;
  // Taken from the end, so the first of a listing is put in last; no depth is too deep.
  const open: unknown[] = [];
  const put = (things: readonly unknown[]) => {
    for (let n = things.length - 1; n >= 0; n--) open.push(things[n]);
  };
  put(listings.flatMap((listing) => listAt(listing, 'data', 'children')));
  while (open.length > 0) {
    const thing = open.pop();
    const data = below(thing, 'data');
    if (below(thing, 'kind') === 'more') {
      const count = below(data, 'count');
      lacks += typeof count === 'number' && count > 0 ? count : listAt(data, 'children').length;
      continue;
    }
    const post = postOf(data);
    if (post !== undefined) posts.push(post);
    put(listAt(data, 'replies', 'data', 'children'));
  }
  return { source: 'reddit', posts, lacks };
}

function postOf(data: unknown): Post | undefined {
  const id = textAt(data, 'name');
  if (!/^t[13]_/.test(id)) return undefined;
  const parts = [textAt(data, 'title'), textAt(data, 'selftext'), textAt(data, 'body')].filter(
    (part) => part !== '' && !/^\[(deleted|removed)\b[^\]]*\]$/.test(part.trim()),
  );
  const author = textAt(data, 'author');
  return {
    id,
    parent: textAt(data, 'parent_id') || null,
    // Nobody knows how many people "[deleted]" are; each is somebody.
    author: author === '[deleted]' ? `[deleted] ${id}` : author,
    at: whenOf(below(data, 'created_utc')) ?? null,
    text: decoded(parts.join('\n\n')),
  };
}

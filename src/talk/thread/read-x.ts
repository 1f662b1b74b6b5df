/** X: tweets.js of an archive, all by the person whose archive it is. What others wrote and was passed on is left out. Pure. */
import type { Found } from './found.ts';
import { decoded } from './html.ts';
import type { Post } from './model.ts';
import { below, isFields, langAt, textAt } from './shape.ts';
import { whenOf } from './when.ts';

/** "window.YTD.tweets.part0 = [" and what follows as JSON; undefined: it is no archive. */
export function xBody(content: string): string | undefined {
  const begin = /^window\.YTD\.tweets?\.part\d+\s*=\s*/.exec(content);
  return begin === null ? undefined : content.slice(begin[0].length).replace(/;\s*$/, '');
}

export function x(value: unknown): Found | undefined {
  if (!Array.isArray(value)) return undefined;
  return { source: 'x', posts: value.flatMap(postOf), lacks: 0 };
}

function postOf(entry: unknown): Post[] {
  const tweet = isFields(below(entry, 'tweet')) ? below(entry, 'tweet') : entry;
  const id = textAt(tweet, 'id_str') || textAt(tweet, 'id');
  const text = decoded(textAt(tweet, 'full_text') || textAt(tweet, 'text'));
  if (id === '' || /^RT @\w+:/.test(text)) return [];
  return [
    {
      id,
      parent: textAt(tweet, 'in_reply_to_status_id_str') || null,
      author: 'the archive',
      at: whenOf(below(tweet, 'created_at')) ?? null,
      text,
      ...langAt(below(tweet, 'lang')),
    },
  ];
}

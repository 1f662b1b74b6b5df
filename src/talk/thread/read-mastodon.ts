/** Mastodon: `GET /api/v1/statuses/:id/context`, and the status itself, which a context does not hold. Pure. */
import type { Found } from './found.ts';
import { htmlText } from './html.ts';
import type { Post } from './model.ts';
import { below, isFields, langAt, listAt, textAt } from './shape.ts';
import { whenOf } from './when.ts';

export function mastodon(value: unknown): Found | undefined {
  if (isFields(value) && Array.isArray(value.ancestors) && Array.isArray(value.descendants)) {
    return found([...value.ancestors, ...value.descendants]);
  }
  const isStatus =
    typeof below(value, 'content') === 'string' &&
    isFields(below(value, 'account')) &&
    textAt(value, 'id') !== '';
  return isStatus ? found([value]) : undefined;
}

function found(statuses: readonly unknown[]): Found {
  return { source: 'mastodon', posts: statuses.flatMap(postOf), lacks: 0 };
}

function postOf(status: unknown): Post[] {
  const id = textAt(status, 'id');
  if (id === '') return [];
  const warning = textAt(status, 'spoiler_text').trim();
  const options = listAt(status, 'poll', 'options').map((option) => textAt(option, 'title'));
  const parts = [warning, htmlText(textAt(status, 'content')), ...options];
  return [
    {
      id,
      parent: textAt(status, 'in_reply_to_id') || null,
      author: textAt(status, 'account', 'acct') || textAt(status, 'account', 'id'),
      at: whenOf(below(status, 'created_at')) ?? null,
      text: parts.filter((part) => part !== '').join('\n'),
      ...langAt(below(status, 'language')),
    },
  ];
}

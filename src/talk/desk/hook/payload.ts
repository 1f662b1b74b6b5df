/** What each kind of site sends, as posts of a conversation. Pure. What is not public is not taken. */
import { type TSchema, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { Refusal } from '../../../platform/refusal.ts';
import { htmlText } from '../../thread/html.ts';
import type { Post } from '../../thread/model.ts';
import { mastodon as statusOf } from '../../thread/read-mastodon.ts';
import { below, isFields, textAt } from '../../thread/shape.ts';
import { whenOf } from '../../thread/when.ts';
import { longestPost } from '../model.ts';

export interface Delivered {
  post: Post;
  /** As the source names the conversation; null: the one of the post it answers, or its own. */
  thread: string | null;
  title: string;
}

/** Mastodon and Discourse sign no time of sending: a post older than this is not taken, so that none comes back. */
export const oldestDays = 3;

const name = Type.String({ minLength: 1, maxLength: 200 });
const One = Type.Object({
  id: name,
  thread: name,
  parent: Type.Optional(Type.Union([name, Type.Null()])),
  author: Type.Optional(Type.String({ maxLength: 200 })),
  time: Type.Optional(Type.Union([Type.String({ maxLength: 40 }), Type.Null()])),
  text: Type.String({ minLength: 1, maxLength: longestPost }),
  lang: Type.Optional(Type.Union([Type.Literal('en'), Type.Literal('ar'), Type.Null()])),
  title: Type.Optional(Type.String({ maxLength: 120 })),
});
const check = Compile(One);

/** Refusal 'talk_payload' {field, got, expected} for a body that is no JSON. */
export function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new Refusal('talk_payload', {
      field: 'body',
      got: `${body.length} bytes`,
      expected: 'JSON, UTF-8',
    });
  }
}

/** One post, in the form of the operator's handbook. Refusal 'talk_payload'. */
export function generic(value: unknown): Delivered {
  if (!check.Check(value)) {
    const [first] = check.Errors(value);
    const field = first?.instancePath.slice(1, 40) ?? '';
    const got = field === '' ? typeof value : String(below(value, field)).slice(0, 40);
    throw new Refusal('talk_payload', { field: field || 'body', got, expected: expected(field) });
  }
  const at = value.time ? whenOf(value.time) : null;
  if (at === undefined)
    throw new Refusal('talk_payload', {
      field: 'time',
      got: value.time ?? '',
      expected: '2026-11-22T16:10:00Z',
    });
  const { id, thread, parent = null, author = '', text, lang, title = '' } = value;
  return { post: { id, parent, author, at, text, ...(lang ? { lang } : {}) }, thread, title };
}

function expected(field: string): string {
  const shapes: Readonly<Record<string, TSchema>> = One.properties;
  const known = shapes[field];
  if (known === undefined) return `{${Object.keys(shapes).join(', ')}}`;
  return field === 'lang' ? 'en, ar' : field === 'text' ? `1–${longestPost}` : '1–200';
}

/** A status that was just made and that everybody may read; null for every other event. Refusal 'talk_payload'. */
export function mastodon(value: unknown): Delivered | null {
  if (textAt(value, 'event') !== 'status.created') return null;
  const status = below(value, 'object');
  const visibility = textAt(status, 'visibility');
  if (visibility !== 'public' && visibility !== 'unlisted') return null;
  const post = statusOf(status)?.posts[0];
  if (post === undefined)
    throw new Refusal('talk_payload', { field: 'object', got: typeof status, expected: 'status' });
  return { post, thread: null, title: '' };
}

/** A post of a public topic; null for every other event. Refusal 'talk_payload'. */
export function discourse(event: string, value: unknown): Delivered | null {
  const post = below(value, 'post');
  if (event !== 'post_created' || textAt(post, 'topic_archetype') === 'private_message') return null;
  const [topic, number] = [textAt(post, 'topic_id'), textAt(post, 'post_number')];
  if (!isFields(post) || topic === '' || number === '')
    throw new Refusal('talk_payload', { field: 'post', got: typeof post, expected: 'topic_id, post_number' });
  const raw = textAt(post, 'raw') || htmlText(textAt(post, 'cooked'));
  return {
    post: {
      id: number,
      parent: textAt(post, 'reply_to_post_number') || (number === '1' ? null : '1'),
      author: textAt(post, 'username'),
      at: whenOf(below(post, 'created_at')) ?? null,
      text: raw,
    },
    thread: topic,
    title: textAt(post, 'topic_title').slice(0, 120),
  };
}

/** Refusal 'talk_time' for a post whose own time is missing, or further away than `oldestDays`. */
export function checkAge({ post }: Delivered, now: Date): void {
  const far = oldestDays * 24 * 3_600_000;
  const at = post.at === null ? Number.NaN : Date.parse(post.at);
  if (Math.abs(now.getTime() - at) <= far) return;
  throw new Refusal('talk_time', {
    header: 'created_at',
    got: post.at ?? '',
    minutes: oldestDays * 24 * 60,
    now: now.toISOString(),
  });
}

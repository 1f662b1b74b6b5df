/** Posts come to the desk: each once, looked at here and nowhere else, its writer kept as a mark alone. */
import { setImmediate as breathe } from 'node:timers/promises';
import { randomId } from '../../platform/keys/index.ts';
import { mac } from '../../platform/keys/node-mac.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Lang, langs } from '../model.ts';
import type { Post } from '../thread/model.ts';
import type { Reading, TalkDeskDeps } from './deps.ts';
import { longestKey, longestPost, mostPosts, storable } from './model.ts';
import { deskStore, type NewPost } from './store.ts';

export interface Coming {
  /** 'mastodon', 'csv', …, and the webhook it came by; null for a file. */
  source: string;
  hook: string | null;
  /** As the source names the conversation. */
  key: string;
  /** '' where nobody gave one. */
  title: string;
  posts: readonly Post[];
}

export interface Came {
  /** Not here before. */
  fresh: number;
  /** Of those, listed for a decision. */
  listed: number;
  known: number;
}

/** Others are served in between: this many are looked at in one go. */
const atOnce = 20;

/** Refusal 'talk_many' {n, most} before anything is kept. Twice is once: a post that is here stays as it is. */
export async function take(deps: TalkDeskDeps, coming: Coming): Promise<Came> {
  const { source, hook, key, title } = coming;
  if (coming.posts.length > mostPosts)
    throw new Refusal('talk_many', { n: coming.posts.length, most: mostPosts });
  const reading = await deps.reading();
  const rows: NewPost[] = [];
  const keys = new Set<string>();
  for (const [n, post] of coming.posts.entries()) {
    if (n % atOnce === atOnce - 1) await breathe();
    const row = looked(post, { ...deps, reading, source });
    if (!keys.has(row.key)) rows.push(row);
    keys.add(row.key);
  }
  return deps.db.transaction().execute(async (tx) => {
    const store = deskStore(tx);
    const thread = await store.thread({
      id: randomId(),
      source,
      hook,
      key: keyOf(key),
      title: storable(title),
    });
    const known = await store.keysOf(thread.id);
    const fresh = rows.filter((row) => !known.has(row.key));
    await store.add(thread.id, fresh);
    const listed = fresh.filter(({ state }) => state === 'waiting').length;
    return { fresh: fresh.length, listed, known: rows.length - fresh.length };
  });
}

const keyOf = (given: string) => storable(given.slice(0, longestKey));

interface Looking extends Pick<TalkDeskDeps, 'clock' | 'installation'> {
  reading: Reading;
  source: string;
}

/** Listed is what has a move above the threshold. Who tells what was done to them is not, whatever else they say to others. */
function looked(post: Post, { clock, installation, reading, source }: Looking): NewPost {
  const text = storable(post.text.slice(0, longestPost));
  const lang: Lang | undefined = langs.find((each) => each === post.lang?.slice(0, 2));
  const { said, isAccount } = reading(text, lang);
  const listed = isAccount ? [] : said.moves;
  const moves = listed.map(({ move, probability, span }) => ({ move, probability, span }));
  return {
    id: randomId(),
    key: keyOf(post.id),
    parent: post.parent === null ? null : keyOf(post.parent),
    writer: markOf(installation.formSecret, source, post.author),
    at: post.at === null ? null : new Date(post.at),
    arrived: clock.now(),
    lang: said.lang,
    text,
    moves: JSON.stringify(moves),
    derails: said.derails,
    state: moves.length === 0 ? 'seen' : 'waiting',
  };
}

/** The same for the same handle at the same source, here; elsewhere, or without the data folder, it says nothing. */
function markOf(secret: Uint8Array, source: string, author: string): Uint8Array | null {
  if (author === '') return null;
  return mac(secret, `talk writer 1\n${source}\n${author}`).slice(0, 16);
}

/** The only SQL for webhooks, what they delivered, and what they read of our decisions. */
import type { Generated, Kysely, Selectable } from 'kysely';
import type { Kind } from '../model.ts';

export const hookKinds = ['generic', 'mastodon', 'discourse'] as const;
export type HookKind = (typeof hookKinds)[number];

type HookRow = {
  id: string;
  kind: HookKind;
  name: string;
  /** Null until it was pasted here: then nothing is taken. */
  secret: Uint8Array | null;
  made: string;
  revoked: string | null;
};
export type FeedWhat = Kind | 'undone' | 'lifted';
type FeedRow = {
  number: Generated<string>;
  hook: string;
  post: string;
  decision: string | null;
  what: FeedWhat;
  reason: string;
  reply: string;
};
type Tables = {
  talk_hook: HookRow;
  talk_feed: FeedRow;
  talk_delivery: { hash: Uint8Array; ends: Date };
  talk_post: { id: string; key: string; thread: string };
  talk_thread: { id: string; key: string; hook: string | null };
};
export type Hook = Selectable<HookRow>;

/** `db`: also an open transaction. */
export function hookStore(db: Kysely<unknown>) {
  const tables = db.withTables<Tables>();
  return {
    async add(hook: HookRow): Promise<void> {
      await tables.insertInto('talk_hook').values(hook).execute();
    },
    all: () => tables.selectFrom('talk_hook').selectAll().orderBy('made').orderBy('name').execute(),
    /** One that was not revoked. */
    byId: (id: string) =>
      tables
        .selectFrom('talk_hook')
        .selectAll()
        .where('id', '=', id)
        .where('revoked', 'is', null)
        .executeTakeFirst(),
    /** Once. */
    async setSecret(id: string, secret: Uint8Array): Promise<void> {
      await tables
        .updateTable('talk_hook')
        .set({ secret })
        .where('id', '=', id)
        .where('secret', 'is', null)
        .execute();
    },
    /** The conversation in which a post of this webhook is. */
    async threadOf(hook: string, post: string): Promise<string | null> {
      const row = await tables
        .selectFrom('talk_post')
        .innerJoin('talk_thread', 'talk_thread.id', 'talk_post.thread')
        .select('talk_thread.key')
        .where('talk_thread.hook', '=', hook)
        .where('talk_post.key', '=', post)
        .executeTakeFirst();
      return row?.key ?? null;
    },
    async revoke(id: string, day: string): Promise<void> {
      await tables
        .updateTable('talk_hook')
        .set({ revoked: day })
        .where('id', '=', id)
        .where('revoked', 'is', null)
        .execute();
    },
    /** Decisions of one webhook are written one after the other, so that whoever reads on misses none. */
    async takeTurn(id: string): Promise<HookKind | null> {
      const row = await tables
        .selectFrom('talk_hook')
        .select('kind')
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      return row?.kind ?? null;
    },
    async tell(line: Omit<Selectable<FeedRow>, 'number'>): Promise<void> {
      await tables.insertInto('talk_feed').values(line).execute();
    },
    /** What was decided after a number, oldest first. */
    feed: ({ hook, after, most }: { hook: string; after: string; most: number }) =>
      tables
        .selectFrom('talk_feed')
        .innerJoin('talk_post', 'talk_post.id', 'talk_feed.post')
        .innerJoin('talk_thread', 'talk_thread.id', 'talk_post.thread')
        .select(['talk_feed.number', 'talk_feed.decision', 'talk_feed.what', 'talk_feed.reason'])
        .select(['talk_feed.reply', 'talk_post.key as post', 'talk_thread.key as thread'])
        .where('talk_feed.hook', '=', hook)
        .where('talk_feed.number', '>', after)
        .orderBy('talk_feed.number')
        .limit(most)
        .execute(),
    /** False where this signature was taken before. */
    async isFirst(hash: Uint8Array, ends: Date): Promise<boolean> {
      const { numInsertedOrUpdatedRows: n } = await tables
        .insertInto('talk_delivery')
        .values({ hash, ends })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow();
      return n === 1n;
    },
  };
}

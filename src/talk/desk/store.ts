/** The only SQL for conversations, posts and what was decided about them. Take a transaction to decide. */
import { type ColumnType, type Generated, type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import type { Lang, Move } from '../model.ts';
import type { Kind } from './model.ts';

export interface StoredMove {
  move: Move;
  probability: number;
  span: readonly [start: number, end: number];
}

type ThreadRow = { id: string; source: string; hook: string | null; key: string; title: string };
type PostRow = {
  id: string;
  thread: string;
  key: string;
  parent: string | null;
  writer: Uint8Array | null;
  number: Generated<string>;
  at: Date | null;
  arrived: Date;
  lang: Lang;
  text: string;
  /** As JSON going in. */
  moves: ColumnType<readonly StoredMove[], string, never>;
  derails: number;
  state: 'seen' | 'waiting' | 'decided';
  version: Generated<number>;
};
type DecisionRow = {
  id: string;
  post: string;
  kind: Kind;
  reason: string;
  note: string;
  reply: string;
  by: string;
  by_name: string;
  made: Date;
  minutes: number;
  appeal: string | null;
  appealed: Date | null;
  outcome: 'stands' | 'lifted' | null;
  outcome_words: Generated<string>;
  outcome_by: string | null;
  outcome_at: Date | null;
};
type Tables = { talk_thread: ThreadRow; talk_post: PostRow; talk_decision: DecisionRow };

export type StoredThread = Selectable<ThreadRow>;
export type StoredPost = Selectable<PostRow>;
export type StoredDecision = Selectable<DecisionRow>;
export type NewPost = Omit<Insertable<PostRow>, 'thread'>;
export type NewDecision = Insertable<DecisionRow>;

/** `db`: also an open transaction. */
export function deskStore(db: Kysely<unknown>) {
  const tables = db.withTables<Tables>();
  const decisions = () =>
    tables
      .selectFrom('talk_decision')
      .innerJoin('talk_post', 'talk_post.id', 'talk_decision.post')
      .innerJoin('talk_thread', 'talk_thread.id', 'talk_post.thread');
  return {
    /** The conversation of this name, made where it is not there; whoever adds to it waits for the one before. */
    async thread(thread: ThreadRow): Promise<StoredThread> {
      return tables
        .insertInto('talk_thread')
        .values(thread)
        .onConflict((conflict) =>
          conflict.columns(['source', 'hook', 'key']).doUpdateSet({ source: thread.source }),
        )
        .returningAll()
        .executeTakeFirstOrThrow();
    },
    threadById: (id: string) =>
      tables.selectFrom('talk_thread').selectAll().where('id', '=', id).executeTakeFirst(),
    async keysOf(thread: string): Promise<Set<string>> {
      const rows = await tables.selectFrom('talk_post').select('key').where('thread', '=', thread).execute();
      return new Set(rows.map(({ key }) => key));
    },
    async add(thread: string, posts: readonly NewPost[]): Promise<void> {
      for (let from = 0; from < posts.length; from += 500) {
        const rows = posts.slice(from, from + 500).map((post) => ({ ...post, thread }));
        await tables.insertInto('talk_post').values(rows).execute();
      }
    },

    /** Posts of every conversation in which one waits, in their order; no word of them. */
    inOpenThreads: () =>
      tables
        .selectFrom('talk_post')
        .select(['id', 'thread', 'key', 'parent', 'derails', 'state', 'number'])
        .where('thread', 'in', (eb) =>
          eb.selectFrom('talk_post').select('thread').where('state', '=', 'waiting'),
        )
        .orderBy('thread')
        .orderBy(sql`at asc nulls last`)
        .orderBy('number')
        .execute(),
    post: (id: string) => tables.selectFrom('talk_post').selectAll().where('id', '=', id).executeTakeFirst(),
    /** Whoever else would decide about it waits for the caller's transaction. */
    lock: (id: string) =>
      tables.selectFrom('talk_post').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),
    postsOf: (thread: string) =>
      tables
        .selectFrom('talk_post')
        .selectAll()
        .where('thread', '=', thread)
        .orderBy(sql`at asc nulls last`)
        .orderBy('number')
        .execute(),
    async setState(id: string, state: StoredPost['state'], version: number): Promise<void> {
      await tables.updateTable('talk_post').set({ state, version }).where('id', '=', id).execute();
    },

    async decide(decision: NewDecision): Promise<void> {
      await tables.insertInto('talk_decision').values(decision).execute();
    },
    decisionOn: (post: string) =>
      tables.selectFrom('talk_decision').selectAll().where('post', '=', post).executeTakeFirst(),
    async undo(id: string): Promise<void> {
      await tables.deleteFrom('talk_decision').where('id', '=', id).execute();
    },
    /** With the conversation's name, and where it came from. */
    decision: (id: string) =>
      decisions()
        .selectAll('talk_decision')
        .select(['talk_thread.title', 'talk_thread.source', 'talk_thread.hook'])
        .where('talk_decision.id', '=', id)
        .executeTakeFirst(),
    lockDecision: (id: string) =>
      tables.selectFrom('talk_decision').selectAll().where('id', '=', id).forUpdate().executeTakeFirst(),
    async appeal(id: string, words: string, now: Date): Promise<void> {
      await tables
        .updateTable('talk_decision')
        .set({ appeal: words, appealed: now })
        .where('id', '=', id)
        .execute();
    },
    async outcome(
      id: string,
      given: { outcome: 'stands' | 'lifted'; words: string; by: string; at: Date },
    ): Promise<void> {
      const { outcome, words, by, at } = given;
      await tables
        .updateTable('talk_decision')
        .set({ outcome, outcome_words: words, outcome_by: by, outcome_at: at })
        .where('id', '=', id)
        .execute();
    },
    /** Those no second moderator has answered, oldest first. */
    appeals: () =>
      decisions()
        .selectAll('talk_decision')
        .select(['talk_thread.title', 'talk_thread.source'])
        .where('talk_decision.appeal', 'is not', null)
        .where('talk_decision.outcome', 'is', null)
        .orderBy('talk_decision.appealed')
        .execute(),
    /** All that can be learnt from, oldest first. */
    decided: () =>
      decisions()
        .select(['talk_post.text', 'talk_post.lang'])
        .select(['talk_decision.kind', 'talk_decision.reason', 'talk_decision.outcome'])
        .orderBy('talk_decision.made')
        .execute(),
  };
}

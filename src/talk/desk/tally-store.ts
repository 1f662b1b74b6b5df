/** The only SQL for what is left of decisions, and for deleting: posts whose days are over, and what was delivered. */
import { type Kysely, sql } from 'kysely';
import type { Kind } from './model.ts';

type Tables = {
  talk_tally: { month: string; kind: Kind; minutes: number };
  talk_decision: {
    post: string;
    kind: Kind;
    minutes: number;
    made: Date;
    appeal: string | null;
    outcome: 'stands' | 'lifted' | null;
    outcome_at: Date | null;
  };
  talk_post: { id: string; thread: string; state: 'seen' | 'waiting' | 'decided'; arrived: Date };
  talk_thread: { id: string };
  talk_delivery: { hash: Uint8Array; ends: Date };
};

/** `db`: also an open transaction. */
export function tallyStore(db: Kysely<unknown>) {
  const tables = db.withTables<Tables>();
  return {
    async waiting(): Promise<number> {
      const { n } = await tables
        .selectFrom('talk_post')
        .select((eb) => eb.fn.countAll<string>().as('n'))
        .where('state', '=', 'waiting')
        .executeTakeFirstOrThrow();
      return Number(n);
    },
    /** Since a month, 'YYYY-MM': of decisions still here, and of those whose posts are gone. */
    async decided(since: string): Promise<{ kind: Kind; minutes: number }[]> {
      const gone = await tables
        .selectFrom('talk_tally')
        .select(['kind', 'minutes'])
        .where('month', '>=', since)
        .execute();
      const here = await tables.selectFrom('talk_decision').select(['kind', 'minutes']).execute();
      return [...gone, ...here];
    },
    /** Those still here: after a post is deleted nothing says that somebody objected. */
    async appeals(): Promise<{ all: number; lifted: number }> {
      const rows = await tables
        .selectFrom('talk_decision')
        .select('outcome')
        .where('appeal', 'is not', null)
        .execute();
      return { all: rows.length, lifted: rows.filter(({ outcome }) => outcome === 'lifted').length };
    },

    /**
     * Decided before `decided`, with no appeal open or answered since; seen or undecided before `undecided`; seen before
     * `decided` in a conversation in which nothing waits. How many posts.
     */
    async forget({ decided, undecided }: { decided: Date; undecided: Date }): Promise<number> {
      const over = await tables
        .selectFrom('talk_decision')
        .select(['post', 'kind', 'minutes', sql<string>`to_char(made, 'YYYY-MM')`.as('month')])
        .where('made', '<', decided)
        .where((eb) => eb.or([eb('appeal', 'is', null), eb('outcome_at', '<', decided)]))
        // The rest at the next look.
        .limit(5_000)
        .execute();
      if (over.length > 0) {
        const tally = over.map(({ month, kind, minutes }) => ({ month, kind, minutes }));
        await tables.insertInto('talk_tally').values(tally).execute();
        await tables
          .deleteFrom('talk_post')
          .where(
            'id',
            'in',
            over.map(({ post }) => post),
          )
          .execute();
      }
      const { numDeletedRows } = await tables
        .deleteFrom('talk_post')
        .where((eb) =>
          eb.or([
            eb.and([eb('state', '<>', 'decided'), eb('arrived', '<', undecided)]),
            eb.and([
              eb('state', '=', 'seen'),
              eb('arrived', '<', decided),
              eb(
                'thread',
                'not in',
                eb
                  .selectFrom('talk_post as other')
                  .select('other.thread')
                  .where('other.state', '=', 'waiting'),
              ),
            ]),
          ]),
        )
        .executeTakeFirstOrThrow();
      await tables
        .deleteFrom('talk_thread')
        .where('id', 'not in', (eb) => eb.selectFrom('talk_post').select('thread'))
        .execute();
      return over.length + Number(numDeletedRows);
    },
    async forgetDeliveries(now: Date): Promise<void> {
      await tables.deleteFrom('talk_delivery').where('ends', '<=', now).execute();
    },
    async forgetTally(before: string): Promise<number> {
      const { numDeletedRows } = await tables
        .deleteFrom('talk_tally')
        .where('month', '<', before)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

/** What was counted about pauses and replies, whatever the week. */
import type { Kysely } from '../src/platform/db/index.ts';
import type { CountTables } from '../src/talk/count/store.ts';

export async function talkCounts(db: Kysely<unknown>): Promise<Record<string, number>> {
  const rows = await db
    .withTables<CountTables>()
    .selectFrom('talk_count')
    .select(['what', 'count'])
    .execute();
  return Object.fromEntries(rows.map(({ what, count }) => [what, count]));
}

/** The only SQL for `ask_link`. */
import { type Kysely, sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import type { AskTables } from '../ask/tables.ts';

export type LinkRow = AskTables['ask_link'];

/** `db`: also an open transaction. */
export function linkStore(db: Kysely<unknown>) {
  const tables = db.withTables<AskTables>();
  return {
    async add(link: Omit<LinkRow, 'revoked'>): Promise<void> {
      await tables
        .insertInto('ask_link')
        .values({ ...link, revoked: null })
        .execute();
    },
    /** Neither revoked nor passed on from one that is; while a question of theirs is open no day ends it. */
    async open(hash: Uint8Array, today: Day): Promise<LinkRow | null> {
      const row = await tables
        .selectFrom('ask_link')
        .innerJoin('ask', 'ask.id', 'ask_link.ask')
        .leftJoin('ask_link as from', 'from.hash', 'ask_link.parent')
        .selectAll('ask_link')
        .where('ask_link.hash', '=', hash)
        .where('ask_link.revoked', 'is', null)
        .where('from.revoked', 'is', null)
        .where((eb) => eb.or([eb('ask_link.until', '>=', today), eb('ask.state', '=', 'question')]))
        .executeTakeFirst();
      return row ?? null;
    },
    /** Also one that is over; not one that was revoked. */
    async ever(hash: Uint8Array): Promise<{ ask: string } | null> {
      const row = await tables
        .selectFrom('ask_link')
        .leftJoin('ask_link as from', 'from.hash', 'ask_link.parent')
        .select('ask_link.ask')
        .where('ask_link.hash', '=', hash)
        .where('ask_link.revoked', 'is', null)
        .where('from.revoked', 'is', null)
        .executeTakeFirst();
      return row ?? null;
    },
    async lock(hash: Uint8Array): Promise<void> {
      await tables.selectFrom('ask_link').select('hash').where('hash', '=', hash).forUpdate().execute();
    },
    passedOn: (parent: Uint8Array): Promise<LinkRow[]> =>
      tables
        .selectFrom('ask_link')
        .selectAll()
        .where('parent', '=', parent)
        .orderBy('made')
        .orderBy('label')
        .execute(),
    async revoke(link: { hash: Uint8Array; parent: Uint8Array; today: Day }): Promise<void> {
      await tables
        .updateTable('ask_link')
        .set({ revoked: link.today })
        .where('hash', '=', link.hash)
        .where('parent', '=', link.parent)
        .where('revoked', 'is', null)
        .execute();
    },
    /** All that were passed on: a copy cannot know which were taken back since. */
    async revokePassedOn(today: Day): Promise<void> {
      await tables
        .updateTable('ask_link')
        .set({ revoked: today })
        .where('parent', 'is not', null)
        .where('revoked', 'is', null)
        .execute();
    },
    /** How many the registered mailbox got on a day. */
    async newOn(ask: string, day: Day): Promise<number> {
      const row = await tables
        .selectFrom('ask_link')
        .select((eb) => eb.fn.countAll<string>().as('n'))
        .where('ask', '=', ask)
        .where('parent', 'is', null)
        .where('made', '=', day)
        .executeTakeFirstOrThrow();
      return Number(row.n);
    },
    /** The day of the answer has moved: what opens until then goes with it. Never back. */
    async lengthen(ask: string, until: Day): Promise<void> {
      await tables
        .updateTable('ask_link')
        .set({ until: sql<string>`greatest(until, ${until})` })
        .where('ask', '=', ask)
        .where('revoked', 'is', null)
        .execute();
    },
  };
}

/** The only SQL for `answer_upload`: files of an answer that is still being written. */
import { type Kysely, sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import type { FileKind } from '../ask/model.ts';

type Tables = {
  answer_upload: { id: string; link: Uint8Array; kind: FileKind; body: Uint8Array; made: string };
};

export interface Upload {
  id: string;
  kind: FileKind;
  bytes: number;
}

/** Several people may write through one link. */
const mostWaiting = 12;

/** `db`: also an open transaction. */
export function uploadStore(db: Kysely<unknown>) {
  const tables = db.withTables<Tables>();
  return {
    async add(upload: Tables['answer_upload']): Promise<void> {
      await tables.insertInto('answer_upload').values(upload).execute();
    },
    /** In the order asked for; those that are of another link or gone are left out. */
    async of(link: Uint8Array, ids: readonly string[]): Promise<Upload[]> {
      if (ids.length === 0) return [];
      const rows = await tables
        .selectFrom('answer_upload')
        .select(['id', 'kind', sql<number>`octet_length(body)`.as('bytes')])
        .where('link', '=', link)
        .where('id', 'in', [...ids])
        .execute();
      return ids.flatMap((id) => rows.filter((row) => row.id === id));
    },
    /** What is left over since before a day; how many. */
    async forget(before: Day): Promise<number> {
      const { numDeletedRows } = await tables
        .deleteFrom('answer_upload')
        .where('made', '<', before)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
    /** What is left over since before a day goes; and of a link with very many, all but those of the form that was sent. */
    async tidy(before: Day, { link, keep }: { link: Uint8Array; keep: readonly string[] }): Promise<void> {
      await tables.deleteFrom('answer_upload').where('made', '<', before).execute();
      const { n } = await tables
        .selectFrom('answer_upload')
        .select((eb) => eb.fn.countAll<string>().as('n'))
        .where('link', '=', link)
        .executeTakeFirstOrThrow();
      if (Number(n) <= mostWaiting) return;
      await tables
        .deleteFrom('answer_upload')
        .where('link', '=', link)
        .where('id', 'not in', ['', ...keep])
        .execute();
    },
    /** They are files of an answer from now on, numbered in this order. */
    async hand(ids: readonly string[], to: { link: Uint8Array; ask: string; answer: number }): Promise<void> {
      for (const [at, id] of ids.entries())
        await sql`
          with taken as (delete from answer_upload where id = ${id} and link = ${to.link} returning kind, body)
          insert into answer_file (ask, answer, number, kind, body)
            select ${to.ask}, ${to.answer}, ${at + 1}::integer, kind, body from taken`.execute(db);
    },
  };
}

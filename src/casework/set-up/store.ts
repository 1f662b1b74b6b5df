/** The only SQL for `set_up_said`: it grows and never changes. */
import { type Kysely, sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import type { Saying, Sayings } from './model.ts';

type Row = { number: string; what: string; said: unknown; by: string | null; by_name: string; day: string };

const sayingFrom = ({ number, said, by, by_name, day }: Row): Saying => ({
  number: Number(number),
  said,
  by,
  byName: by_name,
  day,
});

export interface NewSaying {
  what: string;
  said: unknown;
  /** A person's id; null for the terminal. */
  by: string | null;
  byName: string;
  day: Day;
}

/** `db`: also an open transaction. */
export function setUpStore(db: Kysely<unknown>) {
  return {
    async say({ what, said, by, byName, day }: NewSaying): Promise<void> {
      await sql`insert into set_up_said (what, said, by, by_name, day)
        values (${what}, ${JSON.stringify(said)}::jsonb, ${by}, ${byName}, ${day})`.execute(db);
    },
    async last(): Promise<Sayings> {
      const { rows } = await sql<Row>`
        select distinct on (what) * from set_up_said order by what, number desc`.execute(db);
      return new Map(rows.map((row) => [row.what, sayingFrom(row)]));
    },
    /** All that was ever said about it, the last first. */
    async all(what: string): Promise<Saying[]> {
      const { rows } = await sql<Row>`
        select * from set_up_said where what = ${what} order by number desc`.execute(db);
      return rows.map(sayingFrom);
    },
  };
}

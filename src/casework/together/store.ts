/** The only SQL for `opening`: who asks whom to open a report together. A share stands here until it is taken, once. */
import { type Kysely, sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';

/** Not in any copy: a share of a key belongs to two people and to this day. */
export const neverCopied = ['opening'] as const;

type Tables = { opening: OpeningRow };
type OpeningRow = {
  report: string;
  reader: string;
  asker: string;
  day: string;
  said_no: string[];
  passed_by: string | null;
  passed: boolean;
  share: Uint8Array | null;
};

export interface Opening {
  report: string;
  /** The asker's key, and the person. */
  reader: string;
  asker: string;
  day: Day;
  /** Ids of people. */
  saidNo: readonly string[];
  passed: boolean;
  passedBy: string | null;
  /** Null too where it was taken. */
  share: Uint8Array | null;
}

interface Of {
  report: string;
  reader: string;
}

/** `db`: also an open transaction. */
export function openingStore(db: Kysely<unknown>) {
  const tables = db.withTables<Tables>();
  const one = ({ report, reader }: Of) =>
    tables.selectFrom('opening').selectAll().where('report', '=', report).where('reader', '=', reader);
  const change = ({ report, reader }: Of) =>
    tables.updateTable('opening').where('report', '=', report).where('reader', '=', reader);
  return {
    /** False, and it stays as it is, where a colleague has said yes and it was not taken yet. */
    async ask(of: Of & { asker: string; day: Day }): Promise<boolean> {
      const anew = { said_no: [], passed_by: null, passed: false, share: null };
      const row = await tables
        .insertInto('opening')
        .values({ ...of, ...anew })
        .onConflict((conflict) =>
          conflict
            .columns(['report', 'reader'])
            .doUpdateSet({ asker: of.asker, day: of.day, ...anew })
            .where('opening.share', 'is', null),
        )
        .returning('report')
        .executeTakeFirst();
      return row !== undefined;
    },
    async of(of: Of): Promise<Opening | null> {
      const row = await one(of).executeTakeFirst();
      return row ? openingFrom(row) : null;
    },
    /** Makes others who want this one wait. */
    async lock(of: Of): Promise<Opening | null> {
      const row = await one(of).forUpdate().executeTakeFirst();
      return row ? openingFrom(row) : null;
    },
    /** Nobody has passed a share yet; the oldest first. */
    async waiting(): Promise<Opening[]> {
      const rows = await tables
        .selectFrom('opening')
        .selectAll()
        .where('passed', '=', false)
        .orderBy('day')
        .orderBy('report')
        .execute();
      return rows.map(openingFrom);
    },
    async pass(of: Of, { by, share }: { by: string; share: Uint8Array }): Promise<void> {
      await change(of).set({ passed: true, passed_by: by, share }).execute();
    },
    async sayNo(of: Of, person: string): Promise<void> {
      await change(of)
        .set({ said_no: sql<string[]>`array_append(said_no, ${person})` })
        .execute();
    },
    async taken(of: Of): Promise<void> {
      await change(of).set({ share: null }).execute();
    },
    /** Sealed anew, every share of it is worth nothing. */
    async dropOf(report: string): Promise<void> {
      await tables.deleteFrom('opening').where('report', '=', report).execute();
    },
    /** What this person asked for, and what they passed and nobody has taken yet. */
    async dropBy(person: string): Promise<void> {
      await tables
        .deleteFrom('opening')
        .where((eb) =>
          eb.or([
            eb('asker', '=', person),
            eb.and([eb('passed_by', '=', person), eb('share', 'is not', null)]),
          ]),
        )
        .execute();
    },
    /** Asked before this day; how many went. */
    async forget(day: Day): Promise<number> {
      const { numDeletedRows } = await tables.deleteFrom('opening').where('day', '<', day).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

const openingFrom = ({
  report,
  reader,
  asker,
  day,
  said_no,
  passed,
  passed_by,
  share,
}: OpeningRow): Opening => ({
  report,
  reader,
  asker,
  day,
  saidNo: said_no,
  passed,
  passedBy: passed_by,
  share,
});

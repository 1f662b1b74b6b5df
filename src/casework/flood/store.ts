/** The only SQL for `arrival`: where reports came from on which day, and which of them wait in the held queue. */
import { type Kysely, sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import type { AsideReason, HeldState, Why } from './wire.ts';

export interface Arrival {
  report: string;
  /** A place, a cell, or ''. */
  at: string;
  day: Day;
  state: HeldState | 'let_in' | 'above';
  why: Why | null;
}
export interface HeldArrival extends Arrival {
  state: HeldState;
  why: Why;
  reason: AsideReason | null;
  proposedBy: string | null;
  secondBy: string | null;
  decided: Day | null;
  cameBack: boolean;
}
type Row = {
  report: string;
  at: string;
  day: Day;
  state: Arrival['state'];
  why: Why | null;
  reason: AsideReason | null;
  proposed_by: string | null;
  second_by: string | null;
  decided: Day | null;
  came_back: boolean;
};
export interface Decided {
  state: HeldState | 'let_in';
  reason: AsideReason | null;
  proposedBy: string | null;
  secondBy: string | null;
  decided: Day | null;
}

const anyOf = (values: readonly string[]) => sql<string>`any(${values})`;
/** Any number that no other lock of the house has. */
const FILING = 7_283_028;

/** `db`: also an open transaction. */
export function arrivals(db: Kysely<unknown>) {
  const tables = db.withTables<{ arrival: Row }>();
  const held = () => tables.selectFrom('arrival').selectAll().where('why', 'is not', null);
  return {
    /** One filing at a time, until the transaction ends: each counts what came before it. */
    async alone(): Promise<void> {
      await sql`select pg_advisory_xact_lock(${FILING})`.execute(db);
    },
    async byIds(reports: readonly string[]): Promise<Map<string, Arrival['state']>> {
      const rows = await tables
        .selectFrom('arrival')
        .select(['report', 'state'])
        .where('report', '=', anyOf(reports))
        .execute();
      return new Map(rows.map(({ report, state }) => [report, state]));
    },
    async add(all: readonly Arrival[]): Promise<void> {
      if (all.length === 0) return;
      const rows = JSON.stringify(all);
      await sql`insert into arrival (report, at, day, state, why)
        select report, at, day, state, why from json_to_recordset(${rows})
          as came (report text, at text, day date, state text, why text)
        on conflict do nothing`.execute(db);
    },
    /** Let in from these places, by day; days with none are not in it. `to`: with it. */
    async usual(
      at: readonly string[],
      from: Day,
      to: Day,
    ): Promise<{ at: string; day: Day; came: number }[]> {
      const rows = await tables
        .selectFrom('arrival')
        .select((eb) => ['at', 'day', eb.fn.countAll<string>().as('came')])
        .where('state', '=', 'let_in')
        .where('at', '=', anyOf(at))
        .where('day', '>=', from)
        .where('day', '<=', to)
        .groupBy(['at', 'day'])
        .execute();
      return rows.map(({ came, ...one }) => ({ ...one, came: Number(came) }));
    },
    /** Let in from everywhere. */
    async usualOfAll(from: Day, to: Day): Promise<{ day: Day; came: number }[]> {
      const rows = await tables
        .selectFrom('arrival')
        .select((eb) => ['day', eb.fn.countAll<string>().as('came')])
        .where('state', '=', 'let_in')
        .where('day', '>=', from)
        .where('day', '<=', to)
        .groupBy('day')
        .execute();
      return rows.map(({ day, came }) => ({ day, came: Number(came) }));
    },
    /** Of these days, with both: how many came and how many of them wait or waited at last. */
    async share(from: Day, to: Day): Promise<{ held: number; came: number }> {
      const row = await tables
        .selectFrom('arrival')
        .select((eb) => [eb.fn.countAll<string>().as('came'), eb.fn.count<string>('why').as('held')])
        .where('day', '>=', from)
        .where('day', '<=', to)
        .executeTakeFirstOrThrow();
      return { held: Number(row.held), came: Number(row.came) };
    },
    async held(): Promise<HeldArrival[]> {
      return (await held().orderBy('report').execute()).map(heldFrom);
    },
    /** Nobody decided about them. */
    async undecided(): Promise<HeldArrival[]> {
      const rows = await held().where('state', 'in', ['held', 'proposed']).orderBy('report').execute();
      return rows.map(heldFrom);
    },
    /** Those of them that are still held; nobody else decides about them until the transaction ends. */
    async lock(reports: readonly string[]): Promise<HeldArrival[]> {
      const rows = await held().where('report', '=', anyOf(reports)).orderBy('report').forUpdate().execute();
      return rows.map(heldFrom);
    },
    async decide(reports: readonly string[], { state, reason, ...by }: Decided): Promise<void> {
      await tables
        .updateTable('arrival')
        .set({
          ...{ state, reason, proposed_by: by.proposedBy, second_by: by.secondBy, decided: by.decided },
          ...(state === 'let_in' ? { why: null } : {}),
        })
        .where('report', '=', anyOf(reports))
        .execute();
    },
    async cameBack(reports: readonly string[]): Promise<void> {
      await tables
        .updateTable('arrival')
        .set({ came_back: true })
        .where('report', '=', anyOf(reports))
        .where('why', 'is not', null)
        .execute();
    },
    /** Set aside on this day or before. */
    async asideUntil(day: Day): Promise<string[]> {
      const rows = await tables
        .selectFrom('arrival')
        .select('report')
        .where('state', '=', 'aside')
        .where('decided', '<=', day)
        .orderBy('report')
        .execute();
      return rows.map(({ report }) => report);
    },
    /** Since this day or longer, and still. */
    async isAsideSince(report: string, day: Day): Promise<boolean> {
      const row = await tables
        .selectFrom('arrival')
        .select('report')
        .where('report', '=', report)
        .where('state', '=', 'aside')
        .where('decided', '<=', day)
        .executeTakeFirst();
      return row !== undefined;
    },
    async remove(report: string): Promise<void> {
      await tables.deleteFrom('arrival').where('report', '=', report).execute();
    },
    /** Of the inbox and older than this day; how many. */
    async forget(before: Day): Promise<number> {
      const { numDeletedRows } = await tables
        .deleteFrom('arrival')
        .where('why', 'is', null)
        .where('day', '<', before)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}

function heldFrom(row: Row): HeldArrival {
  return {
    report: row.report,
    at: row.at,
    day: row.day,
    state: row.state as HeldState,
    why: row.why as Why,
    reason: row.reason,
    proposedBy: row.proposed_by,
    secondBy: row.second_by,
    decided: row.decided,
    cameBack: row.came_back,
  };
}

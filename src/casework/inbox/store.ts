/** The only SQL for `inbox`, `capacity` and `wait_sample`. Nothing here is about what a report says. */
import type { Kysely } from '../../platform/db/index.ts';
import type { Case, WaitCount } from '../model.ts';
import type { CloseReason, InboxState, Mark } from '../wire.ts';

type InboxTables = {
  inbox: InboxRow;
  capacity: { state: SwitchState; until: string | null };
  wait_sample: { week: string; days: number; times: number };
};
export type SwitchState = 'open' | 'slow' | 'urgent' | 'closed';
type InboxRow = {
  report: string;
  state: InboxState;
  claimed_by: string | null;
  due: string;
  soon: boolean;
  waiting: boolean;
  urgent_due: Date | null;
  crowded: boolean;
  opened: boolean;
  marks: Mark[];
  hold_until: string | null;
  close_reason: CloseReason | null;
  closed_on: string | null;
};

/** A case with the report it is of. `urgentDue`: to the minute, until it is first opened. */
export interface Filed extends Case {
  report: string;
  urgentDue: Date | null;
  /** Urgent, from where many came at once: it stands after other urgent ones. */
  crowded: boolean;
}

export interface NewCase extends Filed {
  soon: boolean;
}

/** `db`: also an open transaction. */
export function inboxStore(db: Kysely<unknown>) {
  const tables = db.withTables<InboxTables>();
  const all = () => tables.selectFrom('inbox').selectAll();
  return {
    /** Filing twice files once. */
    async file(filed: readonly NewCase[]): Promise<void> {
      if (filed.length === 0) return;
      await tables
        .insertInto('inbox')
        .values(
          filed.map(({ report, soon, urgentDue, crowded, ...first }) => {
            return { report, soon, crowded, urgent_due: urgentDue, closed_on: null, ...rowFrom(first) };
          }),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    async byId(report: string): Promise<Filed | null> {
      const row = await all().where('report', '=', report).executeTakeFirst();
      return row ? filedFrom(row) : null;
    },
    /** Those that are filed, in no order. */
    async byIds(reports: readonly string[]): Promise<Filed[]> {
      if (reports.length === 0) return [];
      const rows = await all()
        .where('report', 'in', [...reports])
        .execute();
      return rows.map(filedFrom);
    },
    /** Makes others who want this report wait. */
    async lock(report: string): Promise<Filed | null> {
      const row = await all().where('report', '=', report).forUpdate().executeTakeFirst();
      return row ? filedFrom(row) : null;
    },
    /** `closedOn`: today when it is closed by this, else null. Once opened, the minute is gone. */
    async save(report: string, now: Case, closedOn: string | null): Promise<void> {
      await tables
        .updateTable('inbox')
        .set({ ...rowFrom(now), closed_on: closedOn, ...(now.opened ? { urgent_due: null } : {}) })
        .where('report', '=', report)
        .execute();
    },
    /** `soon` first, those from where many came at once after the others; then the oldest promise. */
    async open(from: number, most: number): Promise<Filed[]> {
      const rows = await all()
        .where('state', '<>', 'closed')
        .orderBy('soon', 'desc')
        .orderBy('crowded')
        .orderBy('urgent_due')
        .orderBy('due')
        .orderBy('report')
        .offset(from)
        .limit(most)
        .execute();
      return rows.map(filedFrom);
    },
    /** The last closed first. */
    async closed(most: number): Promise<Filed[]> {
      const rows = await all()
        .where('state', '=', 'closed')
        .orderBy('closed_on', 'desc')
        .orderBy('report')
        .limit(most)
        .execute();
      return rows.map(filedFrom);
    },
    /** Closed on this day or before, the longest first; those after `after` in that order. */
    async closedUntil(
      day: string,
      { after, most }: { after: { closedOn: string; report: string } | null; most: number },
    ): Promise<{ closedOn: string; report: string }[]> {
      const rows = await tables
        .selectFrom('inbox')
        .select(['closed_on as closedOn', 'report'])
        .where('state', '=', 'closed')
        .where('closed_on', '<=', day)
        .$if(after !== null, (rest) =>
          rest.where((eb) =>
            eb(eb.refTuple('closed_on', 'report'), '>', eb.tuple(after?.closedOn ?? '', after?.report ?? '')),
          ),
        )
        .orderBy('closed_on')
        .orderBy('report')
        .limit(most)
        .execute();
      return rows.map(({ closedOn, report }) => ({ closedOn: closedOn ?? day, report }));
    },
    /** Ids of up to `most` closed on this day or before, by id, those after `after`. */
    async closedPage(day: string, { after, most }: { after: string; most: number }): Promise<string[]> {
      const rows = await tables
        .selectFrom('inbox')
        .select('report')
        .where('state', '=', 'closed')
        .where('closed_on', '<=', day)
        .where('report', '>', after)
        .orderBy('report')
        .limit(most)
        .execute();
      return rows.map(({ report }) => report);
    },
    /** Of these, those closed on this day or before, and still. */
    async closedSince(reports: readonly string[], day: string): Promise<string[]> {
      if (reports.length === 0) return [];
      const rows = await tables
        .selectFrom('inbox')
        .select('report')
        .where('report', 'in', [...reports])
        .where('state', '=', 'closed')
        .where('closed_on', '<=', day)
        .execute();
      return rows.map(({ report }) => report);
    },
    /** Since this day or longer, and still. */
    async isClosedSince(report: string, day: string): Promise<boolean> {
      const row = await tables
        .selectFrom('inbox')
        .select('report')
        .where('report', '=', report)
        .where('state', '=', 'closed')
        .where('closed_on', '<=', day)
        .executeTakeFirst();
      return row !== undefined;
    },
    /** Nobody has anything to do about it any more. */
    async remove(report: string): Promise<void> {
      await tables.deleteFrom('inbox').where('report', '=', report).execute();
    },
    /** How many this person has claimed or holds. */
    async claimedBy(person: string): Promise<number> {
      const row = await tables
        .selectFrom('inbox')
        .select((eb) => eb.fn.countAll<string>().as('reports'))
        .where('claimed_by', '=', person)
        .where('state', '<>', 'closed')
        .executeTakeFirstOrThrow();
      return Number(row.reports);
    },
    /** Whatever this person had claimed or held waits for somebody again. */
    async releaseAll(person: string): Promise<void> {
      await tables
        .updateTable('inbox')
        .set({ state: 'new', claimed_by: null, hold_until: null })
        .where('claimed_by', '=', person)
        .where('state', '<>', 'closed')
        .execute();
    },

    capacity: () => tables.selectFrom('capacity').select(['state', 'until']).executeTakeFirstOrThrow(),
    async setCapacity(set: { state: SwitchState; until: string | null }): Promise<void> {
      await tables.updateTable('capacity').set(set).execute();
    },

    async addWait(week: string, days: number): Promise<void> {
      await tables
        .insertInto('wait_sample')
        .values({ week, days, times: 1 })
        .onConflict((conflict) =>
          conflict
            .columns(['week', 'days'])
            .doUpdateSet((eb) => ({ times: eb('wait_sample.times', '+', eb.val(1)) })),
        )
        .execute();
    },
    /** Of the weeks from `from` up to, not with, `until`. */
    waits: (from: string, until: string): Promise<WaitCount[]> =>
      tables
        .selectFrom('wait_sample')
        .select(['days', 'times'])
        .where('week', '>=', from)
        .where('week', '<', until)
        .execute(),
  };
}

function filedFrom(row: InboxRow): Filed {
  return {
    report: row.report,
    state: row.state,
    claimedBy: row.claimed_by,
    due: row.due,
    urgentDue: row.urgent_due,
    crowded: row.crowded,
    opened: row.opened,
    waiting: row.waiting,
    marks: row.marks,
    holdUntil: row.hold_until,
    closeReason: row.close_reason,
  };
}

function rowFrom(now: Case) {
  return {
    state: now.state,
    claimed_by: now.claimedBy,
    due: now.due,
    opened: now.opened,
    waiting: now.waiting,
    marks: [...now.marks],
    hold_until: now.holdUntil,
    close_reason: now.closeReason,
  };
}

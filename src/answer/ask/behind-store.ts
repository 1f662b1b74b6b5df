/** The only SQL for `ask_report`: which reports stand behind an ask. For casework and for her own page; no public page asks. */
import type { Kysely, Transaction } from 'kysely';
import type { AskTables } from './tables.ts';

export interface BehindReader {
  /** Ids of the reports of each ask, in order; an ask without any is not in it. */
  ofAsks(asks: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Ids of the asks each report stands behind; a report without any is not in it. */
  ofReports(reports: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;
}

export function behindReader(db: Kysely<unknown>): BehindReader {
  const rows = (by: 'ask' | 'report', ids: readonly string[]) =>
    db
      .withTables<AskTables>()
      .selectFrom('ask_report')
      .selectAll()
      .where(by, 'in', [...ids])
      .orderBy('ask')
      .orderBy('report')
      .execute();
  return {
    async ofAsks(asks) {
      if (asks.length === 0) return new Map();
      const found = Map.groupBy(await rows('ask', asks), ({ ask }) => ask);
      return new Map([...found].map(([ask, all]) => [ask, all.map(({ report }) => report)]));
    },
    async ofReports(reports) {
      if (reports.length === 0) return new Map();
      const found = Map.groupBy(await rows('report', reports), ({ report }) => report);
      return new Map([...found].map(([report, all]) => [report, all.map(({ ask }) => ask)]));
    },
  };
}

/** It stands behind no draft any more; whoever put one together hears of it as 'ask.lost'. What was sent stays sent. */
export async function outOfDrafts(tx: Transaction<unknown>, report: string): Promise<void> {
  await tx
    .withTables<AskTables>()
    .deleteFrom('ask_report')
    .where('report', '=', report)
    .where('ask', 'in', (eb) => eb.selectFrom('ask').select('id').where('state', '=', 'draft'))
    .execute();
}

/** From now on these and no others. With the ask locked and the reports held. */
export async function setBehind(
  tx: Transaction<unknown>,
  ask: string,
  reports: readonly string[],
): Promise<void> {
  const tables = tx.withTables<AskTables>();
  const others = tables.deleteFrom('ask_report').where('ask', '=', ask);
  if (reports.length === 0) {
    await others.execute();
    return;
  }
  await others.where('report', 'not in', [...reports]).execute();
  await tables
    .insertInto('ask_report')
    .values(reports.map((report) => ({ ask, report })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

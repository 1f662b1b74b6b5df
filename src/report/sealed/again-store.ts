/** Secrets sealed anew, many at once: a statement each, so that ten thousand are minutes. In the caller's transaction. */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { ReportTables } from '../tables.ts';

export interface SealedAnew {
  report: string;
  secret: Uint8Array;
  readers: readonly string[];
  /** Split among them: two must open it. */
  together: boolean;
}

export interface SecretsAgain {
  /** By report; those that are gone are not in it. */
  secrets(reports: readonly string[]): Promise<Map<string, Uint8Array>>;
  /** The secret and the list of its readers in the place of the old ones. The caller holds the reports. */
  reseal(anew: readonly SealedAnew[]): Promise<void>;
  /** The same event in the way of each. `once`: not where it stands already. */
  tell(
    reports: readonly string[],
    event: { what: string; day: string; who: string | null; once: boolean },
  ): Promise<void>;
}

export function secretsAgain(tx: Transaction<unknown> | Kysely<unknown>): SecretsAgain {
  const tables = tx.withTables<ReportTables>();
  return {
    async secrets(reports) {
      const rows = await tables
        .selectFrom('report_secret')
        .select(['report', 'body'])
        .where('report', '=', sql<string>`any(${reports})`)
        .execute();
      return new Map(rows.map(({ report, body }) => [report, body]));
    },
    async reseal(anew) {
      const rows = JSON.stringify(
        anew.map(({ report, secret, readers, together }) => {
          return { report, secret: Buffer.from(secret).toString('base64'), readers, together };
        }),
      );
      const given = sql`json_to_recordset(${rows}) as given (report text, secret text, readers text[], together boolean)`;
      await sql`update report_secret set body = decode(given.secret, 'base64')
        from ${given} where report_secret.report = given.report`.execute(tx);
      await sql`update report set readers = given.readers, together = given.together from ${given} where report.id = given.report`.execute(
        tx,
      );
    },
    async tell(reports, { what, day, who, once }) {
      await sql`insert into report_event (report, number, day, what, who)
        select told.report,
          (select coalesce(max(number), 0) + 1 from report_event as before where before.report = told.report),
          ${day}::date, ${what}, ${who}
        from unnest(${reports}::text[]) as told (report)
        where not (${once} and exists (select from report_event as before where before.report = told.report
          and before.what = ${what} and before.day = ${day}::date and before.who = ${who}))`.execute(tx);
    },
  };
}

/** What is done about a delivery report: the mail it is about is marked, and whoever waits for an answer hears of it. */
import type { Kysely } from '../db/index.ts';
import * as outbox from '../outbox/index.ts';
import { readReport } from './report.ts';
import { mailWriter } from './store.ts';

/**
 * `bounced`: it did not arrive; 'mail.bounced' about its ask was emitted. `again`: that is known already. `delayed` and
 * `passed_on` change nothing: that a mail system took it is no sign that somebody read it. `unknown`: a report about no
 * mail of ours. `no_report`: some other mail.
 */
export type Filed =
  | { what: 'bounced'; ask: string | null }
  | { what: 'again' | 'delayed' | 'passed_on' | 'unknown' | 'no_report' };

/** Safe to repeat. `mail`: as it arrived. */
export async function fileReport(db: Kysely<unknown>, mail: Uint8Array): Promise<Filed> {
  const report = await readReport(mail);
  if (report === null) return { what: 'no_report' };
  return db.transaction().execute(async (tx) => {
    const writer = mailWriter(tx);
    for (const id of report.ids) {
      if (!(await writer.isKnown(id))) continue;
      if (report.action === 'delayed') return { what: 'delayed' };
      if (report.action !== 'failed') return { what: 'passed_on' };
      const marked = await writer.bounced(id);
      if (marked === null) return { what: 'again' };
      const { ask } = marked;
      if (ask !== null) await outbox.put(tx, { event: 'mail.bounced', subject: ask });
      return { what: 'bounced', ask };
    }
    return { what: 'unknown' };
  });
}

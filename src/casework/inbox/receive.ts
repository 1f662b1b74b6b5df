/** Facts about a report, heard from the job queue. Each may be heard twice, and late: then the report may be gone. */
import { dayIn } from '../../platform/clock.ts';
import { type OpenReport, reportReader, reportWriter } from '../../report/index.ts';
import { heard, received, urgentHours } from '../model.ts';
import type { InboxNeeds } from './reading.ts';
import { inboxStore, type NewCase } from './store.ts';

const hour = 3_600_000;
type Needs = Pick<InboxNeeds, 'db' | 'clock' | 'installation'>;

/** 'report.received': these wait in the inbox from now on. */
export function fileReports({ db, installation }: Needs, reports: readonly string[]): Promise<void> {
  return db.transaction().execute(async (tx) => {
    // The lock holds off a withdrawal until the row stands, which then goes with the report.
    await reportWriter(tx).lockAll(reports);
    const there = await reportReader(tx).byIds(reports);
    await inboxStore(tx).file(there.map((open) => firstOf(open, installation.zone)));
  });
}

function firstOf({ id, soon, arrived, arrivedMinute }: OpenReport, zone: string): NewCase {
  const urgentDue = soon && arrivedMinute ? new Date(arrivedMinute.getTime() + urgentHours * hour) : null;
  const due = urgentDue === null ? {} : { due: dayIn(zone, urgentDue) };
  return { report: id, ...received(soon, arrived), ...due, soon, urgentDue };
}

/** 'report.added', 'report.chosen': she came back, so the next step is ours. */
export function fileAgain({ db, clock, installation }: Needs, reports: readonly string[]): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const store = inboxStore(tx);
    for (const report of await reportWriter(tx).lockAll(reports)) {
      const filed = await store.lock(report);
      if (filed === null) continue;
      await store.save(report, heard(filed, dayIn(installation.zone, clock.now())), null);
    }
  });
}

/** Facts about a report, heard from the job queue. Each may be heard twice, and late: then the report may be gone. */
import { dayIn } from '../../platform/clock.ts';
import { reportReader, reportWriter } from '../../report/index.ts';
import { heard, received, urgentHours } from '../model.ts';
import type { InboxNeeds } from './reading.ts';
import { inboxStore } from './store.ts';

const hour = 3_600_000;
type Needs = Pick<InboxNeeds, 'db' | 'clock' | 'installation'>;

/** 'report.received': a report waits in the inbox from now on. */
export function fileReport({ db, installation }: Needs, report: string): Promise<void> {
  return db.transaction().execute(async (tx) => {
    // The lock holds off a withdrawal until the row stands, which then goes with the report.
    if (!(await reportWriter(tx).lock(report))) return;
    const open = await reportReader(tx).byId(report);
    if (open === null) return;
    const { soon, arrived, arrivedMinute } = open;
    const urgentDue = soon && arrivedMinute ? new Date(arrivedMinute.getTime() + urgentHours * hour) : null;
    const due = urgentDue === null ? {} : { due: dayIn(installation.zone, urgentDue) };
    await inboxStore(tx).file(report, { first: { ...received(soon, arrived), ...due }, soon, urgentDue });
  });
}

/** 'report.added', 'report.chosen': she came back, so the next step is ours. */
export function fileAgain({ db, clock, installation }: Needs, report: string): Promise<void> {
  return db.transaction().execute(async (tx) => {
    if (!(await reportWriter(tx).lock(report))) return;
    const store = inboxStore(tx);
    const filed = await store.lock(report);
    if (filed === null) return;
    await store.save(report, heard(filed, dayIn(installation.zone, clock.now())), null);
  });
}

/** Facts about a report, heard from the job queue. Each may be heard twice, and late: then the report may be gone. */
import { dayIn } from '../../platform/clock.ts';
import { type OpenReport, reportReader, reportWriter } from '../../report/index.ts';
import { sortOut } from '../flood/sort.ts';
import { arrivals } from '../flood/store.ts';
import { heard, received, urgentHours } from '../model.ts';
import type { InboxNeeds } from './reading.ts';
import { inboxStore, type NewCase } from './store.ts';

const hour = 3_600_000;
export type ReceiveNeeds = Pick<InboxNeeds, 'db' | 'clock' | 'installation'>;

/** 'report.received': these wait in the inbox from now on, or in the held queue where too many came at once. */
export function fileReports({ db, installation }: ReceiveNeeds, reports: readonly string[]): Promise<void> {
  return db.transaction().execute(async (tx) => {
    // The lock holds off a withdrawal until the row stands, which then goes with the report.
    await reportWriter(tx).lockAll(reports);
    const there = await reportReader(tx).byIds(reports);
    const sorted = await sortOut(tx, there);
    const isIn = ({ id }: OpenReport) => ['let_in', 'above'].includes(sorted.get(id) ?? '');
    await inboxStore(tx).file(
      there.filter(isIn).map((open) => firstOf(open, installation.zone, sorted.get(open.id) === 'above')),
    );
  });
}

/** A report as it first stands in the inbox. `crowded`: above the limit of its place, and urgent. */
export function firstOf(
  { id, soon, arrived, arrivedMinute }: OpenReport,
  zone: string,
  crowded: boolean,
): NewCase {
  const urgentDue = soon && arrivedMinute ? new Date(arrivedMinute.getTime() + urgentHours * hour) : null;
  const due = urgentDue === null ? {} : { due: dayIn(zone, urgentDue) };
  return { report: id, ...received(soon, arrived), ...due, soon, urgentDue, crowded };
}

/**
 * 'report.added', 'report.chosen': she came back, so the next step is ours; of held ones the desk says how many did. What was
 * closed away stays closed: it is marked when she added something, and its year begins anew, so that nobody misses it.
 */
export function fileAgain(
  { db, clock, installation }: ReceiveNeeds,
  reports: readonly string[],
  did: 'added' | 'chosen',
): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const store = inboxStore(tx);
    const there = await reportWriter(tx).lockAll(reports);
    await arrivals(tx).cameBack(there);
    const today = dayIn(installation.zone, clock.now());
    const away = new Set(
      (await reportReader(tx).byIds(there)).filter(({ archived }) => archived !== null).map(({ id }) => id),
    );
    for (const report of there) {
      const filed = await store.lock(report);
      if (filed === null) continue;
      if (!away.has(report)) await store.save(report, heard(filed, today), null);
      else if (did === 'added') await store.save(report, { ...filed, waiting: true }, today);
    }
  });
}

import type { Day } from '../../platform/clock.ts';
import { type DemoReport, demoReport } from './report.ts';
import { closedReports } from './reports-closed.ts';
import { olderReports } from './reports-older.ts';
import { openReports } from './reports-open.ts';
import { soonReports } from './reports-soon.ts';

/** About forty invented reports, oldest first, as if the demonstration had been open for eight weeks. */
export function demoReports(today: Day): DemoReport[] {
  return [...soonReports, ...openReports, ...closedReports, ...olderReports]
    .toSorted((a, b) => b.ago - a.ago)
    .map((written) => demoReport(written, today));
}

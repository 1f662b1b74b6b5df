/** How long pieces wait for their report: until the end of the next day. What was claimed goes with its report. */
import { addDays, dayIn } from '../../platform/clock.ts';
import type { Kept } from '../../platform/retention/index.ts';
import type { ReportDeps } from '../deps.ts';
import { forgetUnclaimed } from './store.ts';

export const keptOfFiles = ({
  db,
  clock,
  installation,
}: Pick<ReportDeps, 'db' | 'clock'> & { installation: { zone: string } }): Kept => ({
  kind: 'piece',
  period: { days: 1 },
  by: 'hour',
  forget: () => forgetUnclaimed(db, addDays(dayIn(installation.zone, clock.now()), -1)),
});

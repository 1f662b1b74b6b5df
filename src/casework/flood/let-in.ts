/** Out of the held queue, into the inbox: by a decision, or by itself when a promise comes near. */
import { addDays, dayIn } from '../../platform/clock.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { reportReader, reportWriter, secretsAgain } from '../../report/index.ts';
import { firstOf, type ReceiveNeeds } from '../inbox/receive.ts';
import { inboxStore } from '../inbox/store.ts';
import { heldForAllHours, undecidedDays } from './model.ts';
import { arrivals, type HeldArrival } from './store.ts';

const hour = 3_600_000;
const atOnce = 500;

/** The caller holds these reports. Their promise still runs from the day they arrived. `who`: null where it was nobody. */
export async function letIn(
  tx: Transaction<unknown>,
  { installation, clock }: Pick<ReceiveNeeds, 'installation' | 'clock'>,
  { reports, who }: { reports: readonly string[]; who: string | null },
): Promise<void> {
  const day = dayIn(installation.zone, clock.now());
  const nobody = { reason: null, proposedBy: null, secondBy: null };
  const open = await reportReader(tx).byIds(reports);
  await inboxStore(tx).file(open.map((one) => firstOf(one, installation.zone, false)));
  await arrivals(tx).decide(reports, { state: 'let_in', ...nobody, decided: day });
  await secretsAgain(tx).tell(reports, { what: 'let_in', day, who, once: false });
}

/** As often as anybody likes; how many came in. Those about which nobody decided in time. */
export async function letInDue(needs: ReceiveNeeds): Promise<number> {
  const { db, clock, installation } = needs;
  const now = clock.now();
  const today = dayIn(installation.zone, now);
  const undecided = await arrivals(db).undecided();
  const minutes = new Map(
    (await reportReader(db).byIds(undecided.map(({ report }) => report))).map((one) => [
      one.id,
      one.arrivedMinute,
    ]),
  );
  const isDue = ({ report, why, day }: HeldArrival) =>
    why === 'place'
      ? day <= addDays(today, -undecidedDays)
      : (minutes.get(report)?.getTime() ?? 0) <= now.getTime() - heldForAllHours * hour;
  const due = undecided.filter(isDue).map(({ report }) => report);
  let came = 0;
  for (let from = 0; from < due.length; from += atOnce) {
    came += await db.transaction().execute(async (tx) => {
      const there = await reportWriter(tx).lockAll(due.slice(from, from + atOnce));
      const still = (await arrivals(tx).lock(there)).filter(
        ({ state }) => state === 'held' || state === 'proposed',
      );
      await letIn(tx, needs, { reports: still.map(({ report }) => report), who: null });
      return still.length;
    });
  }
  return came;
}

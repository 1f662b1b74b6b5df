/** A year after a report was closed, or set aside with many others, its words go: everything that opens it, and everything that was written about it. */

import { outOfDrafts } from '../../answer/index.ts';
import { addDays, dayIn } from '../../platform/clock.ts';
import { aYear } from '../../platform/retention/index.ts';
import { reportReader, reportWriter } from '../../report/index.ts';
import { arrivals } from '../flood/store.ts';
import { pressureStore } from '../pressure/store.ts';
import type { InboxNeeds } from './reading.ts';
import { inboxStore } from './store.ts';

type Needs = Pick<InboxNeeds, 'db' | 'clock' | 'installation'>;

const atOnce = 200;

/**
 * As often as anybody likes; how many were erased. Whose words are to be kept longer is passed over. What stays is the row
 * that counts, the days it was received, closed and erased, and her way back. Each report is one transaction: killed in
 * between, the rest goes the next time.
 */
export async function eraseStories(needs: Needs): Promise<number> {
  const today = dayIn(needs.installation.zone, needs.clock.now());
  const until = addDays(today, -aYear);
  const { db } = needs;
  let erased = 0;
  for (let after: { closedOn: string; report: string } | null = null; ; ) {
    const closed = await inboxStore(db).closedUntil(until, { after, most: atOnce });
    const open = await reportReader(db).byIds(closed.map(({ report }) => report));
    for (const { id } of open.filter(({ consents }) => !consents.keep))
      if (await erase(needs, id, { today, until })) erased++;
    after = closed.at(-1) ?? null;
    if (closed.length < atOnce) break;
  }
  const aside = await arrivals(db).asideUntil(until);
  for (let from = 0; from < aside.length; from += atOnce) {
    const open = await reportReader(db).byIds(aside.slice(from, from + atOnce));
    for (const { id } of open.filter(({ consents }) => !consents.keep))
      if (await erase(needs, id, { today, until })) erased++;
  }
  return erased;
}

/** Looks again with the report held: she may have come back a moment ago. */
function erase(
  { db }: Needs,
  report: string,
  { today, until }: { today: string; until: string },
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const writer = reportWriter(tx);
    if (!(await writer.lock(report))) return false;
    const now = await reportReader(tx).byId(report);
    const inbox = inboxStore(tx);
    if (now === null || now.consents.keep) return false;
    const aside = arrivals(tx);
    const isOver = (await inbox.isClosedSince(report, until)) || (await aside.isAsideSince(report, until));
    if (!isOver) return false;
    await outOfDrafts(tx, report);
    await inbox.remove(report);
    await aside.remove(report);
    await pressureStore(tx).forgetOf(report);
    await writer.erase(report, today);
    return true;
  });
}

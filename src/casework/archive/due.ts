/** Which reports may be closed away: closed a month ago, and nothing of them is under way. */
import { type AskState, askReader, behindReader } from '../../answer/index.ts';
import { addDays } from '../../platform/clock.ts';
import type { Kysely } from '../../platform/db/index.ts';
import { archiveStore, type OpenReport, reportReader } from '../../report/index.ts';
import { type InboxNeeds, todayOf } from '../inbox/reading.ts';
import { inboxStore } from '../inbox/store.ts';
import { twoMustOpen } from '../together/house.ts';
import { restDays } from './wire.ts';

/** An ask that may still ask who stands behind it: its reports are opened to prove what each of them signed. */
const going: readonly AskState[] = ['draft', 'sent', 'question', 'promised'];

export interface Page {
  reports: readonly OpenReport[];
  /** As `after` of the next one; null where there is no more. */
  after: string | null;
}

/** Those sealed to this key among the next `most` that rest long enough, by id. */
export async function duePage(
  needs: Pick<InboxNeeds, 'db' | 'clock' | 'installation'>,
  { key, after, most }: { key: string; after: string | null; most: number },
): Promise<Page> {
  const until = addDays(todayOf(needs), -restDays);
  const closed = await inboxStore(needs.db).closedPage(until, { after: after ?? '', most });
  return {
    reports: await stillDue(needs.db, key, closed),
    after: closed.length < most ? null : (closed.at(-1) ?? null),
  };
}

/** Of these, which rest long enough and may be closed away by this key. The caller holds them where it writes. */
export async function dueAmong(
  needs: Pick<InboxNeeds, 'db' | 'clock' | 'installation'>,
  key: string,
  reports: readonly string[],
): Promise<OpenReport[]> {
  const until = addDays(todayOf(needs), -restDays);
  const rested = await inboxStore(needs.db).closedSince(reports, until);
  return stillDue(needs.db, key, rested);
}

/** None where two must open: whoever closes away, or brings back, would open alone what two open together. */
async function stillDue(db: Kysely<unknown>, key: string, reports: readonly string[]): Promise<OpenReport[]> {
  if (reports.length === 0 || (await twoMustOpen(db))) return [];
  const settled = await archiveStore(db).settled(reports);
  const open = (await reportReader(db).byIds(settled)).filter(
    ({ archived, erased, readers }) => archived === null && erased === null && readers.includes(key),
  );
  const asks = await behindReader(db).ofReports(open.map(({ id }) => id));
  const known = await askReader(db).byIds([...new Set([...asks.values()].flat())]);
  const underWay = new Set(known.flatMap(({ ask }) => (going.includes(ask.state) ? [ask.id] : [])));
  return open.filter(({ id }) => !(asks.get(id) ?? []).some((ask) => underWay.has(ask)));
}

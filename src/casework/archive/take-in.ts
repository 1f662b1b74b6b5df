/** A report is out of the archive again: sealed to those it belongs to, and new in the list, so that no run closes it away at once. */
import { addDays } from '../../platform/clock.ts';
import { Refusal } from '../../platform/refusal.ts';
import { archiveStore, reportReader, reportWriter, secretsAgain } from '../../report/index.ts';
import { type InboxNeeds, todayOf } from '../inbox/reading.ts';
import { inboxStore } from '../inbox/store.ts';
import { readWithinDays } from '../model.ts';

/** What was asked for, for whoever comes with the papers. */
export interface Asked {
  report: string;
  secret: Uint8Array;
  recipient: string;
  arrived: string;
  since: string;
  asked: string;
  /** Who asked last; null where the way does not say it. */
  by: string | null;
  isMinors: boolean;
  /** Ids of those who see that it is there. */
  named: readonly string[];
}

export async function askedBack({ db }: Pick<InboxNeeds, 'db'>): Promise<Asked[]> {
  const rows = await archiveStore(db).asked();
  const found: Asked[] = [];
  for (const row of rows) {
    const open = await reportReader(db).byId(row.report);
    const filed = await inboxStore(db).byId(row.report);
    if (open === null) continue;
    const events = await reportReader(db).events(row.report);
    const by = events.findLast(({ what }) => what === 'asked_back')?.who ?? null;
    const isMinors = filed?.marks.includes('under_18') ?? false;
    found.push({
      ...row,
      recipient: open.recipient,
      arrived: open.arrived,
      by,
      isMinors,
      named: open.readers,
    });
  }
  return found;
}

/** `secret` is sealed to `readers`. Refusal 'not_found' where it is not in the archive any more. */
export function takeIn(
  needs: Pick<InboxNeeds, 'db' | 'clock' | 'installation'>,
  { report, secret, readers }: { report: string; secret: Uint8Array; readers: readonly string[] },
): Promise<void> {
  return needs.db.transaction().execute(async (tx) => {
    const there = await reportWriter(tx).lock(report);
    const filed = await inboxStore(tx).lock(report);
    if (!there || filed === null) throw new Refusal('not_found');
    if (!(await archiveStore(tx).takeOut({ report, secret, readers }))) throw new Refusal('not_found');
    const day = todayOf(needs);
    const again = { state: 'new', claimedBy: null, closeReason: null, waiting: true } as const;
    await inboxStore(tx).save(report, { ...filed, ...again, due: addDays(day, readWithinDays) }, null);
    await secretsAgain(tx).tell([report], { what: 'taken_out', day, who: null, once: false });
  });
}

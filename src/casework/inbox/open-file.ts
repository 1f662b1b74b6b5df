/**
 * Hands out a photo or a recording, a sealed piece at a time, to the one who claimed the report. The first piece writes the
 * timeline in the same transaction; the others come only to whom it names, that day or the next.
 */
import { addDays } from '../../platform/clock.ts';
import type { Person } from '../../platform/http/index.ts';
import { toBase64url } from '../../platform/keys/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { filesReader, reportReader } from '../../report/index.ts';
import { decide } from './act.ts';
import { type InboxNeeds, lockReadable, todayOf } from './reading.ts';

/** POST /desk/api/file: answers {body}, a sealed piece. The first piece of a file writes the timeline. */
export interface AskedPiece {
  report: string;
  /** 'told' or 'addition-2', as the opened item is called. */
  item: string;
  file: number;
  number: number;
}

/** Refusals: 'report_not_here', 'claim_first', 'report_closed', 'file_not_here'. */
export async function openPiece(
  needs: InboxNeeds,
  person: Person,
  { report, item, file, number }: AskedPiece,
): Promise<{ body: string }> {
  return needs.db.transaction().execute(async (tx) => {
    const read = await lockReadable(tx, needs, { person, report });
    const body = await filesReader(tx).piece(report, { item, file, number });
    if (body === null) throw new Refusal('file_not_here');
    if (number === 1) await decide(tx, needs, { read, move: { do: 'file' }, person });
    else {
      const since = addDays(todayOf(needs), -1);
      const told = (await reportReader(tx).events(report)).some(
        ({ what, who, day }) => what === 'file_opened' && who === person.name && day >= since,
      );
      if (!told || read.filed.claimedBy !== person.id) throw new Refusal('claim_first');
    }
    return { body: toBase64url(body) };
  });
}

/** What was closed away, for those who see that it is there: the inbox ends with the last that were closed, this does not. */
import type { Person } from '../../platform/http/index.ts';
import { archiveStore, reportReader } from '../../report/index.ts';
import { linesOf } from '../inbox/line.ts';
import { type InboxNeeds, keyOf } from '../inbox/reading.ts';
import { inboxStore } from '../inbox/store.ts';
import type { AwayLines } from './wire.ts';

/** The last closed away first. */
export async function awayLines(needs: InboxNeeds, person: Person, most: number): Promise<AwayLines> {
  const key = await keyOf(needs, person);
  if (key === null) return { lines: [] };
  const reports = await archiveStore(needs.db).namedIn(key, most);
  const [opens, files] = await Promise.all([
    reportReader(needs.db).byIds(reports),
    inboxStore(needs.db).byIds(reports),
  ]);
  const openOf = new Map(opens.map((open) => [open.id, open]));
  const filedOf = new Map(files.map((filed) => [filed.report, filed]));
  const read = reports.flatMap((report) => {
    const [open, filed] = [openOf.get(report), filedOf.get(report)];
    return open && filed ? [{ open, filed }] : [];
  });
  return { lines: await linesOf(needs.db, needs, read) };
}

/** A report that two must open is sealed anew one at a time, by who has opened it with a colleague: for whom it may be. */
import type { Person } from '../../platform/http/index.ts';
import { toBase64url } from '../../platform/keys/index.ts';
import { reportWriter, sealedReader } from '../../report/index.ts';
import { refuseAlone } from '../together/refuse.ts';
import type { Unshared } from '../wire.ts';
import { type InboxNeeds, keyOf, lockReadable, todayOf } from './reading.ts';
import { asBefore, keysNow } from './reseal.ts';
import { anewFor } from './shared.ts';

/**
 * A line for each colleague it could be sealed to and is not; none where there is nobody. Refusals 'report_not_here',
 * 'needs_two'.
 */
export function unsharedOf(
  needs: InboxNeeds,
  person: Person,
  report: string,
): Promise<{ for: readonly { to: string; line: Unshared }[] }> {
  return needs.db.transaction().execute(async (tx) => {
    const within = { ...needs, db: tx };
    const { open } = await lockReadable(tx, needs, { person, report });
    await refuseAlone(tx, open, await keyOf(within, person));
    const keys = await keysNow(within);
    const [before] = await asBefore(tx, [open]);
    const secret = await sealedReader(tx).secret(report);
    if (before === undefined || secret === null) return { for: [] };
    const found = [...keys.active.keys()].flatMap((to) => {
      const anew = anewFor(before, keys, to);
      return anew.missing.includes(to) ? [{ to, line: { ...before, ...anew, secret: toBase64url(secret) } }] : [];
    });
    if (found.length > 0) {
      await reportWriter(tx).addEvent({ report, what: 'handed', day: todayOf(needs), who: person.name });
    }
    return { for: found };
  });
}

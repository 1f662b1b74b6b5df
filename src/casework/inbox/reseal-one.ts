/** A report that two must open is sealed anew one at a time, by who has opened it with a colleague: for whom it may be. */
import type { Person } from '../../platform/http/index.ts';
import { refuseAlone } from '../together/refuse.ts';
import type { Unshared } from '../wire.ts';
import { type InboxNeeds, keyOf, lockReadable } from './reading.ts';
import { asBefore, keysNow } from './reseal.ts';
import { anewFor } from './shared.ts';

/** GET /desk/api/reseal/:report. The secret itself is in the hands of who opened it. */
export interface UnsharedOf {
  for: readonly { to: string; line: Omit<Unshared, 'secret'> }[];
}

/** A line for each reader it could be sealed to and is not. Refusals 'report_not_here', 'needs_two'. */
export function unsharedOf(needs: InboxNeeds, person: Person, report: string): Promise<UnsharedOf> {
  return needs.db.transaction().execute(async (tx) => {
    const within = { ...needs, db: tx };
    const { open } = await lockReadable(tx, needs, { person, report });
    await refuseAlone(tx, open, await keyOf(within, person));
    const keys = await keysNow(within);
    const [before] = await asBefore(tx, [open]);
    if (before === undefined) return { for: [] };
    return {
      for: [...keys.active.keys()].flatMap((to) => {
        const anew = anewFor(before, keys, to);
        return anew.missing.includes(to) ? [{ to, line: { ...before, ...anew } }] : [];
      }),
    };
  });
}

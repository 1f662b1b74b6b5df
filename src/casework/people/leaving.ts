/**
 * Leaving for good: what nobody else could open then. The same is asked before two colleagues remove somebody; Lock now and
 * the root pass over it, for a key in the wrong hands must go whatever it opens.
 */
import type { Kysely } from '../../platform/db/index.ts';
import type { Person } from '../../platform/http/index.ts';
import type { ReaderEntry } from '../../platform/keys/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { reportReader } from '../../report/index.ts';
import { linesOf } from '../inbox/line.ts';
import { type InboxNeeds, keyOf } from '../inbox/reading.ts';
import { inboxStore } from '../inbox/store.ts';
import { activeIds, append, type ListNeeds } from '../list/append.ts';
import type { Leaving } from '../wire.ts';

const listed = 50;

/** How many reports only this key opens, of all that count. */
export async function openedAlone(needs: ListNeeds, key: string): Promise<number> {
  return reportReader(needs.db).countSealedAlone(key, await othersThan(needs, key));
}

const othersThan = async (needs: ListNeeds, key: string) =>
  [...(await activeIds(needs))].filter((id) => id !== key);

/** What stands between this person and the door. */
export async function leaving(needs: InboxNeeds, person: Person): Promise<Leaving> {
  const { db } = needs;
  const claimed = await inboxStore(db).claimedBy(person.id);
  const key = await keyOf(needs, person);
  if (key === null) return { alone: 0, lines: [], claimed };
  const others = await othersThan(needs, key);
  const [alone, open] = await Promise.all([
    reportReader(db).countSealedAlone(key, others),
    reportReader(db).sealedAlone(key, others, listed),
  ]);
  return { alone, lines: await lines(db, needs, open), claimed };
}

async function lines(
  db: Kysely<unknown>,
  needs: InboxNeeds,
  open: Awaited<ReturnType<ReturnType<typeof reportReader>['sealedAlone']>>,
) {
  const filed = await inboxStore(db).byIds(open.map(({ id }) => id));
  const read = open.flatMap((report) => {
    const found = filed.find((one) => one.report === report.id);
    return found === undefined ? [] : [{ open: report, filed: found }];
  });
  return linesOf(db, needs, read);
}

/**
 * Her own removal, signed by her. Sessions and wraps go with it, and what she had claimed waits for somebody again. Refusals:
 * 'forbidden' for anything but her own removal; 'last_holder' {name, n}, 'last_reader', 'chain_refused' as `append`.
 */
export function leave(needs: ListNeeds & InboxNeeds, person: Person, entry: ReaderEntry): Promise<void> {
  return needs.db.transaction().execute(async (tx) => {
    const key = await keyOf({ ...needs, db: tx }, person);
    const { change, reader } = entry.statement;
    if (key === null || change !== 'remove' || reader.id !== key) throw new Refusal('forbidden');
    await append(tx, needs, { entry });
  });
}

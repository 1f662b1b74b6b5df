/**
 * The list goes on while reports are away: who has a new key, or came after everybody who read it, sees from then on that
 * it is there, and when she adds something. Nothing is sealed to anybody by this.
 */
import type { Transaction } from '../../platform/db/index.ts';
import { type Archived, archiveStore } from '../../report/index.ts';
import { inboxStore } from '../inbox/store.ts';
import { heirs, type Known } from './model.ts';

const atOnce = 500;

/** In the transaction that made the list longer. What is brought back at the same moment waits for this, or this for it. */
export async function carryOn(tx: Transaction<unknown>, known: Known): Promise<void> {
  for (let after = ''; ; ) {
    const page = await archiveStore(tx).holdPage({ after, most: atOnce });
    await nameHeirs(tx, known, page);
    if (page.length < atOnce) return;
    after = page.at(-1)?.report ?? after;
  }
}

/** Of these, in the transaction that closed them away: a key that is newer than its share is named as well. */
export async function nameHeirs(
  tx: Transaction<unknown>,
  known: Known,
  away: readonly Archived[],
): Promise<void> {
  const filed = await inboxStore(tx).byIds(away.map(({ report }) => report));
  const minors = new Set(filed.filter(({ marks }) => marks.includes('under_18')).map(({ report }) => report));
  const changed = away.flatMap(({ report, arrived, readers }) => {
    const now = heirs({ arrived, readers, isMinors: minors.has(report) }, known).map(({ id }) => id);
    const all = [...new Set([...readers, ...now])];
    return all.length === readers.length ? [] : [{ report, readers: all }];
  });
  await archiveStore(tx).nameReaders(changed);
}

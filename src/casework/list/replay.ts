/** Entries of the signed list that are newer than a restored copy. */
import type { Transaction } from '../../platform/db/index.ts';
import { isReaderEntry } from '../../platform/keys/index.ts';
import { entriesReader, entriesWriter } from '../../report/index.ts';
import { append, type ListNeeds, proved } from './append.ts';

/**
 * A list that became shorter would be refused by every phone that saw the longer one, and would bring back a reader who
 * was removed. Taken only where the whole of it is proved from the root and begins as the copy's does. How many were new.
 */
export async function replayReaders(
  tx: Transaction<unknown>,
  needs: Omit<ListNeeds, 'db'>,
  given: readonly unknown[],
): Promise<number> {
  const entries = given.filter(isReaderEntry);
  const before = await entriesReader(tx).all();
  const begins = before.every(
    ({ statement }, n) => JSON.stringify(sorted(statement)) === JSON.stringify(sorted(entries[n]?.statement)),
  );
  if (entries.length !== given.length || entries.length <= before.length || !begins) return 0;
  proved(needs, entries);
  for (const entry of entries.slice(before.length)) {
    if (entry.statement.change === 'remove') {
      await append(tx, { ...needs, db: tx }, { entry, leaving: true });
    } else {
      // Whoever was added since has no wraps and no passkey in the copy: the key counts, its owner needs a new one.
      await entriesWriter(tx).append(entry);
    }
  }
  return entries.length - before.length;
}

/** The database gives the fields of a JSON object in an order of its own. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, held]) => [name, sorted(held)]);
}

/**
 * Re-seals one report's secret for a colleague. The items are not touched; only the small file that opens them is made
 * again. Who may be added is checked here against the signed list and what her phone bound into the secret, not taken
 * from the server: a new key stands for an old one of the same person, and a newcomer was not there to be left out.
 */
import { keptFrom, spansOf } from '../../casework/inbox/newcomer.ts';
import type { Me, SharedAgain, Unshared } from '../../casework/wire.ts';
import {
  fromBase64url,
  isTogether,
  KeyRefusal,
  opensTogether,
  type Reader,
  type ReaderList,
  samePerson,
  toBase64url,
} from '../../platform/keys/index.ts';
import { sealFor } from '../../report/seal.ts';
import type { Held } from './held.ts';
import { readerOf } from './list.ts';
import { openSecret } from './together/secret.ts';

export interface Known {
  installation: string;
  zone: string;
  list: ReaderList;
  entries: Me['entries'];
}

/**
 * Split again where two must open, with another lock. Refuses `needs_two` as `openSecret`, `not_for_you` for a key that is
 * not in the signed list, `swapped` for whoever may not be added, and where what two had to open would open for one.
 */
export async function shareAgain(line: Unshared, held: Held, known: Known): Promise<SharedAgain> {
  const { installation, list, entries } = known;
  const readers = line.readers.flatMap((id) => readerOf(list, id) ?? []);
  // Not in the signed list, or still in its 72 hours: sealing to it is exactly what the list exists to prevent.
  if (line.missing.some((id) => readerOf(list, id) === undefined)) throw new KeyRefusal('not_for_you');
  const place = { installation, report: line.id };
  const file = fromBase64url(line.secret);
  if (isTogether(file) && !opensTogether(readers)) throw new KeyRefusal('swapped', { field: 'reader' });
  const { identity, bound } = await openSecret(file, held, place);
  if (bound === null) throw new KeyRefusal('swapped', { field: 'reader' });
  for (const reader of readers) {
    const isHers = bound.readers.some((id) => {
      const before = everSigned(entries, id);
      return id === reader.id || (before !== undefined && samePerson(reader, before));
    });
    if (!isHers && !isNewcomer(reader, line, { ...known, readers: bound.readers })) {
      throw new KeyRefusal('swapped', { field: 'reader' });
    }
  }
  const ever = [...new Set([...bound.readers, ...readers.map(({ id }) => id)])];
  const secret = await sealFor({ ...place, identity, bound: { ...bound, readers: ever } }, readers);
  return { report: line.id, secret: toBase64url(secret), readers: line.readers };
}

/** By the readers bound into the secret, never by those the server names. */
function isNewcomer(
  reader: Reader,
  { arrived, isMinors }: Unshared,
  { entries, zone, readers }: Pick<Known, 'entries' | 'zone'> & { readers: readonly string[] },
): boolean {
  if (reader.place !== 'ours') return false;
  return keptFrom(reader, { arrived, isMinors, readers }, spansOf(entries, zone)) === null;
}

function everSigned(entries: Me['entries'], id: string): Reader | undefined {
  return entries.find(({ statement }) => statement.reader.id === id)?.statement.reader;
}

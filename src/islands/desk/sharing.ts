/**
 * Re-seals report secrets for a colleague's new key. The items are not touched; only the small file that opens them
 * is made again. Who may be added is checked here against the signed list and what her phone bound into the secret,
 * not taken from the server.
 */
import type { Me, Unshared } from '../../casework/wire.ts';
import {
  fromBase64url,
  KeyRefusal,
  openBoundSecret,
  type Reader,
  type ReaderList,
  samePerson,
  sealSecret,
  toBase64url,
} from '../../platform/keys/index.ts';
import type { Held } from './held.ts';
import { readerOf } from './list.ts';

export interface Shared {
  report: string;
  secret: string;
  readers: readonly string[];
}

export async function shareAgain(
  line: Unshared,
  held: Held,
  known: { installation: string; list: ReaderList; entries: Me['entries'] },
): Promise<Shared> {
  const { installation, list, entries } = known;
  const readers = line.readers.map((id) => {
    const reader = readerOf(list, id);
    // Not in the signed list, or still in its 72 hours: sealing to it is exactly what the list exists to prevent.
    if (reader === undefined) throw new KeyRefusal('not_for_you');
    return reader;
  });
  const place = { installation, report: line.id };
  const { identity, bound } = await openBoundSecret(fromBase64url(line.secret), held.identity, place);
  if (bound === null) throw new KeyRefusal('swapped', { field: 'reader' });
  for (const reader of readers) {
    // A new key stands for an old one of the same person; anybody else may be somebody she left out.
    const isHers = bound.readers.some((id) => {
      const before = everSigned(entries, id);
      return id === reader.id || (before !== undefined && samePerson(reader, before));
    });
    if (!isHers) throw new KeyRefusal('swapped', { field: 'reader' });
  }
  const ever = [...new Set([...bound.readers, ...line.readers])];
  const secret = await sealSecret(
    { ...place, identity, bound: { ...bound, readers: ever } },
    readers.map(({ recipient }) => recipient),
  );
  return { report: line.id, secret: toBase64url(secret), readers: line.readers };
}

function everSigned(entries: Me['entries'], id: string): Reader | undefined {
  return entries.find(({ statement }) => statement.reader.id === id)?.statement.reader;
}

/**
 * Seals one report's secret to the archive key and to nobody else. The key is taken from the root's word alone, proved
 * against the list this browser has accepted: whoever serves it can hide it and name no other.
 */
import type { Archiving, ClosedAway, Due } from '../../casework/archive/wire.ts';
import {
  type Archive,
  archiveOf,
  fromBase64url,
  KeyRefusal,
  openBoundSecret,
  type ReaderEntry,
  recipientOf,
  sealSecret,
  sha256Hex,
  toBase64url,
} from '../../platform/keys/index.ts';
import type { Held } from './held.ts';

interface Proving {
  entries: readonly ReaderEntry[];
  /** Built into the script. */
  root: string;
  installation: string;
  now: Date;
}

/** Null where nobody signed one. Refuses `archive_broken`. */
export const archiveFrom = ({ word }: Pick<Archiving, 'word'>, proving: Proving): Archive | null =>
  word === null ? null : archiveOf(word, proving);

/** Refuses `not_for_you` for a secret that is not sealed to this key, `swapped` for one that is not this report's. */
export async function closeAway(
  { id, secret, recipient }: Due,
  held: Held,
  { archive, installation }: { archive: Archive; installation: string },
): Promise<ClosedAway> {
  const place = { installation, report: id };
  const file = fromBase64url(secret);
  const { identity, bound } = await openBoundSecret(file, held.identity, place);
  // Who may read it stands inside: without that it could never be brought back.
  if (bound === null || (await recipientOf(identity)) !== recipient) {
    throw new KeyRefusal('swapped', { field: 'secret' });
  }
  const away = await sealSecret({ ...place, identity, bound }, [archive.recipient]);
  return { report: id, secret: toBase64url(away), was: sha256Hex(file) };
}

/** The readers that count now, proved from the root's public key and nothing else. */
import {
  KeyRefusal,
  type Reader,
  type ReaderEntry,
  type ReaderList,
  readers,
} from '../../platform/keys/index.ts';
import type { ReportDeps } from '../deps.ts';

type Needs = Pick<ReportDeps, 'readers' | 'installation' | 'clock'>;

type Kept = { entries: readonly ReaderEntry[]; minute: number; list: ReaderList };
const kept = new WeakMap<object, Kept>();

/**
 * Throws KeyRefusal 'chain_broken' for a list that does not verify: then nobody may be sealed to. Proved anew when the
 * list has changed and once a minute, since an added reader begins to count by time alone.
 */
export async function currentReaders(deps: Needs): Promise<ReaderList> {
  const entries = await deps.readers();
  const now = deps.clock.now();
  const minute = Math.floor(now.getTime() / 60_000);
  const known = kept.get(deps.installation);
  if (known?.minute === minute && isSame(known.entries, entries)) return known.list;
  const { id: installation, root } = deps.installation;
  const list = readers({ entries, root, installation, now });
  kept.set(deps.installation, { entries, minute, list });
  return list;
}

const isSame = (one: readonly ReaderEntry[], other: readonly ReaderEntry[]) =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** For pages: a list that does not verify names nobody, and nobody who has left. */
export async function writersOrNone(deps: Needs): Promise<Pick<ReaderList, 'active' | 'left'>> {
  try {
    return await currentReaders(deps);
  } catch (error) {
    if (error instanceof KeyRefusal) return { active: [], left: [] };
    throw error;
  }
}

export const activeOrNone = async (deps: Needs): Promise<readonly Reader[]> =>
  (await writersOrNone(deps)).active;

/** Those of our organisation: who is named where it says who reads. */
export const ours = (list: readonly Reader[]): readonly Reader[] =>
  list.filter(({ place }) => place === 'ours');

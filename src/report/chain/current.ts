/** The readers that count now, proved from the root's public key and nothing else. */
import { KeyRefusal, type Reader, type ReaderList, readers } from '../../platform/keys/index.ts';
import type { ReportDeps } from '../deps.ts';

type Needs = Pick<ReportDeps, 'readers' | 'installation' | 'clock'>;

const kept = new WeakMap<object, { entries: string; minute: number; list: ReaderList }>();

/**
 * Throws KeyRefusal 'chain_broken' for a list that does not verify: then nobody may be sealed to. Proved anew when the
 * list has changed and once a minute, since an added reader begins to count by time alone.
 */
export async function currentReaders(deps: Needs): Promise<ReaderList> {
  const entries = await deps.readers();
  const now = deps.clock.now();
  const minute = Math.floor(now.getTime() / 60_000);
  const written = JSON.stringify(entries);
  const known = kept.get(deps.installation);
  if (known?.minute === minute && known.entries === written) return known.list;
  const { id: installation, root } = deps.installation;
  const list = readers({ entries, root, installation, now });
  kept.set(deps.installation, { entries: written, minute, list });
  return list;
}

/** For pages: a list that does not verify names nobody. */
export async function activeOrNone(deps: Needs): Promise<readonly Reader[]> {
  try {
    return (await currentReaders(deps)).active;
  } catch (error) {
    if (error instanceof KeyRefusal) return [];
    throw error;
  }
}

/** Those of our organisation: who is named where it says who reads. */
export const ours = (list: readonly Reader[]): readonly Reader[] =>
  list.filter(({ place }) => place === 'ours');

import { currentReaders, entriesReader } from '../../report/index.ts';
import type { CaseworkDeps } from '../deps.ts';
import { peopleStore } from '../people/store.ts';

/** Ids of caseworkers whose key counts by the signed list and who still hold it: after Lock now a key opens nothing. */
export async function confirmedCaseworkers(
  deps: Pick<CaseworkDeps, 'db' | 'clock' | 'installation'>,
): Promise<Set<string>> {
  const { active } = await currentReaders({ ...deps, readers: () => entriesReader(deps.db).all() });
  const people = await peopleStore(deps.db).all();
  const ours = new Set(active.filter(({ place }) => place === 'ours').map(({ id }) => id));
  return new Set(people.filter(({ reader }) => reader !== null && ours.has(reader)).map(({ id }) => id));
}

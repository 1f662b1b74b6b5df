/** Whether this installation may take reports at all, and what it still lacks. */
import { currentReaders, entriesReader, type Intake, type Missing } from '../../report/index.ts';
import type { CaseworkDeps } from '../deps.ts';
import { peopleStore } from '../people/store.ts';

/** A real installation opens with this many: the last one ill or leaving must not close it. */
const caseworkersNeeded = 2;

/** A demonstration is always open: everybody is told that anybody can read it. */
export async function intake(
  deps: Pick<CaseworkDeps, 'db' | 'clock' | 'installation' | 'conditions'>,
): Promise<Intake> {
  if (deps.installation.kind === 'demonstration') return { open: true };
  const missing: Missing[] = [];
  if ((await confirmedCaseworkers(deps)) < caseworkersNeeded) missing.push('caseworkers');
  if (!(await deps.conditions?.backup())) missing.push('backup');
  if (!(await deps.conditions?.lawful())) missing.push('lawful');
  return missing.length === 0 ? { open: true } : { open: false, missing };
}

/** Caseworkers whose key counts by the signed list and who still hold it: after Lock now a key opens nothing. */
async function confirmedCaseworkers(
  deps: Pick<CaseworkDeps, 'db' | 'clock' | 'installation'>,
): Promise<number> {
  const { active } = await currentReaders({ ...deps, readers: () => entriesReader(deps.db).all() });
  const holders = new Set((await peopleStore(deps.db).all()).map(({ reader }) => reader));
  return active.filter(({ id, place }) => place === 'ours' && holders.has(id)).length;
}

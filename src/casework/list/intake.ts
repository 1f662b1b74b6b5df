/** Whether this installation may take reports at all, and what it still lacks. */
import type { Intake } from '../../report/index.ts';
import type { CaseworkDeps } from '../deps.ts';
import { caseworkersNeeded } from '../set-up/model.ts';
import { twoMustOpen } from '../together/house.ts';
import { confirmedCaseworkers } from './confirmed.ts';

/** A demonstration is always open: everybody is told that anybody can read it. */
export async function intake(
  deps: Pick<CaseworkDeps, 'db' | 'clock' | 'installation' | 'conditions'>,
): Promise<Intake> {
  if (deps.installation.kind === 'demonstration') return { open: true };
  const others = (await deps.conditions?.missing()) ?? ['backup', 'lawful', 'lines', 'tasks'];
  // The last one ill or leaving must not close it; and nobody else says how many there are.
  const enough = (await confirmedCaseworkers(deps)).size >= caseworkersNeeded(await twoMustOpen(deps.db));
  const missing = [...new Set([...(enough ? [] : ['caseworkers' as const]), ...others])];
  return missing.length === 0 ? { open: true } : { open: false, missing };
}

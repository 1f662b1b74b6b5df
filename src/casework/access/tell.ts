/**
 * Colleagues are told when somebody comes in otherwise than with a passkey they had: with a link, which is how one comes in
 * on a device that was never here, or after everything was lost; or with a passkey just added. A name and a day, never a
 * place or an address.
 */
import { dayIn } from '../../platform/clock.ts';
import type { Transaction } from '../../platform/db/index.ts';
import type { CaseworkDeps } from '../deps.ts';
import { tellOthers } from '../people/news.ts';
import { peopleStore } from '../people/store.ts';

/** In the caller's transaction. Twice on a day is told once. Nothing of who never reads reports, nor in a demonstration. */
export async function tellColleagues(
  tx: Transaction<unknown>,
  { clock, installation }: Pick<CaseworkDeps, 'clock' | 'installation'>,
  { person, what }: { person: string; what: 'came_by_link' | 'new_passkey' },
): Promise<void> {
  // In a demonstration whoever looks around makes links for everybody.
  if (installation.kind === 'demonstration') return;
  const row = await peopleStore(tx).byId(person);
  if (row === undefined || row.roles.includes('moderator')) return;
  await tellOthers(tx, person, { what, name: row.name, day: dayIn(installation.zone, clock.now()) });
}

/** Links and codes in a restored copy. */
import type { Day } from '../../platform/clock.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { answerStore } from './answer-store.ts';
import { linkStore } from './link-store.ts';

/**
 * Links that were passed on end, and so do codes that were sent: the copy does not know which were taken back or used up
 * since. The link in the registered mailbox goes on, and passes on anew.
 */
export async function endPassedOn(tx: Transaction<unknown>, today: Day): Promise<void> {
  await linkStore(tx).revokePassedOn(today);
  await answerStore(tx).endCodes();
}

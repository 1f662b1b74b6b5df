/** Mail in a restored copy. */
import type { Day } from '../clock.ts';
import type { Transaction } from '../db/index.ts';
import * as outbox from '../outbox/index.ts';
import { mailWriter } from './store.ts';

/**
 * Mails that waited when the copy was made may have left since, so none is sent by itself: each counts as not taken, and
 * whoever works on its ask is told, who may send it anew. How many they were.
 */
export async function holdMail(tx: Transaction<unknown>, today: Day): Promise<number> {
  const { mails, asks } = await mailWriter(tx).hold(today);
  for (const ask of asks) await outbox.put(tx, { event: 'mail.bounced', subject: ask });
  return mails;
}

/** "Ask for a new link": it goes to the registered mailbox, never to whoever asks, who is told the same in every case. */
import type { Transaction } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import { sha256 } from '../../platform/keys/index.ts';
import { askWriter } from '../ask/store.ts';
import { linkStore } from './link-store.ts';
import { mailLink } from './mails.ts';

/** Links to the registered mailbox in one day: more would fill it. */
const mostNew = 3;

/** Only where the token was ever one of an ask that still stands, and was not turned off. */
export async function askForLink(
  tx: Transaction<unknown>,
  { token, today }: { token: string; today: Day },
): Promise<void> {
  const store = linkStore(tx);
  const known = await store.ever(sha256(token));
  if (known === null) return;
  // Held, so that two who ask at once do not both send.
  const ask = await askWriter(tx).lock(known.ask);
  if (ask === null || ask.sent === null || ask.paused !== null) return;
  if ((await store.newOn(ask.id, today)) < mostNew) await mailLink(tx, ask, today);
}

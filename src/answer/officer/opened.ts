/** "Read the request": from then on everybody can see that it was opened. Once, and it stops no clock. */
import type { Transaction } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import { askReader, askWriter } from '../ask/store.ts';

export const isOpened = (events: readonly { what: string }[]): boolean =>
  events.some(({ what }) => what === 'opened');

export async function openAsk(tx: Transaction<unknown>, id: string, today: Day): Promise<void> {
  const writer = askWriter(tx);
  const ask = await writer.lock(id);
  if (ask === null || ask.sent === null || ask.paused !== null) return;
  const way = await askReader(tx).byId(id);
  if (way === null || isOpened(way.events)) return;
  await writer.event(id, { day: today, what: 'opened' });
}

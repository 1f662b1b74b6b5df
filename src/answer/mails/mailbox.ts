/** To whom mail about an ask goes, and how what it is about is called. */
import type { Transaction } from 'kysely';
import type { Both } from '../ask/model.ts';
import { type AskWay, askReader } from '../ask/store.ts';
import { bodyReader } from '../body/store.ts';
import { aboutName } from '../clock/about-name.ts';

export interface Mailbox {
  /** The address a second caseworker has confirmed. */
  to: string;
  way: AskWay;
  body: Both;
  place: Both;
}

/** Null where the ask is gone, was never sent or is paused, and where no address is registered for its body. */
export async function mailboxOf(tx: Transaction<unknown>, id: string): Promise<Mailbox | null> {
  const way = await askReader(tx).byId(id);
  if (way === null || way.ask.sent === null || way.ask.paused !== null) return null;
  const body = await bodyReader(tx).byId(way.ask.body);
  if (body === null || body.mail === null) return null;
  return { to: body.mail, way, body: body.name, place: await aboutName(tx, way.ask.about) };
}

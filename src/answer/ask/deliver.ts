/** The mail of an ask: a link to its page for the officer, what is asked and until when. No story, no kinds, nobody's name. */
import type { Transaction } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import { postMail, type Templates } from '../../platform/mail/index.ts';
import { newLink, untilOf } from '../officer/link.ts';
import type { Facts } from './facts.ts';
import type { Ask, Both } from './model.ts';

type Delivered = Pick<Ask, 'id' | 'body' | 'due'> & { asked: readonly Both[] };

/** To the registered mailbox, by the job of mail. `ask`: as it is being sent. */
export async function deliver(
  tx: Transaction<unknown>,
  ask: Delivered,
  { facts, today }: { facts: Facts; today: Day },
): Promise<void> {
  const to = facts.bodies.get(ask.body)?.mail;
  if (!to) throw new Error('An ask went out by mail to a body without an address');
  const token = await newLink(tx, { ask: ask.id, until: untilOf(ask, today), today });
  const params = mailOf(ask, facts, { today, path: `/o/${token}` });
  await postMail(tx, { to, template: 'ask', locale: 'both', params, about: { ask: ask.id } });
}

/** What the mail is told; the preview is told the same, with another path. */
export function mailOf(
  { body, asked, due }: Omit<Delivered, 'id'>,
  { bodies, about }: Pick<Facts, 'bodies' | 'about'>,
  { today, path }: { today: Day; path: `/${string}` },
): Templates['ask'] {
  return {
    body: bodies.get(body)?.name ?? { en: body, ar: body },
    place: about?.name ?? { en: '', ar: '' },
    asked,
    due: due ?? today,
    path,
  };
}

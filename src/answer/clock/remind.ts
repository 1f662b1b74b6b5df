/** A reminder to the registered mailbox, with a link of its own: nobody keeps the one of the first mail for them. */
import type { Transaction } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import { postMail } from '../../platform/mail/index.ts';
import type { Ask } from '../ask/model.ts';
import { bodyReader } from '../body/store.ts';
import { newLink, untilOf } from '../officer/link.ts';
import { aboutName } from './about-name.ts';
import type { When } from './pending.ts';

export interface Reminder {
  ask: Ask;
  when: When;
  today: Day;
}

/** In the transaction that writes it down. False where the body has no mailbox: then nobody was reminded. */
export async function remind(tx: Transaction<unknown>, { ask, when, today }: Reminder): Promise<boolean> {
  const body = await bodyReader(tx).byId(ask.body);
  if (body === null || body.mail === null || ask.due === null) return false;
  const token = await newLink(tx, { ask: ask.id, until: untilOf(ask, today), today });
  await postMail(tx, {
    to: body.mail,
    template: 'ask_reminder',
    locale: 'both',
    params: {
      body: body.name,
      place: await aboutName(tx, ask.about),
      when,
      due: ask.due,
      path: `/o/${token}`,
    },
    about: { ask: ask.id },
  });
  return true;
}

/** What a body is told by mail, to its registered mailbox and nowhere else; each in the caller's transaction. */

import type { Transaction } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import type { Said } from '../../platform/i18n/index.ts';
import { postMail, type Template, type Templates } from '../../platform/mail/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Ask, Withheld } from '../ask/model.ts';
import { bodyReader } from '../body/store.ts';
import { newLink, untilOf } from './link.ts';

type Of = Pick<Ask, 'id' | 'body' | 'due' | 'paused'>;

/** False where no mailbox is registered, and while the ask is paused for someone's safety. A body's language is not known, so its mails are in both. */
async function mailTo<K extends Template>(
  tx: Transaction<unknown>,
  ask: Of,
  mail: { template: K; params: (body: Said) => Promise<Templates[K]> },
): Promise<boolean> {
  const body = await bodyReader(tx).byId(ask.body);
  if (body === null || body.mail === null || ask.paused !== null) return false;
  const { template } = mail;
  const params = await mail.params(body.name);
  await postMail(tx, { to: body.mail, template, locale: 'both', params, about: { ask: ask.id } });
  return true;
}

/** Refusal 'no_mailbox'. */
export async function mailCode(tx: Transaction<unknown>, ask: Of, code: string): Promise<void> {
  const isSent = await mailTo(tx, ask, { template: 'code', params: async (body) => ({ body, code }) });
  if (!isSent) throw new Refusal('no_mailbox');
}

/** A path that opens for two weeks at least. */
async function newPath(tx: Transaction<unknown>, ask: Of, today: Day): Promise<`/${string}`> {
  const until = untilOf(ask, today);
  return `/o/${await newLink(tx, { ask: ask.id, until, today })}`;
}

export async function mailLink(tx: Transaction<unknown>, ask: Of, today: Day): Promise<void> {
  const until = untilOf(ask, today);
  await mailTo(tx, ask, {
    template: 'new_link',
    params: async (body) => ({ body, until, path: await newPath(tx, ask, today) }),
  });
}

/** `ask.due`: the new day. */
export async function mailTold(tx: Transaction<unknown>, ask: Of, today: Day): Promise<void> {
  const { due } = ask;
  if (due === null) return;
  await mailTo(tx, ask, {
    template: 'question_answered',
    params: async (body) => ({ body, due, path: await newPath(tx, ask, today) }),
  });
}

export async function mailPassed(tx: Transaction<unknown>, ask: Of): Promise<void> {
  await mailTo(tx, ask, {
    template: 'words_passed',
    params: async (body) => ({ body, path: `/asks/${ask.id}` }),
  });
}

export async function mailWithheld(
  tx: Transaction<unknown>,
  ask: Of,
  { why, today }: { why: Withheld; today: Day },
): Promise<void> {
  await mailTo(tx, ask, {
    template: 'words_withheld',
    params: async (body) => ({ body, why, path: await newPath(tx, ask, today) }),
  });
}

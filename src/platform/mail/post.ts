/** Writes a mail to be sent, in the transaction of what it tells about. */
import type { Transaction } from '../db/index.ts';
import type { Lang } from '../i18n/index.ts';
import { randomId } from '../keys/random.ts';
import * as outbox from '../outbox/index.ts';
import { Refusal } from '../refusal.ts';
import { isAddress } from './address.ts';
import type { MailLocale, Template, Templates, Told } from './model.ts';
import { mailReader, mailWriter } from './store.ts';

export interface Post<K extends Template> {
  /** One address without a name. */
  to: string;
  template: K;
  locale: MailLocale;
  params: Templates[K];
  about?: { ask: string };
}

/**
 * Sent soon after the caller's transaction commits, and not at all if it does not; tried again for four days. The id is
 * the left side of its Message-ID. Refusal 'mail_address' {address} where `to` is none.
 */
export async function postMail<K extends Template>(tx: Transaction<unknown>, post: Post<K>): Promise<string> {
  const { to, locale, about, template, params } = post;
  if (!isAddress(to)) throw new Refusal('mail_address', { address: to.slice(0, 254) });
  const id = randomId();
  const mail = {
    ...({ template, params } as Told),
    id,
    ask: about?.ask ?? null,
    to,
    locale,
  };
  await mailWriter(tx).add(mail);
  await outbox.put(tx, { event: 'mail.written', subject: id });
  return id;
}

/** Tells the desk that something waits; one that is on its way already is enough. Nothing where the desk has no mailbox. */
export async function postTask(
  tx: Transaction<unknown>,
  { desk, language }: { desk: string | null; language: Lang },
): Promise<void> {
  if (desk === null || (await mailReader(tx).waits('task'))) return;
  await postMail(tx, { to: desk, template: 'task', locale: language, params: {} });
}

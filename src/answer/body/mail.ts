/** A new mail address of a body counts when a second caseworker has confirmed it: with it, asks could be led elsewhere. */
import type { Transaction } from '../../platform/db/index.ts';
import { postMail } from '../../platform/mail/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { mailChanges } from './mail-store.ts';
import { bodyReader, bodyWriter } from './store.ts';

export interface Confirming {
  body: string;
  /** As the one who confirms has read it: another one entered meanwhile is not confirmed by this. */
  mail: string;
  by: string;
}

/** Refusals: 'mail_changed' where another address or none waits now, 'same_person' for who entered it. */
export async function confirmMail(tx: Transaction<unknown>, { body, mail, by }: Confirming): Promise<void> {
  const waiting = await mailChanges(tx).lock(body);
  const known = await bodyReader(tx).byId(body);
  if (known?.mail === mail && waiting === null) return;
  if (known === null || waiting?.mail !== mail) throw new Refusal('mail_changed', { mail, body });
  if (waiting.by === by) throw new Refusal('same_person', { mail });
  await bodyWriter(tx).put([{ ...known, mail }]);
  await mailChanges(tx).drop(body);
  const told = { template: 'mail_change', locale: 'both' } as const;
  if (known.mail !== null && known.mail !== mail) {
    await postMail(tx, { ...told, to: known.mail, params: { body: known.name, here: 'old' } });
  }
  await postMail(tx, { ...told, to: mail, params: { body: known.name, here: 'new' } });
}

/** The address of before stays. Nothing to do where none waits. */
export const dropMail = (tx: Transaction<unknown>, body: string): Promise<void> => mailChanges(tx).drop(body);

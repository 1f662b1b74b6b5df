/**
 * Mail of this room, each in the transaction of what it tells about. A body's language is unknown, so each carries both.
 * Links are made here and stand nowhere but in the mail.
 */
import type { Transaction } from 'kysely';
import { type Clock, type Day, dayIn } from '../../platform/clock.ts';
import type { Installation } from '../../platform/installation.ts';
import { mailReader, postMail, type Template, type Templates } from '../../platform/mail/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Ask } from '../ask/model.ts';
import { newLink, untilOf } from '../officer/link.ts';
import { type Mailbox, mailboxOf } from './mailbox.ts';

export interface MailNeeds {
  clock: Clock;
  installation: Pick<Installation, 'zone'>;
}

const todayOf = ({ installation, clock }: MailNeeds): Day => dayIn(installation.zone, clock.now());

/** `once`: what it tells about, where it could be told twice. */
function post<K extends Template>(
  tx: Transaction<unknown>,
  { to, way }: Mailbox,
  mail: { template: K; params: Templates[K]; once?: string },
): Promise<string | null> {
  return postMail(tx, { ...mail, to, locale: 'both', about: { ask: way.ask.id } });
}

async function linkTo(tx: Transaction<unknown>, ask: Ask, today: Day): Promise<`/o/${string}`> {
  return `/o/${await newLink(tx, { ask: ask.id, until: untilOf(ask, today), today })}`;
}

/** What the officer's pages send. Refusal 'no_mailbox'. */
export function officerMails() {
  return {
    async code(tx: Transaction<unknown>, { ask, code }: { ask: string; code: string }): Promise<void> {
      const mailbox = await mailboxOf(tx, ask);
      if (mailbox === null) throw new Refusal('no_mailbox');
      await post(tx, mailbox, { template: 'code', params: { body: mailbox.body, code } });
    },
    async link(
      tx: Transaction<unknown>,
      { ask, token, until }: { ask: string; token: string; until: Day },
    ): Promise<void> {
      const mailbox = await mailboxOf(tx, ask);
      if (mailbox === null) throw new Refusal('no_mailbox');
      const params = { body: mailbox.body, until, path: `/o/${token}` as const };
      await post(tx, mailbox, { template: 'new_link', params });
    },
  };
}

/** Writes what follows from a fact about an ask; what is told twice is written once. */
type Tell = (tx: Transaction<unknown>, needs: MailNeeds, ask: string) => Promise<void>;

/** The request itself, unless it goes as a letter. */
export const tellSent: Tell = async (tx, needs, id) => {
  const mailbox = await mailboxOf(tx, id);
  if (mailbox === null) return;
  const { body, place, way } = mailbox;
  const { ask, events } = way;
  const byLetter = events.some(({ what, note }) => what === 'sent' && note?.why === 'letter');
  const once = `ask.sent ${id}`;
  if (byLetter || ask.due === null || (await mailReader(tx).isWritten(once))) return;
  const path = await linkTo(tx, ask, todayOf(needs));
  const params = { body, place, asked: ask.asked ?? [], due: ask.due, path };
  await post(tx, mailbox, { template: 'ask', params, once });
};

export const tellAnswered: Tell = async (tx, needs, id) => {
  const mailbox = await mailboxOf(tx, id);
  if (mailbox === null) return;
  const { body, way } = mailbox;
  const told = way.events.findLast(({ what }) => what === 'told');
  if (told === undefined || way.ask.due === null) return;
  const once = `told ${id} ${told.number}`;
  if (await mailReader(tx).isWritten(once)) return;
  const path = await linkTo(tx, way.ask, todayOf(needs));
  const params = { body, due: way.ask.due, path };
  await post(tx, mailbox, { template: 'question_answered', params, once });
};

export const tellPassed: Tell = async (tx, _, id) => {
  const mailbox = await mailboxOf(tx, id);
  const passed = mailbox?.way.events.findLast(({ what }) => what === 'passed');
  if (mailbox === null || passed === undefined) return;
  const params = { body: mailbox.body, path: `/asks/${id}` as const };
  await post(tx, mailbox, { template: 'words_passed', params, once: `passed ${id} ${passed.number}` });
};

export const tellWithheld: Tell = async (tx, needs, id) => {
  const mailbox = await mailboxOf(tx, id);
  const withheld = mailbox?.way.events.findLast(({ what }) => what === 'withheld');
  const answer = mailbox?.way.answers.find(({ number }) => number === withheld?.note?.number);
  if (mailbox === null || withheld === undefined || !answer?.withheld) return;
  const once = `withheld ${id} ${withheld.number}`;
  if (await mailReader(tx).isWritten(once)) return;
  const path = await linkTo(tx, mailbox.way.ask, todayOf(needs));
  const params = { body: mailbox.body, why: answer.withheld, path };
  await post(tx, mailbox, { template: 'words_withheld', params, once });
};

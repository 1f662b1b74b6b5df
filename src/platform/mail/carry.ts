/** Where a composed mail goes: to an SMTP server, or in a demonstration to a folder. */
import type { SendMailOptions } from 'nodemailer';
import { domainOf, type Mailbox, oneLine } from './address.ts';
import type { Composed } from './compose.tsx';

export interface Message extends Composed {
  /** Left side of the Message-ID, and the envelope's id in reports (RFC 3461, 4.4). */
  id: string;
  from: Mailbox;
  /** Where reports of mail systems go. */
  returnTo: string;
  to: string;
  date: Date;
}

/**
 * `later`: it may work another time; nobody knows that it did not arrive. `never`: this address or this mail is not
 * taken. `problem` is a kind of failure ('EAUTH', 'ECONNECTION', '550'), never what a server said.
 */
export type Carried = { taken: true } | { taken: false; when: 'later' | 'never'; problem: string };

export interface Carrier {
  /** Does not throw for what a server or the way to it does. */
  carry(message: Message): Promise<Carried>;
}

/** Every header there is. No file and no address is ever read into a mail. */
export function optionsOf({ id, from, returnTo, to, date, subject, plain, html }: Message): SendMailOptions {
  return {
    from: { name: oneLine(from.name), address: from.address },
    to: { name: '', address: to },
    envelope: { from: returnTo, to: [to] },
    messageId: `<${id}@${domainOf(from.address)}>`,
    date,
    subject: oneLine(subject),
    text: plain,
    html,
    headers: {
      // Nobody's holiday notice answers a machine (RFC 3834, 5).
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
    },
    dsn: { id, return: 'headers', notify: ['failure', 'delay'] },
    xMailer: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as SendMailOptions;
}

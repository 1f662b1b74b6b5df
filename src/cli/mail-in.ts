/** `upstander mail-in`: what mail systems report about mails of ours, one at a time; made for a pipe of a mail server. */
import { createReadStream } from 'node:fs';
import { type Filed, fileReport } from '../platform/mail/index.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Command } from './command.ts';
import { opened } from './opened.ts';

const most = 10_000_000;

/** Says what was done, never what was in it. */
const says: Readonly<Record<Filed['what'], string>> = {
  bounced: 'A mail of ours did not arrive. The desk is told.',
  again: 'A mail of ours did not arrive. That is known already.',
  delayed: 'A mail of ours is late; the mail system goes on trying. Nothing to do.',
  passed_on: 'A mail of ours was passed on. Nothing to do.',
  unknown: 'A report about no mail of ours, or about one of long ago. Nothing was done.',
  no_report: 'This is no report of a mail system (RFC 3464). Nothing was done.',
};

export const command: Command = {
  summary: 'reads what a mail system could not deliver, so that the desk hears of it',
  usage: ['mail-in FILE', 'mail-in -        from standard input, e.g. a pipe of the mail server'],
  async run({ args: [file = '-'], config }) {
    const mail = await whole(file);
    const { database } = await opened(config);
    await using _ = database;
    const filed = await fileReport(database.db, mail);
    return { data: filed, text: says[filed.what] };
  },
};

/** Refusal 'mail_unreadable' where it is not there or too large. */
async function whole(file: string): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of file === '-' ? process.stdin : createReadStream(file)) {
      bytes += (part as Buffer).length;
      if (bytes > most) throw new RangeError('too large');
      parts.push(part as Buffer);
    }
  } catch (error) {
    const said = error instanceof RangeError ? 'it is too large' : 'it cannot be opened';
    throw new Refusal('mail_unreadable', { file, said, most });
  }
  return Buffer.concat(parts);
}

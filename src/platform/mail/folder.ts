/** The mail of a demonstration: it goes nowhere but into `<data>/outbox`, one .eml file each, as it would have been sent. */
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Carrier, optionsOf } from './carry.ts';

export const outboxFolder = (data: string): string => join(data, 'outbox');

export function folderCarrier(data: string): Carrier {
  const folder = outboxFolder(data);
  return {
    async carry(message) {
      // Loaded when there is a mail: a server at rest does not hold it in memory.
      const { createTransport } = await import('nodemailer');
      const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
      const { message: bytes } = await transport.sendMail(optionsOf(message));
      const name = `${message.date.toISOString().replace(/[:.]/g, '')}-${message.id}`;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // Beside it and then in place: whoever lists the folder sees whole mails.
      await writeFile(join(folder, `${name}.part`), bytes as Buffer, { mode: 0o600 });
      await rename(join(folder, `${name}.part`), join(folder, `${name}.eml`));
      return { taken: true };
    },
  };
}

export interface Read {
  /** The file's name without its ending. */
  name: string;
  from: string;
  to: string;
  subject: string;
  /** An instant, ISO 8601. */
  date: string;
  plain: string;
  html: string;
}

/** Names of the mails in the folder, newest first. */
export async function mailNames(data: string): Promise<string[]> {
  const files = await readdir(outboxFolder(data)).catch(() => []);
  const names = files.filter((file) => file.endsWith('.eml')).map((file) => file.slice(0, -4));
  return names.sort().reverse();
}

/** As it lies there; null where there is none of that name. */
export async function mailFile(data: string, name: string): Promise<Buffer | null> {
  if (!/^[\w-]{1,80}$/.test(name)) return null;
  return readFile(join(outboxFolder(data), `${name}.eml`)).catch(() => null);
}

export async function readMail(data: string, name: string): Promise<Read | null> {
  const file = await mailFile(data, name);
  if (file === null) return null;
  const { default: PostalMime } = await import('postal-mime');
  const { from, to, subject, date, text, html } = await PostalMime.parse(file);
  return {
    name,
    from: from?.address ? `${from.name} <${from.address}>` : '',
    to: to?.map(({ address }) => address ?? '').join(', ') ?? '',
    subject: subject ?? '',
    date: date ?? '',
    plain: text ?? '',
    html: html ?? '',
  };
}

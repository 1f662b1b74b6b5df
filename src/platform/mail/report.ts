/**
 * Reads what mail systems report about a mail of ours: multipart/report with a delivery status (RFC 3464). Of what is in
 * it only the action and the ids are taken; nothing else leaves this file.
 */
import type { Email } from 'postal-mime';

/** RFC 3464, 2.3.3. */
export type Action = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

export interface DeliveryReport {
  action: Action;
  /** Ids of mails it may be about, the likeliest first; ours have 22 letters. */
  ids: readonly string[];
}

/** Null for whatever is no such report. */
export async function readReport(mail: Uint8Array): Promise<DeliveryReport | null> {
  const email = await parsed(mail);
  if (email === null) return null;
  const status = partOf(email, 'message/delivery-status');
  const action = status === null ? null : actionIn(status);
  if (status === null || action === null) return null;
  const returned = ['message/rfc822', 'text/rfc822-headers', 'message/rfc822-headers', 'message/global']
    .map((type) => partOf(email, type))
    .filter((part) => part !== null);
  return {
    action,
    ids: [
      ...new Set([
        ...fields(status, 'original-envelope-id').filter((id) => /^[\w-]{22}$/.test(id)),
        ...returned.flatMap((part) => messageIds(fields(part, 'message-id'))),
        ...messageIds([email.inReplyTo ?? '', email.references ?? '']),
      ]),
    ],
  };
}

/** Null where parts are nested or headers long beyond reason. */
async function parsed(mail: Uint8Array): Promise<Email | null> {
  try {
    const { default: PostalMime } = await import('postal-mime');
    return await PostalMime.parse(mail, { attachmentEncoding: 'utf8', forceRfc822Attachments: true });
  } catch {
    return null;
  }
}

function partOf({ attachments }: Email, type: string): string | null {
  const part = attachments.find(({ mimeType }) => mimeType === type);
  return part === undefined ? null : String(part.content);
}

/** A failure counts whatever else became of the mail on the way. */
function actionIn(status: string): Action | null {
  const said = fields(status, 'action').map((value) => value.toLowerCase());
  const order: readonly Action[] = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'];
  return order.find((action) => said.includes(action)) ?? null;
}

/** Values of a header field, which may go on over several lines (RFC 5322, 2.2.3). */
function fields(text: string, name: string): string[] {
  const unfolded = text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return unfolded
    .filter((line) => line.toLowerCase().startsWith(`${name}:`))
    .map((line) => line.slice(name.length + 1).trim());
}

const messageIds = (values: readonly string[]): string[] =>
  values.flatMap((value) => [...value.matchAll(/<([\w-]{22})@[^>\s]+>/g)].map(([, id]) => id ?? ''));

/** Seals what a caseworker writes: replies to the recipient she sealed in and to the report, notes to the report alone. */
import type { OpenedReport } from '../../casework/wire.ts';
import { KeyRefusal, recipientOf, sealItem, toBase64url, utf8 } from '../../platform/keys/index.ts';
import { composeReply, replyItem } from '../../report/reply.ts';
import type { Held } from './held.ts';
import type { Opened } from './opening.ts';

interface Writing {
  installation: string;
  report: OpenedReport;
  opened: Opened;
  text: string;
}

export interface SealedText {
  report: string;
  number: number;
  body: string;
}

/** What goes to the server, and what the page shows without unsealing it again. */
export interface Written {
  sealed: SealedText;
  kind: 'reply' | 'note';
  name: string;
  content: Uint8Array;
}

/** `readerId`: as in the signed list, so that her phone finds the key that checks the signature. */
export async function sealReply(writing: Writing, held: Held, readerId: string): Promise<Written> {
  const { installation, report, opened, text } = writing;
  const { id } = report.line;
  const number = report.nextReply;
  const item = replyItem(number);
  const content = composeReply({ installation, report: id, number }, text, {
    reader: readerId,
    signSecret: held.signSecret,
  });
  // Never a recipient the server names: the one inside her first sealed item, and that of the key which opened it.
  const body = await sealItem({ installation, report: id, item, content }, [
    checked(opened).told.replyRecipient,
    await recipientOf(opened.identity),
  ]);
  return { sealed: { report: id, number, body: toBase64url(body) }, kind: 'reply', name: item, content };
}

export async function sealNote({ installation, report, opened, text }: Writing): Promise<Written> {
  const { id } = report.line;
  const number = report.nextNote;
  const item = `note-${number}`;
  const content = utf8(JSON.stringify({ text }));
  const body = await sealItem({ installation, report: id, item, content }, [
    await recipientOf(checked(opened).identity),
  ]);
  return { sealed: { report: id, number, body: toBase64url(body) }, kind: 'note', name: item, content };
}

/** Nothing is sealed where something does not match; the page says what. Refuses `swapped` {field}. */
function checked(opened: Opened): Opened {
  const [field] = opened.mismatches;
  if (field !== undefined) throw new KeyRefusal('swapped', { field });
  return opened;
}

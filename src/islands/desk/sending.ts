/** Signs and seals what a caseworker writes: replies to the recipient she sealed in and to the report, notes to the report alone. */
import type { OpenedReport } from '../../casework/wire.ts';
import { KeyRefusal, recipientOf, sealItem, toBase64url } from '../../platform/keys/index.ts';
import { composeText, type TextKind, textItem } from '../../report/signed-text.ts';
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
  kind: TextKind;
  name: string;
  content: Uint8Array;
}

/** `reader`: as in the signed list, so that her phone and colleagues find the key that checks the signature. */
interface By {
  held: Held;
  reader: string;
}

export async function sealReply(writing: Writing, by: By): Promise<Written> {
  // Never a recipient the server names: the one inside her first sealed item, and that of the key which opened it.
  const { told, identity } = checked(writing.opened);
  return seal('reply', { ...writing, to: [told.replyRecipient, await recipientOf(identity)] }, by);
}

export async function sealNote(writing: Writing, by: By): Promise<Written> {
  return seal('note', { ...writing, to: [await recipientOf(checked(writing.opened).identity)] }, by);
}

async function seal(
  kind: TextKind,
  { installation, report, text, to }: Writing & { to: string[] },
  { held, reader }: By,
): Promise<Written> {
  const { id } = report.line;
  const number = kind === 'reply' ? report.nextReply : report.nextNote;
  const item = textItem(kind, number);
  const content = composeText({ kind, installation, report: id, number }, text, {
    reader,
    signSecret: held.signSecret,
  });
  const body = await sealItem({ installation, report: id, item, content }, to);
  return { sealed: { report: id, number, body: toBase64url(body) }, kind, name: item, content };
}

/** Nothing is sealed where something does not match; the page says what. Refuses `swapped` {field}. */
function checked(opened: Opened): Opened {
  const [field] = opened.mismatches;
  if (field !== undefined) throw new KeyRefusal('swapped', { field });
  return opened;
}

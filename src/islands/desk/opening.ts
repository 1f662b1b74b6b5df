/**
 * Opens one report and checks whose words it holds. What a mismatch means is decided here, once: the words may be
 * read, but nothing is sent to a recipient, and nothing bundled, on the strength of something nobody signed.
 */
import type { OpenedReport } from '../../casework/wire.ts';
import {
  fromBase64url,
  fromUtf8,
  KeyRefusal,
  openItem,
  recipientOf,
  sha256Hex,
  verify,
} from '../../platform/keys/index.ts';
import { additionFields } from '../../report/addition.ts';
import type { Told } from '../../report/answers.ts';
import { isHers } from '../../report/consents.ts';
import { replyItem } from '../../report/reply.ts';
import type { Held } from './held.ts';
import { openSecret } from './together/secret.ts';

export const mismatches = ['told', 'signer', 'secret', 'consents', 'addition'] as const;
export type Mismatch = (typeof mismatches)[number];

export interface Opened {
  /** The report's own identity; with it, every item opens. */
  identity: string;
  told: Told;
  /** Content of each opened item, in order; null where it could not be opened, with the reason. */
  items: readonly OpenedItem[];
  mismatches: readonly Mismatch[];
}

export interface OpenedItem {
  name: string;
  kind: 'told' | 'addition' | 'note' | 'reply';
  day: string;
  author: string | null;
  content: Uint8Array | null;
  refused: KeyRefusal | null;
}

type Item = Pick<OpenedItem, 'name' | 'kind' | 'day' | 'author'> & { body: string; signature: string | null };

/** Refuses as `openSecret` and `openItem` do: without her first item there is nothing that could be checked. */
export async function openReport(report: OpenedReport, held: Held, installation: string): Promise<Opened> {
  const { id } = report.line;
  const place = { installation, report: id };
  const { identity, bound } = await openSecret(fromBase64url(report.secret), held, place);
  const first = report.items.find(({ kind }) => kind === 'told');
  if (first === undefined) throw new KeyRefusal('damaged', { what: 'told' });
  const content = await openItem(fromBase64url(first.body), identity, { ...place, item: 'told' });
  const told = toldFrom(content);
  const isBound = bound?.told === sha256Hex(content);
  const items = await Promise.all(allItems(report).map((item) => opened(item, identity, place)));
  return {
    identity,
    told,
    items,
    mismatches: await mismatched(report, told, { ...place, identity, isBound }),
  };
}

function allItems(report: OpenedReport): Item[] {
  const replies = report.replies.map((reply) => ({
    ...reply,
    name: replyItem(reply.number),
    kind: 'reply' as const,
    signature: null,
  }));
  return [...report.items, ...replies];
}

async function opened(
  item: Item,
  identity: string,
  place: { installation: string; report: string },
): Promise<OpenedItem> {
  const { name, kind, day, author } = item;
  try {
    const content = await openItem(fromBase64url(item.body), identity, { ...place, item: name });
    return { name, kind, day, author, content, refused: null };
  } catch (error) {
    // One damaged note must not hide her words: the others are shown, and this one says why it is not.
    if (!(error instanceof KeyRefusal)) throw error;
    return { name, kind, day, author, content: null, refused: error };
  }
}

/**
 * The signer that counts is the one she sealed in; the server's copy of it proves nothing. And the first item counts
 * only if the secret names it: everybody who knows the report's recipient can seal another, with another signer in it.
 */
async function mismatched(
  report: OpenedReport,
  told: Told,
  {
    installation,
    report: id,
    identity,
    isBound,
  }: { installation: string; report: string; identity: string; isBound: boolean },
): Promise<Mismatch[]> {
  const { signer } = told;
  const additions = report.items.filter(({ kind }) => kind === 'addition');
  const holds: Readonly<Record<Mismatch, boolean>> = {
    told: isBound,
    signer: report.signer === signer,
    secret: (await recipientOf(identity)) === report.recipient,
    consents: isHers({ installation, report: id }, report, signer),
    addition: additions.every(({ name, body, signature }) => {
      const place = { installation, report: id, number: Number(name.slice('addition-'.length)) };
      return verify('addition', additionFields(place, fromBase64url(body)), {
        signer,
        signature: signature ?? '',
      });
    }),
  };
  return mismatches.filter((what) => !holds[what]);
}

function toldFrom(content: Uint8Array): Told {
  const told: unknown = JSON.parse(fromUtf8(content));
  const { signer, replyRecipient } = told as { signer?: unknown; replyRecipient?: unknown };
  // It opened and stands in the right place, yet it is not what our form writes: no reply can be sealed on a guess.
  if (typeof signer !== 'string' || typeof replyRecipient !== 'string')
    throw new KeyRefusal('damaged', { what: 'told' });
  return told as Told;
}

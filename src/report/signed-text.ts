/**
 * What a caseworker writes on a report: its words signed by the reader who wrote them, so that neither a server nor
 * anybody else who can seal to a recipient speaks in a caseworker's name. Pure.
 */
import { fromUtf8, utf8 } from '../platform/keys/bytes.ts';
import type { Left, ReaderList } from '../platform/keys/chain.ts';
import { sha256Hex } from '../platform/keys/digest.ts';
import { KeyRefusal } from '../platform/keys/refusal.ts';
import { sign, verify } from '../platform/keys/sign.ts';
import type { Reader } from '../platform/keys/statement.ts';

/** 'reply' to her; 'note' among caseworkers. A signature holds for its own kind alone. */
export type TextKind = 'reply' | 'note';

/** Where a text stands: the item's name is bound into the envelope and into the signature. */
export interface TextPlace {
  installation: string;
  report: string;
  /** From 1, in the order written, each kind for itself. */
  number: number;
}
export interface SignedText {
  text: string;
  /** The reader whose signature holds; null when it is nobody's of those asked about. */
  from: Reader | null;
  /**
   * When the key was taken off the list; null while it counts. The words are then as good as the day that stands
   * beside them, and that day is the server's word: never to be shown as plainly theirs.
   */
  withdrawn: Date | null;
}

/** Whose signatures are looked for: of a proved list. */
export type Writers = Pick<ReaderList, 'active' | 'left'>;

export const textItem = (kind: TextKind, number: number): string => `${kind}-${number}`;

const fieldsOf = (kind: TextKind, { installation, report, number }: TextPlace, text: string): string[] => [
  installation,
  report,
  textItem(kind, number),
  sha256Hex(text),
];

/** What is sealed as item `<kind>-<n>`. `signSecret`: the writer's own, 32 bytes. */
export function composeText(
  { kind, ...place }: TextPlace & { kind: TextKind },
  text: string,
  by: { reader: string; signSecret: Uint8Array },
): Uint8Array {
  const signature = sign(kind, fieldsOf(kind, place, text), by.signSecret);
  return utf8(JSON.stringify({ text, from: by.reader, signature }));
}

/**
 * `day`: 'YYYY-MM-DD', when the server says it was written. A key that counts now comes first; then one that counted on
 * that day. Without a signature it is from nobody. Refuses `damaged` where there are no words.
 */
export function readText(
  { kind, day, ...place }: TextPlace & { kind: TextKind; day: string },
  content: Uint8Array,
  { active, left }: Writers,
): SignedText {
  const { text, from, signature } = parsed(kind, content);
  const fields = fieldsOf(kind, place, text);
  const holds = ({ id, signer }: Reader) =>
    id === from && typeof signature === 'string' && verify(kind, fields, { signer, signature });
  const reader = active.find(holds);
  if (reader) return { text, from: reader, withdrawn: null };
  const former = left.find((one) => countedOn(one, day) && holds(one.reader));
  return { text, from: former?.reader ?? null, withdrawn: former?.until ?? null };
}

const hour = 3_600_000;

/** A day is longer than 24 hours where nobody says in which zone: it begins 14 hours before UTC's and ends 12 after. */
function countedOn({ from, until }: Left, day: string): boolean {
  const begins = Date.parse(day);
  return begins - 14 * hour <= until.getTime() && begins + 36 * hour >= from.getTime();
}

function parsed(kind: TextKind, content: Uint8Array): { text: string; from?: unknown; signature?: unknown } {
  try {
    const { text, from, signature } = JSON.parse(fromUtf8(content)) as Record<string, unknown>;
    if (typeof text === 'string') return { text, from, signature };
  } catch {
    // Not ours, whatever it is.
  }
  throw new KeyRefusal('damaged', { what: kind });
}

/**
 * What a caseworker writes on a report: its words signed by the reader who wrote them, so that neither a server nor
 * anybody else who can seal to a recipient speaks in a caseworker's name. Pure.
 */
import { fromUtf8, utf8 } from '../platform/keys/bytes.ts';
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
}

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

/** `readers`: of a proved list. Without a signature it is from nobody. Refuses `damaged` where there are no words. */
export function readText(
  { kind, ...place }: TextPlace & { kind: TextKind },
  content: Uint8Array,
  readers: readonly Reader[],
): SignedText {
  const { text, from, signature } = parsed(kind, content);
  const reader = readers.find(({ id }) => id === from);
  if (reader === undefined || typeof signature !== 'string') return { text, from: null };
  const holds = verify(kind, fieldsOf(kind, place, text), { signer: reader.signer, signature });
  return { text, from: holds ? reader : null };
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

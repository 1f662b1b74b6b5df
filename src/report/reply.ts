/**
 * A caseworker's reply: sealed to the reporter's reply recipient and to the report, its words signed by the reader who
 * wrote it, so that a server cannot speak in a caseworker's name. Pure.
 */
import { fromUtf8, utf8 } from '../platform/keys/bytes.ts';
import { sha256Hex } from '../platform/keys/digest.ts';
import { KeyRefusal } from '../platform/keys/refusal.ts';
import { sign, verify } from '../platform/keys/sign.ts';
import type { Reader } from '../platform/keys/statement.ts';

/** Where a reply stands: the item's name is bound into the envelope and into the signature. */
export interface ReplyPlace {
  installation: string;
  report: string;
  /** From 1, in the order written. */
  number: number;
}
export interface Reply {
  text: string;
  /** The reader whose signature holds; null when it is nobody's on the proved list. */
  from: Reader | null;
}

export const replyItem = (number: number): string => `reply-${number}`;

const fieldsOf = ({ installation, report, number }: ReplyPlace, text: string): string[] => [
  installation,
  report,
  replyItem(number),
  sha256Hex(text),
];

/** What is sealed as item `reply-<n>`. `signSecret`: the writer's own, 32 bytes. */
export function composeReply(
  place: ReplyPlace,
  text: string,
  by: { reader: string; signSecret: Uint8Array },
): Uint8Array {
  const signature = sign('reply', fieldsOf(place, text), by.signSecret);
  return utf8(JSON.stringify({ text, from: by.reader, signature }));
}

/** `readers`: of a proved list. Refuses `damaged` for a content `composeReply` never wrote. */
export function readReply(place: ReplyPlace, content: Uint8Array, readers: readonly Reader[]): Reply {
  const { text, from, signature } = parsed(content);
  const reader = readers.find(({ id }) => id === from) ?? null;
  const holds = reader && verify('reply', fieldsOf(place, text), { signer: reader.signer, signature });
  return { text, from: holds ? reader : null };
}

function parsed(content: Uint8Array): { text: string; from: string; signature: string } {
  try {
    const { text, from, signature } = JSON.parse(fromUtf8(content)) as Record<string, unknown>;
    if (typeof text === 'string' && typeof from === 'string' && typeof signature === 'string')
      return { text, from, signature };
  } catch {
    // Not ours, whatever it is.
  }
  throw new KeyRefusal('damaged', { what: 'reply' });
}

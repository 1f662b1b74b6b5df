/** A caseworker's reply: sealed to the reporter's reply recipient and to the report, signed by who wrote it. Pure. */
import type { Reader } from '../platform/keys/statement.ts';
import { composeText, readText, type SignedText, type TextPlace, textItem } from './signed-text.ts';

export const replyItem = (number: number): string => textItem('reply', number);

/** What is sealed as item `reply-<n>`. `signSecret`: the writer's own, 32 bytes. */
export const composeReply = (
  place: TextPlace,
  text: string,
  by: { reader: string; signSecret: Uint8Array },
): Uint8Array => composeText({ ...place, kind: 'reply' }, text, by);

/** `readers`: of a proved list. Refuses `damaged` for a content without words. */
export const readReply = (place: TextPlace, content: Uint8Array, readers: readonly Reader[]): SignedText =>
  readText({ ...place, kind: 'reply' }, content, readers);

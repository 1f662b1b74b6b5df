/** A caseworker's reply: sealed to the reporter's reply recipient and to the report, signed by who wrote it. Pure. */
import {
  composeText,
  readText,
  type SignedText,
  type TextPlace,
  textItem,
  type Writers,
} from './signed-text.ts';

export const replyItem = (number: number): string => textItem('reply', number);

/** What is sealed as item `reply-<n>`. `signSecret`: the writer's own, 32 bytes. */
export const composeReply = (
  place: TextPlace,
  text: string,
  by: { reader: string; signSecret: Uint8Array },
): Uint8Array => composeText({ ...place, kind: 'reply' }, text, by);

/** `day`: when the server says it was written. Refuses `damaged` for a content without words. */
export const readReply = (
  place: TextPlace & { day: string },
  content: Uint8Array,
  writers: Writers,
): SignedText => readText({ ...place, kind: 'reply' }, content, writers);

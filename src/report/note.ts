/** A note among caseworkers: sealed to the report alone, signed by who wrote it. Pure. */
import {
  composeText,
  readText,
  type SignedText,
  type TextPlace,
  textItem,
  type Writers,
} from './signed-text.ts';

export const noteItem = (number: number): string => textItem('note', number);

/** What is sealed as item `note-<n>`. `signSecret`: the writer's own, 32 bytes. */
export const composeNote = (
  place: TextPlace,
  text: string,
  by: { reader: string; signSecret: Uint8Array },
): Uint8Array => composeText({ ...place, kind: 'note' }, text, by);

/** `day`: when the server says it was written. Refuses `damaged` for a content without words. */
export const readNote = (
  place: TextPlace & { day: string },
  content: Uint8Array,
  writers: Writers,
): SignedText => readText({ ...place, kind: 'note' }, content, writers);

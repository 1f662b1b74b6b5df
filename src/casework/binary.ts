import { type Bytes, fromBase64url } from '../platform/keys/index.ts';
import { Refusal } from '../platform/refusal.ts';

/** Bytes of a base64url text somebody sent; Refusal 'unreadable' {field} for anything else. */
export function bytesOf(text: string, field: string): Bytes {
  try {
    return fromBase64url(text);
  } catch {
    throw new Refusal('unreadable', { field });
  }
}

const ageLine = 'age-encryption.org/v1\n';

/** An age file by its first line; what is inside is for its readers alone. Refusal 'unreadable' {field}. */
export function ageFileOf(text: string, field: string): Bytes {
  const file = bytesOf(text, field);
  const first = new TextDecoder('latin1').decode(file.subarray(0, ageLine.length));
  if (first !== ageLine) throw new Refusal('unreadable', { field });
  return file;
}

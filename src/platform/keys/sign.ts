/**
 * What may be signed, and how it is spelled: 'upstander <kind> 1', then each field as '<bytes>:<field>' and a line
 * break, so that no two lists of fields have one spelling. Ed25519 (RFC 8032), strict. Permanent.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { concat, fromBase64url, toBase64url, utf8 } from './bytes.ts';

export { canonicalJson } from './canonical-json.ts';

/** The fields of each kind, in their order. 'Json' is `canonicalJson(...)`, 'Sha256' lower case hexadecimal. */
const fieldsOf = {
  consents: ['installation', 'report', 'recipient', 'n', 'consentsJson'],
  addition: ['installation', 'report', 'item', 'ciphertextSha256'],
  withdrawal: ['installation', 'report'],
  body: ['installation', 'report', 'body', 'n', 'said'],
  reply: ['installation', 'report', 'item', 'textSha256'],
  note: ['installation', 'report', 'item', 'textSha256'],
  statement: ['statementJson'],
  archive: ['statementJson'],
} as const;

export type SignedKind = keyof typeof fieldsOf;

/** The bytes that are signed. Throws RangeError for a wrong number of fields: a bug, nothing was signed. */
export function signed(kind: SignedKind, fields: readonly string[]): Uint8Array {
  const expected = fieldsOf[kind].length;
  if (fields.length !== expected)
    throw new RangeError(`Got ${fields.length} fields of ${kind}, expected ${expected}`);
  const parts = fields.map((field) => utf8(`${utf8(field).length}:${field}\n`));
  return concat(utf8(`upstander ${kind} 1\n`), ...parts);
}

/** `secret`: 32 bytes. Base64url of 64 bytes; the same fields and secret give the same signature. */
export function sign(kind: SignedKind, fields: readonly string[], secret: Uint8Array): string {
  return toBase64url(ed25519.sign(signed(kind, fields), secret));
}

/** A public key and what it is said to have signed with, both base64url. */
export interface SignedBy {
  signer: string;
  signature: string;
}

/** A malformed key or signature is simply not a valid one: false, never an error. */
export function verify(
  kind: SignedKind,
  fields: readonly string[],
  { signer, signature }: SignedBy,
): boolean {
  const message = signed(kind, fields);
  try {
    // zip215: false refuses small-order keys and second spellings, which would let one signature fit two messages.
    return ed25519.verify(fromBase64url(signature), message, fromBase64url(signer), { zip215: false });
  } catch {
    return false;
  }
}

/** The public key of a 32-byte secret, base64url, 43 letters. */
export function signerOf(secret: Uint8Array): string {
  return toBase64url(ed25519.getPublicKey(secret));
}

export function isSigner(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

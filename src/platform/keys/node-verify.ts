/**
 * Node's own Ed25519, ten times as fast as the portable one: what a server checks at its door, once for each report.
 * It is a first look: readers check again with `verify`, which is stricter about odd keys. Server only, so not behind
 * index.ts.
 */
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { concat, fromBase64url, fromHex } from './bytes.ts';
import { type SignedBy, type SignedKind, signed } from './sign.ts';

/** SubjectPublicKeyInfo of an Ed25519 key up to its 32 bytes (RFC 8410, section 4). */
const prefix = fromHex('302a300506032b6570032100');

/**
 * Reads a signer's key once for all that it has signed. A malformed key or signature is simply not a valid one: false,
 * never an error. Handing one check to another thread costs as much as the check itself.
 */
export function verifierHere(
  signer: string,
): (kind: SignedKind, fields: readonly string[], signature: string) => boolean {
  const key = readKey(signer);
  return (kind, fields, signature) => {
    try {
      return key !== null && verify(null, signed(kind, fields), key, fromBase64url(signature));
    } catch {
      return false;
    }
  };
}

/** One signature. */
export const verifyHere = (kind: SignedKind, fields: readonly string[], { signer, signature }: SignedBy) =>
  verifierHere(signer)(kind, fields, signature);

function readKey(signer: string): KeyObject | null {
  try {
    const der = Buffer.from(concat(prefix, fromBase64url(signer)));
    return createPublicKey({ key: der, format: 'der', type: 'spki' });
  } catch {
    return null;
  }
}

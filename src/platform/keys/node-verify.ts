/**
 * Node's own Ed25519, ten times as fast as the portable one: what a server checks at its door, once for each report.
 * It is a first look: readers check again with `verify`, which is stricter about odd keys. Server only, so not behind
 * index.ts.
 */
import { createPublicKey, verify } from 'node:crypto';
import { promisify } from 'node:util';
import { concat, fromBase64url, fromHex } from './bytes.ts';
import { type SignedBy, type SignedKind, signed } from './sign.ts';

const verifyByNode = promisify(verify);

/** SubjectPublicKeyInfo of an Ed25519 key up to its 32 bytes (RFC 8410, section 4). */
const prefix = fromHex('302a300506032b6570032100');

/** Off the main thread. A malformed key or signature is simply not a valid one: false, never an error. */
export async function verifyHere(
  kind: SignedKind,
  fields: readonly string[],
  { signer, signature }: SignedBy,
): Promise<boolean> {
  try {
    const der = Buffer.from(concat(prefix, fromBase64url(signer)));
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return await verifyByNode(null, signed(kind, fields), key, fromBase64url(signature));
  } catch {
    return false;
  }
}

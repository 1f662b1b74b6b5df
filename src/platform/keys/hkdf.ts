/** One secret, many keys: RFC 5869 with SHA-256, no salt, info = 'upstander ' + label. Labels are permanent. */
import { hkdf as extractAndExpand } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { type Bytes, utf8 } from './bytes.ts';

export type Label =
  | 'id' // report id, from the receipt seed
  | 'code' // receipt code, from the receipt seed
  | 'lookup' // what the server finds a report by, from the stretched code
  | 'reply' // X25519 secret replies are sealed to, from the stretched code
  | 'sign' // Ed25519 secret, from the stretched code or from a reader's seed
  | 'open' // X25519 secret, from a reader's seed
  | 'own' // X25519 secret, from the data folder's secret
  | 'archive' // X25519 secret what is locked away is sealed to, from the root
  | 'wrap' // X25519 secret, from a passkey's PRF output
  | 'fingerprint'; // words shown for the root's public key

export function hkdf(secret: Uint8Array, label: Label, length = 32): Bytes {
  return Uint8Array.from(extractAndExpand(sha256, secret, undefined, utf8(`upstander ${label}`), length));
}

/** SHA-256 and HMAC-SHA-256 for everybody who may not import a cipher: stored tokens, signed forms, rate limits. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 as digest } from '@noble/hashes/sha2.js';
import { type Bytes, toHex, utf8 } from './bytes.ts';

function bytesOf(data: Uint8Array | string): Uint8Array {
  return typeof data === 'string' ? utf8(data) : data;
}

/** 32 bytes; a string is hashed as UTF-8. */
export function sha256(data: Uint8Array | string): Bytes {
  return Uint8Array.from(digest(bytesOf(data)));
}

export function sha256Hex(data: Uint8Array | string): string {
  return toHex(sha256(data));
}

/** HMAC-SHA-256 (RFC 2104), 32 bytes. Compare with `equal`, never with `===`. */
export function mac(key: Uint8Array, data: Uint8Array | string): Bytes {
  return Uint8Array.from(hmac(digest, key, bytesOf(data)));
}

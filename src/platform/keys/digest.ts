/** SHA-256 for everybody who may not import a cipher. */
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

/** The same over parts as they come. */
export function sha256Parts(): { add(part: Uint8Array): void; hex(): string } {
  const running = digest.create();
  return { add: (part) => void running.update(part), hex: () => toHex(running.digest()) };
}

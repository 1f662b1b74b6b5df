/**
 * A key that stays in the browser that made it: AES-256-GCM of WebCrypto, not extractable, so that a page can use it and
 * never read it. Where the browser keeps such keys is the browser's affair: who copies its whole folder has the key too.
 */
import { type Bytes, concat, utf8 } from './bytes.ts';
import { randomBytes } from './random.ts';

const nonceLength = 12;
/** Lengths say little: what is sealed grows in such steps. */
const step = 4096;

export const newDeviceKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

/** `place` is bound to it: what is sealed opens in the same place only. Nonce (random, NIST SP 800-38D 8.2.2), then ciphertext. */
export async function sealOnDevice(key: CryptoKey, place: string, text: string): Promise<Bytes> {
  const content = utf8(`${text}\n`);
  const padded = new Uint8Array(Math.ceil(content.length / step) * step).fill(0x0a);
  padded.set(content);
  return lockOnDevice(key, place, padded);
}

/** The same for bytes, whose length it shows: what has to hide its own is padded before. */
export async function lockOnDevice(key: CryptoKey, place: string, content: Bytes): Promise<Bytes> {
  const nonce = randomBytes(nonceLength);
  return concat(nonce, new Uint8Array(await crypto.subtle.encrypt(algorithm(nonce, place), key, content)));
}

/** Rejects as `openOnDevice` does. */
export async function unlockOnDevice(key: CryptoKey, place: string, locked: Bytes): Promise<Bytes> {
  const nonce = locked.slice(0, nonceLength);
  return new Uint8Array(await crypto.subtle.decrypt(algorithm(nonce, place), key, locked.slice(nonceLength)));
}

/** Rejects when it was sealed by another key or for another place, or was changed since. Line breaks at the end are gone. */
export async function openOnDevice(key: CryptoKey, place: string, sealed: Bytes): Promise<string> {
  return new TextDecoder().decode(await unlockOnDevice(key, place, sealed)).trimEnd();
}

const algorithm = (iv: Bytes, place: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: utf8(`upstander device 1\n${place}`),
});

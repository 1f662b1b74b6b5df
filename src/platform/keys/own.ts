/** Short secrets of others that this installation must be able to read again: sealed under the data folder's own secret. */
import { identityOf, recipientOf } from './age-key.ts';
import { fromUtf8, utf8 } from './bytes.ts';
import { hkdf } from './hkdf.ts';
import { openWith, sealFor } from './seal.ts';

/** `folder`: 32 bytes that lie in the data folder and nowhere else. An age file. */
export async function sealOwn(folder: Uint8Array, text: string): Promise<Uint8Array> {
  return sealFor([await recipientOf(identityOf(hkdf(folder, 'own')))], utf8(text));
}

/** KeyRefusal where it was sealed in another folder, or damaged. */
export async function openOwn(folder: Uint8Array, sealed: Uint8Array): Promise<string> {
  return fromUtf8(await openWith(identityOf(hkdf(folder, 'own')), sealed));
}

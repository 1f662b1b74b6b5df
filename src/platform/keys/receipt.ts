/**
 * The receipt: a seed made when the form starts, and everything the code she writes down can open. Deterministic, so
 * every function may be called twice: a repeated send has the same id and shows the same code.
 */
import { identityOf, recipientOf } from './age-key.ts';
import { toBase64url, utf8 } from './bytes.ts';
import { type Code, canonicalCode, codeFrom } from './code.ts';
import { sha256 } from './digest.ts';
import { hkdf } from './hkdf.ts';
import type { CodeList } from './lists.ts';
import { randomBytes } from './random.ts';
import { signerOf } from './sign.ts';
import { browserScrypt, receiptCost, type Scrypt } from './stretch.ts';

export interface Receipt {
  /** 32 bytes shown to the server, which keeps only their hash. */
  lookup: Uint8Array;
  /** age identity that opens replies; `replyRecipient` stands inside the first sealed item. */
  replyIdentity: string;
  replyRecipient: string;
  /** Ed25519 secret (32 bytes) and public key (base64url) for consents, additions, withdrawal. */
  signSecret: Uint8Array;
  signer: string;
}

/** N: 16 random bytes. */
export function newSeed(): Uint8Array {
  return randomBytes(16);
}

/** 22 letters of base64url. */
export function reportId(seed: Uint8Array): string {
  return toBase64url(hkdf(seed, 'id', 16));
}

/** 6 words or 20 digits; 65 bits or more. The seed cannot be told from the code, nor the code from the id. */
export function receiptCode(seed: Uint8Array, list: CodeList): Code {
  return codeFrom(hkdf(seed, 'code', 64), list);
}

/** `salt`: the installation's 16 bytes, so that one table of guesses does not serve two installations. */
export async function deriveReceipt(
  code: Code,
  salt: Uint8Array,
  { scrypt = browserScrypt }: { scrypt?: Scrypt } = {},
): Promise<Receipt> {
  const stretched = await scrypt(utf8(canonicalCode(code)), salt, receiptCost);
  const replyIdentity = identityOf(hkdf(stretched, 'reply'));
  const signSecret = hkdf(stretched, 'sign');
  return {
    lookup: hkdf(stretched, 'lookup'),
    replyIdentity,
    replyRecipient: await recipientOf(replyIdentity),
    signSecret,
    signer: signerOf(signSecret),
  };
}

/** What the server stores: a thief of the table cannot come back with it. */
export function lookupHash(lookup: Uint8Array): Uint8Array {
  return sha256(lookup);
}

/**
 * A caseworker's seed and what comes of it. The server holds only wraps of the seed: it can hand out an old or a wrong
 * one, so whoever unwraps compares `readerKeys(seed)` with their own entry in the chain before using it.
 */
import { Decrypter, Encrypter } from 'age-encryption';
import { identityOf, recipientOf } from './age-key.ts';
import { fromBase64url, fromUtf8, toBase64url, utf8 } from './bytes.ts';
import { sha256 } from './digest.ts';
import { hkdf } from './hkdf.ts';
import { randomBytes } from './random.ts';
import { KeyRefusal } from './refusal.ts';
import { openWith, sealFor } from './seal.ts';
import { signerOf } from './sign.ts';

export interface ReaderKeys {
  /** age identity and recipient: opening. */
  identity: string;
  recipient: string;
  /** Ed25519 secret (32 bytes) and public key (base64url): signing. */
  signSecret: Uint8Array;
  signer: string;
}

/** log2 of scrypt's N for the paper phrase, about half a second here. Permanent only per wrap: age writes it down. */
const phraseLogN = 17;
const seedShape = /^upstander reader seed 1\n([\w-]{43})\n$/;

/** 32 random bytes. A lost seed is never rebuilt. */
export function newReaderSeed(): Uint8Array {
  return randomBytes(32);
}

/** The same seed always gives the same keys. */
export async function readerKeys(seed: Uint8Array): Promise<ReaderKeys> {
  const identity = identityOf(hkdf(seed, 'open'));
  const signSecret = hkdf(seed, 'sign');
  return { identity, recipient: await recipientOf(identity), signSecret, signer: signerOf(signSecret) };
}

/**
 * `phrase`: as `newPhrase` or `readPhrase` spell it. An age file stock age opens with the phrase. Blocks about 0.5 s.
 * `logN`: lower only for a phrase that is no secret, such as the one a demonstration prints.
 */
export async function wrapByPhrase(seed: Uint8Array, phrase: string, logN = phraseLogN): Promise<Uint8Array> {
  const age = new Encrypter();
  age.setScryptWorkFactor(logN);
  age.setPassphrase(phrase);
  return age.encrypt(written(seed));
}

/** Refuses `wrong_phrase`; a damaged wrap is told apart only where it can be, since a guesser need not know. */
export async function unwrapByPhrase(wrap: Uint8Array, phrase: string): Promise<Uint8Array> {
  const age = new Decrypter();
  age.addPassphrase(phrase);
  const opened = await age.decrypt(wrap).catch(() => {
    throw new KeyRefusal('wrong_phrase');
  });
  return read(opened);
}

/** `prf`: at least 32 bytes of a passkey's PRF output for `prfInput(installation)`. */
export async function wrapByPrf(seed: Uint8Array, prf: Uint8Array): Promise<Uint8Array> {
  return sealFor([await recipientOf(wrapIdentity(prf))], utf8(written(seed)));
}

/** Refuses `wrong_phrase` when the passkey is another one, `damaged` otherwise. */
export async function unwrapByPrf(wrap: Uint8Array, prf: Uint8Array): Promise<Uint8Array> {
  const opened = await openWith(wrapIdentity(prf), wrap).catch((error: unknown) => {
    throw error instanceof KeyRefusal && error.code === 'not_for_you'
      ? new KeyRefusal('wrong_phrase')
      : error;
  });
  return read(opened);
}

/** What each passkey of an installation evaluates its PRF on: 32 bytes, the same at enrolment and at each unlock. */
export function prfInput(installation: string): Uint8Array {
  return sha256(`upstander prf 1\n${installation}`);
}

function wrapIdentity(prf: Uint8Array): string {
  // A short output would be padded by nobody and guessed by somebody.
  if (prf.length < 32) throw new KeyRefusal('bad_key');
  return identityOf(hkdf(prf, 'wrap'));
}

function written(seed: Uint8Array): string {
  if (seed.length !== 32) throw new KeyRefusal('bad_key');
  return `upstander reader seed 1\n${toBase64url(seed)}\n`;
}

function read(opened: Uint8Array): Uint8Array {
  const seed = seedShape.exec(fromUtf8(opened))?.[1];
  // It opened, so it was sealed under our secret, but holds something else: using it would be using foreign keys.
  if (seed === undefined) throw new KeyRefusal('damaged', { what: 'wrap' });
  return fromBase64url(seed);
}

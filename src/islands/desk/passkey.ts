/**
 * One touch of a passkey signs in and opens the keys: the authenticator answers the server's challenge and, by the
 * PRF extension (WebAuthn Level 3, 10.1.4), gives a secret that only this page sees. It is cut from the answer
 * before anything is sent.
 */
import {
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { prfInput, randomBytes, toBase64url } from '../../platform/keys/index.ts';
import { installation } from '../reporter/root.ts';

interface PrfResults {
  prf?: { enabled?: boolean; results?: { first?: BufferSource } };
}

export interface Touched<Response> {
  response: Response;
  /** 32 bytes, or null where this passkey or browser has no PRF. */
  prf: Uint8Array | null;
}

const withPrf = (extensions: object | undefined) => ({
  ...extensions,
  prf: { eval: { first: prfInput(installation) } },
});

function withoutSecret<Response extends AuthenticationResponseJSON | RegistrationResponseJSON>(
  answered: Response,
): Touched<Response> {
  const { prf, ...others } = answered.clientExtensionResults as PrfResults;
  const first = prf?.results?.first;
  return {
    response: { ...answered, clientExtensionResults: others },
    prf: first === undefined ? null : bytesOf(first),
  };
}

function bytesOf(source: BufferSource): Uint8Array {
  return source instanceof ArrayBuffer
    ? new Uint8Array(source)
    : new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice();
}

export async function touch(
  options: PublicKeyCredentialRequestOptionsJSON,
): Promise<Touched<AuthenticationResponseJSON>> {
  return withoutSecret(
    await startAuthentication({ optionsJSON: { ...options, extensions: withPrf(options.extensions) } }),
  );
}

/** Opens the keys again on a page that is already signed in: the answer goes nowhere, so any challenge will do. */
export function touchHere(ids: readonly string[]): Promise<Touched<AuthenticationResponseJSON>> {
  return touch({
    challenge: toBase64url(randomBytes(32)),
    allowCredentials: ids.map((id) => ({ id, type: 'public-key' })),
    userVerification: 'required',
  });
}

/**
 * A new passkey. Many authenticators give the PRF secret only when the passkey is next used; then `prf` is null here
 * and `touchHere` asks for it.
 */
export async function newPasskey(
  options: PublicKeyCredentialCreationOptionsJSON,
): Promise<Touched<RegistrationResponseJSON>> {
  return withoutSecret(
    await startRegistration({ optionsJSON: { ...options, extensions: withPrf(options.extensions) } }),
  );
}

/** True where the person closed the browser's own question: nothing went wrong, nothing is said. */
export function wasClosed(error: unknown): boolean {
  return error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError');
}

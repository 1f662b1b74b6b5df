/**
 * Passkeys (WebAuthn Level 3): proved to be there, and by a person, at each use. Their PRF secret stays in the browser;
 * what it wraps is in people/wraps.ts.
 */
import type {
  AuthenticationResponseJSON,
  RegistrationResponseJSON,
  VerifiedAuthenticationResponse,
  VerifiedRegistrationResponse,
} from '@simplewebauthn/server';
import { dayIn } from '../../platform/clock.ts';
import type { Cookie } from '../../platform/http/index.ts';
import { randomBytes, sha256, toBase64url, utf8 } from '../../platform/keys/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { CaseworkDeps } from '../deps.ts';
import { beginSession } from './sessions.ts';
import { accessStore } from './store.ts';
import { tellColleagues } from './tell.ts';

/** Loaded with the first passkey: what reads attestations is large, and a server rests for hours without one. */
const library = () => import('@simplewebauthn/server');

type Needs = Pick<CaseworkDeps, 'db' | 'clock' | 'installation' | 'publicUrl'>;

/** How long a browser may take to answer. */
const patience = 5 * 60_000;

/** ES256, EdDSA, RS256: what platforms and keys in use offer. */
const algorithms = [-7, -8, -257];

/** A question answered at most once, by this person or, for `null`, by whoever signs in. */
async function ask({ db, clock }: Needs, person: string | null): Promise<Uint8Array<ArrayBuffer>> {
  const now = clock.now();
  const challenge = randomBytes(32);
  const store = accessStore(db);
  await store.forgetEnded(now);
  const ends = new Date(now.getTime() + patience);
  await store.addChallenge({ hash: sha256(toBase64url(challenge)), person, ends });
  return challenge;
}

/** The question this answers, which is used up whatever follows. Refusal 'passkey_refused' where we never asked it. */
async function answered(
  { db, clock }: Needs,
  person: string | null,
  response: { response: { clientDataJSON: string } },
): Promise<string> {
  const challenge = await challengeOf(response.response.clientDataJSON);
  const asked = await accessStore(db).takeChallenge(sha256(challenge), { person, now: clock.now() });
  if (!asked) throw new Refusal('passkey_refused');
  return challenge;
}

async function challengeOf(clientData: string): Promise<string> {
  const { decodeClientDataJSON } = await import('@simplewebauthn/server/helpers');
  try {
    return String(decodeClientDataJSON(clientData).challenge);
  } catch {
    throw new Refusal('passkey_refused');
  }
}

export async function registrationOptions(needs: Needs, person: { id: string; name: string }) {
  const { generateRegistrationOptions } = await library();
  const known = await accessStore(needs.db).passkeys(person.id);
  return generateRegistrationOptions({
    rpName: needs.installation.name.en,
    rpID: new URL(needs.publicUrl()).hostname,
    userName: person.name,
    userDisplayName: person.name,
    userID: utf8(person.id),
    challenge: await ask(needs, person.id),
    attestationType: 'none',
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: algorithms,
  });
}

/** The new credential's id. Refusal 'passkey_refused'. */
export async function addPasskey(
  needs: Needs,
  person: string,
  response: RegistrationResponseJSON,
): Promise<string> {
  const { db, clock, installation } = needs;
  const { verifyRegistrationResponse } = await library();
  const verified: VerifiedRegistrationResponse = await verifyRegistrationResponse({
    response,
    expectedChallenge: await answered(needs, person, response),
    expectedOrigin: needs.publicUrl(),
    expectedRPID: new URL(needs.publicUrl()).hostname,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch(refused);
  if (!verified.verified) throw new Refusal('passkey_refused');
  const { credential } = verified.registrationInfo;
  await db.transaction().execute(async (tx) => {
    const store = accessStore(tx);
    if ((await store.passkey(credential.id)) !== undefined) throw new Refusal('passkey_refused');
    await store.addPasskey({
      id: credential.id,
      person,
      public_key: credential.publicKey,
      counter: credential.counter,
      transports: credential.transports ?? [],
      added: dayIn(installation.zone, clock.now()),
    });
    await tellColleagues(tx, needs, { person, what: 'new_passkey' });
  });
  return credential.id;
}

/** Names nobody: which passkeys there are is between browser and person. */
export async function signInOptions(needs: Needs) {
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({
    rpID: new URL(needs.publicUrl()).hostname,
    challenge: await ask(needs, null),
    userVerification: 'required',
  });
}

/** Refusal 'passkey_refused' for an unknown, wrong, late or repeated answer alike. */
export async function signIn(needs: Needs, response: AuthenticationResponseJSON): Promise<Cookie> {
  const { db, clock, installation } = needs;
  const passkey = await accessStore(db).passkey(response.id);
  if (passkey === undefined) throw new Refusal('passkey_refused');
  const { verifyAuthenticationResponse } = await library();
  const verified: VerifiedAuthenticationResponse = await verifyAuthenticationResponse({
    response,
    expectedChallenge: await answered(needs, null, response),
    expectedOrigin: needs.publicUrl(),
    expectedRPID: new URL(needs.publicUrl()).hostname,
    requireUserVerification: true,
    credential: {
      id: passkey.id,
      publicKey: Uint8Array.from(passkey.public_key),
      counter: Number(passkey.counter),
      transports: passkey.transports,
    },
  }).catch(refused);
  if (!verified.verified) throw new Refusal('passkey_refused');
  const { newCounter } = verified.authenticationInfo;
  return db.transaction().execute(async (tx) => {
    await accessStore(tx).countPasskey(passkey.id, newCounter);
    return beginSession(tx, passkey.person, { clock, zone: installation.zone });
  });
}

/** The library throws for whatever does not fit; why is nobody's business who holds no passkey of ours. */
function refused(): never {
  throw new Refusal('passkey_refused');
}

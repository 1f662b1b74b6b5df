/** Registers a passkey and wraps the keys under its secret, in one go for the person. */
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import type { Wrap } from '../../casework/wire.ts';
import { ask } from './ask.ts';
import { passkeyWrap } from './enrolling.ts';
import type { Held } from './held.ts';
import { newPasskey, touchHere } from './passkey.ts';

/**
 * The wrap, or null where this passkey signs in but gives no secret: then paper must open the keys. `held`: null where it is
 * to sign in alone.
 */
export async function addPasskey(held: Held | null): Promise<Wrap | null> {
  const options = await ask<PublicKeyCredentialCreationOptionsJSON>('passkey/options', {});
  const made = await newPasskey(options);
  const { id } = made.response;
  await ask('passkey', { response: made.response, wrap: null });
  if (held === null) return null;
  // Many authenticators give the secret only on use: the person is asked for a second touch.
  const prf = made.prf ?? (await touchHere([id]).then((touched) => touched.prf));
  return prf === null ? null : passkeyWrap(held, id, prf);
}

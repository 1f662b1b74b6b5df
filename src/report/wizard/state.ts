/**
 * The answers so far, carried in the form itself and signed, so that no session store holds them. Signed, not sealed:
 * it is her own page. A form that was changed by hand is refused as a whole.
 */
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { equal, fromBase64url, fromUtf8, toBase64url, utf8 } from '../../platform/keys/bytes.ts';
import { mac } from '../../platform/keys/node-mac.ts';
import { type Started, stages } from './way.ts';

const shape = Type.Object(
  {
    seed: Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' }),
    list: Type.String({ maxLength: 20 }),
    sent: Type.Boolean(),
    shared: Type.Boolean(),
    stage: Type.Unsafe<Started['stage']>(Type.Enum([...stages])),
    returning: Type.Boolean(),
    fields: Type.Record(
      Type.String({ pattern: '^[a-z_]{1,20}$' }),
      Type.Union([Type.String(), Type.Array(Type.String())]),
    ),
  },
  { additionalProperties: false },
);

const purpose = 'report form 1\n';

/** `secret`: the installation's form secret, 32 bytes. */
export function signState(state: Started, secret: Uint8Array): string {
  const text = toBase64url(utf8(JSON.stringify(state)));
  return `${text}.${signature(text, secret)}`;
}

/** Null for anything this installation did not sign: never a guess at what was meant. */
export function readState(signed: string, secret: Uint8Array): Started | null {
  const [text = '', given = '', ...more] = signed.split('.');
  if (more.length > 0 || !equal(utf8(given), utf8(signature(text, secret)))) return null;
  try {
    const state: unknown = JSON.parse(fromUtf8(fromBase64url(text)));
    return Value.Check(shape, state) ? state : null;
  } catch {
    // Signed by us, yet of an older form: it starts again.
    return null;
  }
}

function signature(text: string, secret: Uint8Array): string {
  return toBase64url(mac(secret, purpose + text));
}

/** A passkey in software: ES256, user verified, no attestation (WebAuthn Level 3, 6.1 and 8.7). For tests only. */
import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

type Options = Readonly<Record<string, unknown>>;
export interface Wrong {
  origin?: string;
  verified?: boolean;
}

export interface Authenticator {
  create(options: Options): Promise<{ id: string } & Record<string, unknown>>;
  get(options: Options, wrong?: Wrong): Promise<{ id: string } & Record<string, unknown>>;
}

const hash = (data: Uint8Array | string) => createHash('sha256').update(data).digest();
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');

const present = 0x01;
const verified = 0x04;
const withCredential = 0x40;

export function authenticator(origin: string): Authenticator {
  const id = randomBytes(32);
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const rpHash = hash(new URL(origin).hostname);
  let counter = 0;

  const data = (flags: number, more: Uint8Array = Buffer.alloc(0)) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(++counter);
    return Buffer.concat([rpHash, Buffer.of(flags), count, more]);
  };
  const client = (type: string, challenge: unknown, from = origin) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }));
  const answer = (response: Record<string, string>) => ({
    id: text(id),
    rawId: text(id),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  });

  return {
    async create({ challenge }) {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const credential = Buffer.concat([Buffer.alloc(16), length, id, cose(publicKey)]);
      const authData = data(present | verified | withCredential, credential);
      return answer({
        clientDataJSON: text(client('webauthn.create', challenge)),
        attestationObject: text(attestation(authData)),
      });
    },
    async get({ challenge }, wrong = {}) {
      const authData = data(wrong.verified === false ? present : present | verified);
      const clientData = client('webauthn.get', challenge, wrong.origin);
      const signed = createSign('sha256').update(Buffer.concat([authData, hash(clientData)]));
      return answer({
        clientDataJSON: text(clientData),
        authenticatorData: text(authData),
        signature: text(signed.sign(privateKey)),
      });
    },
  };
}

/** CBOR (RFC 8949) of {fmt: 'none', attStmt: {}, authData}. */
function attestation(authData: Uint8Array): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(authData.length);
  return Buffer.concat([
    Buffer.of(0xa3),
    word('fmt'),
    word('none'),
    word('attStmt'),
    Buffer.of(0xa0),
    word('authData'),
    Buffer.of(0x59),
    length,
    authData,
  ]);
}

/** A COSE key (RFC 9053, 7.1.1): kty EC2, alg ES256, crv P-256, x, y. */
function cose(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return Buffer.concat([
    Buffer.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20),
    Buffer.from(x, 'base64url'),
    Buffer.of(0x22, 0x58, 0x20),
    Buffer.from(y, 'base64url'),
  ]);
}

const word = (text: string) => Buffer.concat([Buffer.of(0x60 + text.length), Buffer.from(text)]);

/**
 * The spelling of age's X25519 keys: bech32 (BIP 173) of 32 bytes, as in the age specification (C2SP age.md,
 * "The X25519 recipient type"). Encoding only; reading is left to the age library, which checks the checksum.
 */
import { identityToRecipient } from 'age-encryption';
import { randomBytes } from './random.ts';
import { KeyRefusal } from './refusal.ts';

const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

const identityShape = /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/;
const recipientShape = /^age1[02-9ac-hj-np-z]{58}$/;

function polymod(values: readonly number[]): number {
  let check = 1;
  for (const value of values) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    generator.forEach((term, i) => {
      if ((top >>> i) & 1) check ^= term;
    });
  }
  return check;
}

function fiveBits(bytes: Uint8Array): number[] {
  const values: number[] = [];
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      values.push((held >> bits) & 31);
    }
  }
  return bits > 0 ? [...values, (held << (5 - bits)) & 31] : values;
}

function bech32(prefix: string, bytes: Uint8Array): string {
  const codes = Array.from(prefix, (letter) => letter.charCodeAt(0));
  const expanded = [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
  const data = fiveBits(bytes);
  const check = polymod([...expanded, ...data, 0, 0, 0, 0, 0, 0]) ^ 1;
  const checksum = [25, 20, 15, 10, 5, 0].map((shift) => (check >>> shift) & 31);
  return `${prefix}1${[...data, ...checksum].map((value) => letters[value]).join('')}`;
}

/** `secret`: 32 bytes, any; X25519 clamps them on use. */
export function identityOf(secret: Uint8Array): string {
  if (secret.length !== 32) throw new KeyRefusal('bad_key');
  return bech32('age-secret-key-', secret).toUpperCase();
}

/** A new age identity, e.g. the one key of one report. */
export function newIdentity(): string {
  return identityOf(randomBytes(32));
}

/** Refuses `bad_key` where the identity is mistyped or of another kind: nothing is sealed to a guess. */
export async function recipientOf(identity: string): Promise<string> {
  if (!isIdentity(identity)) throw new KeyRefusal('bad_key');
  return identityToRecipient(identity).catch(() => {
    throw new KeyRefusal('bad_key');
  });
}

/** By shape alone (X25519 only: Debian's age knows no other kind); the checksum is checked on use. */
export function isIdentity(text: string): boolean {
  return identityShape.test(text);
}

export function isRecipient(text: string): boolean {
  return recipientShape.test(text);
}

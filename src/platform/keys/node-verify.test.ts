import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyHere } from './node-verify.ts';
import { randomBytes } from './random.ts';
import { sign, signerOf, verify } from './sign.ts';

const secret = randomBytes(32);
const signer = signerOf(secret);
const fields = ['installation', 'report', 'age1recipient'];
const signature = sign('recipient', fields, secret);

test('what was signed is accepted, anything else is not', () => {
  expect(verifyHere('recipient', fields, { signer, signature })).toBe(true);
  expect(verifyHere('recipient', ['installation', 'report', 'age1other'], { signer, signature })).toBe(false);
  expect(verifyHere('withdrawal', fields.slice(0, 2), { signer, signature })).toBe(false);
});

test('it agrees with the portable one about changed signatures and keys, and never throws', () => {
  const letter = fc.constantFrom(...'AQgw_-9z');
  fc.assert(
    fc.property(fc.nat(85), letter, fc.nat(42), letter, (at, other, keyAt, keyOther) => {
      const changed = { signer, signature: signature.slice(0, at) + other + signature.slice(at + 1) };
      expect(verifyHere('recipient', fields, changed)).toBe(verify('recipient', fields, changed));
      const key = signer.slice(0, keyAt) + keyOther + signer.slice(keyAt + 1);
      const by = { signer: key, signature };
      expect(verifyHere('recipient', fields, by)).toBe(verify('recipient', fields, by));
    }),
    { numRuns: 40 },
  );
  expect(verifyHere('recipient', fields, { signer: '', signature: 'junk!' })).toBe(false);
});

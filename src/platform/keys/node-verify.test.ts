import fc from 'fast-check';
import { expect, test } from 'vitest';
import { verifyHere } from './node-verify.ts';
import { randomBytes } from './random.ts';
import { sign, signerOf, verify } from './sign.ts';

const secret = randomBytes(32);
const signer = signerOf(secret);
const fields = ['installation', 'report', 'addition-1', 'sha256'];
const signature = sign('addition', fields, secret);

test('what was signed is accepted, anything else is not', () => {
  expect(verifyHere('addition', fields, { signer, signature })).toBe(true);
  expect(
    verifyHere('addition', ['installation', 'report', 'addition-2', 'sha256'], { signer, signature }),
  ).toBe(false);
  expect(verifyHere('withdrawal', fields.slice(0, 2), { signer, signature })).toBe(false);
});

test('it agrees with the portable one about changed signatures and keys, and never throws', () => {
  const letter = fc.constantFrom(...'AQgw_-9z');
  fc.assert(
    fc.property(fc.nat(85), letter, fc.nat(42), letter, (at, other, keyAt, keyOther) => {
      const changed = { signer, signature: signature.slice(0, at) + other + signature.slice(at + 1) };
      expect(verifyHere('addition', fields, changed)).toBe(verify('addition', fields, changed));
      const key = signer.slice(0, keyAt) + keyOther + signer.slice(keyAt + 1);
      const by = { signer: key, signature };
      expect(verifyHere('addition', fields, by)).toBe(verify('addition', fields, by));
    }),
    { numRuns: 40 },
  );
  expect(verifyHere('addition', fields, { signer: '', signature: 'junk!' })).toBe(false);
});

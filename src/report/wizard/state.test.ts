import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readState, signState } from './state.ts';
import type { Started } from './way.ts';

const secret = new Uint8Array(32).fill(7);
const state: Started = {
  seed: 'AAAAAAAAAAAAAAAAAAAAAA',
  list: 'en-1',
  sent: false,
  shared: true,
  stage: 'kinds',
  returning: false,
  fields: { who: 'me', kinds: ['words', 'followed'], words: 'على السلم' },
};

test('what was signed is read again', () => {
  expect(readState(signState(state, secret), secret)).toEqual(state);
});

test('a form changed by one letter anywhere is refused', () => {
  const signed = signState(state, secret);
  fc.assert(
    fc.property(fc.nat(signed.length - 1), fc.constantFrom(...'ABab01_-.'), (at, letter) => {
      const changed = signed.slice(0, at) + letter + signed.slice(at + 1);
      expect(readState(changed, secret) === null).toBe(changed !== signed);
    }),
  );
});

test('junk and another installation’s form are refused', () => {
  expect(readState(signState(state, new Uint8Array(32).fill(8)), secret)).toBeNull();
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (junk) => {
      expect(readState(junk, secret)).toBeNull();
    }),
  );
});

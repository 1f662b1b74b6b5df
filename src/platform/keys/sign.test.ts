import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64url } from './bytes.ts';
import { canonicalJson } from './canonical-json.ts';
import { randomBytes } from './random.ts';
import { sign, signed, signerOf, verify } from './sign.ts';

const secret = randomBytes(32);
const signer = signerOf(secret);
const four = fc.tuple(fc.string({ unit: 'binary' }), fc.string(), fc.string(), fc.string());
const five = fc.tuple(fc.string({ unit: 'binary' }), fc.string(), fc.string(), fc.string(), fc.string());

describe('a signature', () => {
  it('is good for its kind, its fields and its signer, and for nothing else', () => {
    fc.assert(
      fc.property(five, five, (fields, others) => {
        const signature = sign('consents', fields, secret);
        expect(verify('consents', fields, { signer, signature })).toBe(true);
        expect(verify('addition', fields.slice(1), { signer, signature })).toBe(false);
        expect(verify('consents', fields, { signer: signerOf(randomBytes(32)), signature })).toBe(false);
        fc.pre(fields.some((field, i) => field !== others[i]));
        expect(verify('consents', others, { signer, signature })).toBe(false);
      }),
      { numRuns: 30 },
    );
  });
  it('that is malformed is not good, and no error', () => {
    const fields = ['house', 'report'];
    const signature = sign('withdrawal', fields, secret);
    for (const bad of ['', 'x', `${signature}A`, signature.slice(1), `${signature.slice(0, -1)}!`]) {
      expect(verify('withdrawal', fields, { signer, signature: bad })).toBe(false);
    }
    expect(verify('withdrawal', fields, { signer: 'x', signature })).toBe(false);
  });
  it('by a key of small order, which fits any message, is not good', () => {
    const identity = new Uint8Array(32);
    identity[0] = 1;
    const zero = new Uint8Array(64);
    zero[0] = 1;
    const forged = { signer: toBase64url(identity), signature: toBase64url(zero) };
    expect(verify('withdrawal', ['house', 'report'], forged)).toBe(false);
  });
  it('two lists of fields never have one spelling', () => {
    fc.assert(
      fc.property(four, four, (a, b) => {
        fc.pre(a.some((field, i) => field !== b[i]));
        expect(signed('reply', a)).not.toEqual(signed('reply', b));
      }),
    );
    expect(signed('withdrawal', ['a\n1:b', 'c'])).not.toEqual(signed('withdrawal', ['a', 'b\n1:c']));
  });
  it('over too few fields is a bug, said at once', () => {
    expect(() => signed('consents', ['a'])).toThrow('Got 1 fields of consents, expected 5');
  });
});

describe('canonical JSON', () => {
  it('is one text for one value, whatever the order of keys, and reads back as it', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))),
        (value) => {
          const turned = Object.fromEntries(Object.entries(value).reverse());
          expect(canonicalJson(turned)).toBe(canonicalJson(value));
          expect(Object.entries(JSON.parse(canonicalJson(value))).sort()).toEqual(
            Object.entries(value).sort(),
          );
        },
      ),
    );
  });
  it('sorts keys, leaves out what is undefined, adds no space', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'ا' }], a: true, e: undefined })).toBe(
      '{"a":true,"b":[1,{"c":"ا","d":null}]}',
    );
  });
  it.each([1.5, Number.NaN, 2 ** 60, new Map(), () => 1, Symbol('x'), 1n, [undefined]])(
    'refuses what has no one spelling: %s',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );
});

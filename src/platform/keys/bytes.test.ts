import { hkdfSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concat, equal, fromBase64url, fromHex, fromUtf8, toBase64url, toHex, utf8 } from './bytes.ts';
import { sha256Hex } from './digest.ts';
import { hkdf } from './hkdf.ts';
import { mac } from './node-mac.ts';
import { quickWork } from './quick-work.ts';
import { randomId, randomToken } from './random.ts';
import { solveWork, verifyWork } from './work.ts';

const some = fc.uint8Array({ maxLength: 200 });

describe('bytes', () => {
  it('have one base64url and one hexadecimal spelling, the one Node writes', () => {
    fc.assert(
      fc.property(some, (bytes) => {
        expect(toBase64url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect(toHex(bytes)).toBe(Buffer.from(bytes).toString('hex'));
        expect(fromBase64url(toBase64url(bytes))).toEqual(bytes);
        expect(fromHex(toHex(bytes))).toEqual(bytes);
      }),
    );
  });
  it('are not read from a second spelling', () => {
    for (const bad of ['A', 'AB', 'AA==', 'A A', 'AA+/', 'AAA\n']) {
      expect(() => fromBase64url(bad), bad).toThrow(RangeError);
    }
    for (const bad of ['0', 'zz', '0x00']) expect(() => fromHex(bad), bad).toThrow(RangeError);
    expect(() => fromUtf8(Uint8Array.of(0xff))).toThrow(TypeError);
  });
  it('are joined and compared whole', () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(concat(a, b)).toEqual(Uint8Array.from([...a, ...b]));
        expect(equal(a, b)).toBe(Buffer.from(a).equals(Buffer.from(b)));
        expect(equal(a, a.slice())).toBe(true);
      }),
    );
  });
  it('a text keeps its first mark and every letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fromUtf8(utf8(text))).toBe(text);
      }),
    );
    expect(fromUtf8(utf8('\ufeffx'))).toBe('\ufeffx');
  });
});

describe('derived keys', () => {
  it('are those Node derives: no salt, info "upstander <label>"', () => {
    fc.assert(
      fc.property(
        some,
        fc.constantFrom('id', 'code', 'lookup', 'reply', 'sign' as const),
        (secret, label) => {
          const expected = hkdfSync('sha256', secret, new Uint8Array(0), `upstander ${label}`, 64);
          expect(hkdf(secret, label, 64)).toEqual(new Uint8Array(expected));
        },
      ),
    );
  });
  it('and marks are those of RFC 4231, case 2, and of FIPS 180-4', () => {
    const marked = toHex(mac(utf8('Jefe'), 'what do ya want for nothing?'));
    expect(marked).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
  it('ids and tokens are as long as they say, and never twice the same', () => {
    expect(randomId()).toMatch(/^[\w-]{22}$/);
    expect(randomToken()).toMatch(/^[\w-]{43}$/);
    expect(new Set(Array.from({ length: 100 }, randomId)).size).toBe(100);
  });
});

describe('work', () => {
  const days = ['2026-11-22', '2026-11-21'];
  it('done for a report and a day is enough for both, and for no others', () => {
    const work = solveWork({ day: '2026-11-22', report: 'report-1', bits: 10 });
    expect(verifyWork(work, days, 10)).toBe(true);
    expect(verifyWork(work, ['2026-11-23'], 10)).toBe(false);
    expect(verifyWork({ ...work, counter: work.counter + 0.5 }, days, 10)).toBe(false);
    expect(verifyWork({ ...work, counter: -1 }, days, 0)).toBe(false);
    const elsewhere = Array.from({ length: 40 }, (_, i) => ({ ...work, report: `other-${i}` }));
    expect(elsewhere.filter((one) => verifyWork(one, days, 10)).length).toBeLessThan(3);
  });
  it('is the same by the small worker', () => {
    const asked = { day: '2026-11-22', report: 'report-2', bits: 10 };
    expect(quickWork(asked)).toEqual(solveWork(asked));
  });
});

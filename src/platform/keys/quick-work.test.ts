import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256Hex } from './digest.ts';
import { quickSha256, quickWork } from './quick-work.ts';
import { solveWork, verifyWork } from './work.ts';

const hex = (words: Int32Array) =>
  Array.from(words, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');

test("the small SHA-256 agrees with the library's for ASCII of every length", () => {
  for (let length = 0; length < 200; length++) {
    const text = 'upstander'.repeat(30).slice(0, length);
    expect(hex(quickSha256(text))).toBe(sha256Hex(text));
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary-ascii' }), (text) => hex(quickSha256(text)) === sha256Hex(text)),
  );
});

test('a phone finds the same counter as the library would', () => {
  const asked = { day: '2026-11-22', report: 'AAAAAAAAAAAAAAAAAAAAAA', bits: 12 };
  expect(quickWork(asked)).toEqual(solveWork(asked));
  const full = quickWork({ day: '2026-11-22', report: 'BBBBBBBBBBBBBBBBBBBBBB' });
  expect(verifyWork(full, ['2026-11-22'])).toBe(true);
});

import { afterEach, expect, test, vi } from 'vitest';
import { canSeal, fillGaps } from './able.ts';

afterEach(() => vi.unstubAllGlobals());

const phone = (changes: Record<string, unknown> = {}) => {
  const able = { isSecureContext: true, Worker: class {}, ...changes };
  for (const [name, value] of Object.entries(able)) vi.stubGlobal(name, value);
};

test('a phone with all that sealing needs, in a secure context, seals', () => {
  phone();
  expect(canSeal()).toBe(true);
});

test.each([
  ['a secure context', { isSecureContext: false }],
  ['whole numbers of any size', { BigInt: undefined }],
  ['workers', { Worker: undefined }],
  ['streams', { TransformStream: undefined }],
  ['randomness', { crypto: undefined }],
])('a phone without %s goes the way without script', (_, changes) => {
  phone(changes);
  expect(canSeal()).toBe(false);
});

test('an older browser gets Object.hasOwn as the language defines it', () => {
  const { hasOwn } = Object;
  Reflect.deleteProperty(Object, 'hasOwn');
  try {
    fillGaps();
    expect([Object.hasOwn({ a: 1 }, 'a'), Object.hasOwn({ a: 1 }, 'toString')]).toEqual([true, false]);
  } finally {
    Object.hasOwn = hasOwn;
  }
});

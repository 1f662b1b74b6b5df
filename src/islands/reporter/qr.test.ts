import { expect, test } from 'vitest';
import { pathOf } from './qr.ts';

test('every dark square of the picture is drawn once, in runs', () => {
  expect(
    pathOf([
      [true, true, false],
      [false, true, true],
    ]),
  ).toBe('M0 0h2v1h-2zM1 1h2v1h-2z');
});

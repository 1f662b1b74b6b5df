import { expect, test } from 'vitest';
import { sizeSaid } from './size.ts';

test.each([
  [0, '0 MB'],
  [40_000, '0 MB'],
  [1_260_000, '1.3 MB'],
  [9_960_000, '10 MB'],
  [500_000_000, '500 MB'],
  [999_600_000, '1 GB'],
  [1_540_000_000, '1.5 GB'],
  [63_000_000_000, '63 GB'],
  [4_000_000_000_000, '4 TB'],
  [4_000_000_000_000_000, '4000 TB'],
])('%i bytes read as %s', (bytes, said) => expect(sizeSaid(bytes)).toBe(said));

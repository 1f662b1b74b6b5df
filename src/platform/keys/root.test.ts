import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showCode } from './code.ts';
import { type CodeList, digits } from './lists.ts';
import { fingerprint, joinRoot, makeRoot, shareNumber, splitRoot } from './root.ts';
import { join, split } from './shamir.ts';
import { signerOf } from './sign.ts';
import { en1 } from './words/en-1.ts';

const lists: CodeList[] = [en1, digits];
const pairs = [
  [0, 1],
  [1, 0],
  [0, 2],
  [2, 0],
  [1, 2],
  [2, 1],
] as const;

describe('a secret in three shares', () => {
  it('comes back from any two, in any order', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), (secret) => {
        const points = split(secret);
        for (const [a, b] of pairs) expect(join(points[a], points[b])).toEqual(secret);
      }),
    );
  });
  it('one share alone fits every secret: for each there is a slope that gives it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 255 }), (secret, share) => {
        const slopes = Array.from({ length: 256 }, (_, slope) => slope);
        const fitting = slopes.filter(
          (slope) => split(Uint8Array.of(secret), Uint8Array.of(slope))[1].y[0] === share,
        );
        expect(fitting).toHaveLength(1);
      }),
      { numRuns: 30 },
    );
  });
  it('the same share twice, or one of another length, says nothing and is refused', () => {
    const [a, b] = split(Uint8Array.of(1, 2, 3));
    expect(() => join(a, a)).toThrow(/same_share/);
    expect(() => join(a, { ...b, y: b.y.slice(1) })).toThrow(/length/);
  });
});

describe.each(lists)('the root on paper, in $id', (list) => {
  const root = makeRoot();
  const shares = splitRoot(root, list);
  it('comes back from any two shares as people type them', () => {
    for (const [a, b] of pairs) {
      const typed = [shares[a].toUpperCase(), ` ${shares[b].replace(/ /g, ' , ')}\n`] as const;
      expect(joinRoot(typed, list, root.public)).toEqual(root);
    }
    expect(shares.map((share) => shareNumber(share, list))).toEqual([1, 2, 3]);
  });
  it('a slip in a share is noticed before it is joined', () => {
    const parts = shares[0].split(' ');
    fc.assert(
      fc.property(fc.nat(parts.length - 1), fc.nat(parts.length - 1), (a, b) => {
        const [one = '', other = ''] = [parts[a], parts[b]];
        fc.pre(one !== other && one.length === other.length);
        const swapped = parts.map((part, i) => (i === a ? other : i === b ? one : part));
        expect(() => shareNumber(swapped.join(' '), list)).toThrow(/checksum/);
      }),
    );
    expect(() => shareNumber(parts.slice(1).join(' '), list)).toThrow(/length/);
  });
  it('shares of two ceremonies, or of another root, are refused', () => {
    const other = splitRoot(makeRoot(), list);
    const again = splitRoot(root, list);
    expect(() => joinRoot([shares[0], other[1]], list)).toThrow(/other_root/);
    expect(() => joinRoot([shares[0], again[1]], list)).toThrow(/other_root/);
    expect(() => joinRoot([shares[0], shares[0]], list)).toThrow(/same_share/);
    expect(() => joinRoot([other[0], other[1]], list, root.public)).toThrow(/not_this_root/);
  });
  it('shows a fingerprint that is the same for the same key alone', () => {
    const shown = showCode(fingerprint(root.public, list));
    expect(showCode(fingerprint(root.public, list))).toBe(shown);
    expect(showCode(fingerprint(makeRoot().public, list))).not.toBe(shown);
    expect(signerOf(root.secret)).toBe(root.public);
  });
});

it('a word that is on no list is named by its place', () => {
  const [share] = splitRoot(makeRoot(), en1);
  const typed = share.split(' ').map((word, i) => (i === 4 ? 'qqqqq' : word));
  expect(() => shareNumber(typed.join(' '), en1)).toThrow(
    expect.objectContaining({ code: 'bad_share', params: { why: 'word', at: 5 } }),
  );
});

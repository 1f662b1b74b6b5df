/** What is looked at first, and what a decision teaches. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decisionOf } from '../train/decisions.ts';
import { hanging, isReasonOf, kinds, median, movesOf, pull, reasons, type Standing } from './model.ts';

const weighed = fc.record({
  derails: fc.double({ min: 0, max: 1, noNaN: true }),
  below: fc.nat(5000),
  before: fc.nat(5000),
});

test('a post pulls more the surer it is, the more hangs below it, the earlier it stands', () => {
  fc.assert(
    fc.property(weighed, fc.nat(100), fc.double({ min: 0, max: 1, noNaN: true }), (post, more, surer) => {
      const now = pull(post);
      expect(now).toBeGreaterThanOrEqual(0);
      expect(pull({ ...post, below: post.below + more })).toBeGreaterThanOrEqual(now);
      expect(pull({ ...post, before: post.before + more })).toBeLessThanOrEqual(now);
      expect(pull({ ...post, derails: Math.max(surer, post.derails) })).toBeGreaterThanOrEqual(now);
      expect(pull({ ...post, derails: 0 })).toBe(0);
    }),
  );
  expect(pull({ derails: 0.9, below: 0, before: 0 })).toBe(0.9);
});

const post = (key: string, parent: string | null): Standing => ({ id: `id-${key}`, key, parent });

test('answers to answers hang below the first', () => {
  const found = hanging([post('1', null), post('2', '1'), post('3', '2'), post('4', '1'), post('5', 'gone')]);
  expect(found.get('id-1')).toEqual({ below: 3, before: 0 });
  expect(found.get('id-2')).toEqual({ below: 1, before: 1 });
  expect(found.get('id-5')).toEqual({ below: 0, before: 4 });
});

test('whatever answers whatever, it ends, and no post hangs below itself', () => {
  const keys = fc.constantFrom('1', '2', '3', '4', '5');
  fc.assert(
    fc.property(
      fc.uniqueArray(keys),
      fc.array(fc.option(keys), { minLength: 5, maxLength: 5 }),
      (all, parents) => {
        const posts = all.map((key, n) => post(key, parents[n] ?? null));
        for (const { below } of hanging(posts).values())
          expect(below).toBeLessThan(Math.max(1, posts.length));
      },
    ),
  );
});

test('every decision has reasons of its own', () => {
  for (const kind of kinds) for (const reason of reasons[kind]) expect(isReasonOf(kind, reason)).toBe(true);
  expect(isReasonOf('leave', 'blame')).toBe(false);
});

test('what is learnt from a decision is what `upstander talk learn` reads', () => {
  expect(movesOf({ kind: 'leave', reason: 'own_account', outcome: null })).toEqual([]);
  expect(movesOf({ kind: 'collapse', reason: 'blame', outcome: 'stands' })).toEqual(['blame']);
  expect(movesOf({ kind: 'collapse', reason: 'blame', outcome: 'lifted' })).toEqual([]);
  expect(movesOf({ kind: 'refer', reason: 'danger', outcome: null })).toBeNull();
  for (const reason of reasons.answer) {
    const moves = movesOf({ kind: 'answer', reason, outcome: null });
    expect(decisionOf(JSON.stringify({ text: 'a', lang: 'en', moves }))).toEqual({
      text: 'a',
      lang: 'en',
      moves,
    });
  }
});

test('the median is the middle one', () => {
  expect([median([]), median([7]), median([9, 1, 4]), median([1, 2, 10, 20])]).toEqual([null, 7, 4, 6]);
});

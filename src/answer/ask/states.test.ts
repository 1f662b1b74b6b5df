import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../platform/clock.ts';
import { keptBy, nextState, type State, standingOf, states, steps } from './states.ts';

const aState = fc.constantFrom(...states);
const day = '2026-03-02';

describe('what may become of an ask', () => {
  it('begins as a draft, and what was stopped is never sent', () => {
    expect(nextState('draft', 'send')).toBe('sent');
    expect(steps.map((step) => nextState('stopped', step))).toEqual(steps.map(() => null));
    expect(nextState('sent', 'send')).toBeNull();
  });

  it('never goes back to a draft, whatever is done to it', () => {
    fc.assert(
      fc.property(aState, fc.array(fc.constantFrom(...steps)), (from, way) => {
        const end = way.reduce<State>((state, step) => nextState(state, step) ?? state, from);
        expect(end === 'draft').toBe(
          from === 'draft' && !way.some((step) => nextState('draft', step) !== null),
        );
      }),
    );
  });

  it('takes another answer of the body after each answer', () => {
    for (const state of [
      'sent',
      'question',
      'promised',
      'says_kept',
      'cannot',
      'not_ours',
      'disputes',
    ] as const)
      expect(nextState(state, 'done')).toBe('says_kept');
  });
});

describe('what a page says of it on a day', () => {
  const sent = { state: 'sent', due: day, promised: null, kept: null } as const;

  it('is late the day after it was due and silent sixty days later', () => {
    expect(standingOf(sent, day)).toBe('waiting');
    expect(standingOf(sent, addDays(day, 1))).toBe('late');
    expect(standingOf(sent, addDays(day, 60))).toBe('late');
    expect(standingOf(sent, addDays(day, 61))).toBe('silent');
  });

  it('is never late while a question of the body is open', () => {
    expect(standingOf({ ...sent, state: 'question', due: null }, addDays(day, 900))).toBe('question');
  });

  it('says "kept" for nobody but those who are there', () => {
    const done = { state: 'says_kept', due: day, promised: null } as const;
    expect(standingOf({ ...done, kept: null }, day)).toBe('says_kept');
    expect(standingOf({ ...done, kept: 'confirmed' }, day)).toBe('confirmed');
    expect(standingOf({ ...done, kept: 'disputed' }, day)).toBe('disputed');
  });

  it('shows a promise whose day has passed as late, unless people there have spoken', () => {
    const promise = { state: 'promised', due: day, promised: day, kept: null } as const;
    expect(standingOf(promise, day)).toBe('promised');
    expect(standingOf(promise, addDays(day, 1))).toBe('promise_late');
    expect(standingOf({ ...promise, kept: 'confirmed' }, addDays(day, 1))).toBe('confirmed');
  });

  it('cannot be said of what was never sent', () => {
    expect(() => standingOf({ ...sent, state: 'draft' }, day)).toThrow(RangeError);
  });
});

it('takes two of those who told, and more than say otherwise', () => {
  expect(keptBy({ yes: 1, no: 0 })).toBeNull();
  expect(keptBy({ yes: 2, no: 1 })).toBe('confirmed');
  expect(keptBy({ yes: 2, no: 2 })).toBe('disputed');
  expect(keptBy({ yes: 0, no: 1 })).toBeNull();
});

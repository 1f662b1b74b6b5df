import { describe, expect, test } from 'vitest';
import { idleState } from './idle.ts';
import { addressOf, viewOf } from './view.ts';

describe('where the desk stands', () => {
  test('a report is named in the state of the history and never in an address', () => {
    const view = { page: 'report', id: 'abc' } as const;
    expect(addressOf(view)).toBe('#report');
    expect(viewOf(view, '#report')).toEqual(view);
  });
  test('a typed address without a state is the inbox where it names a report', () => {
    expect(viewOf(null, '#report')).toEqual({ page: 'inbox' });
    expect(viewOf(null, '#people')).toEqual({ page: 'people' });
    expect(viewOf({ page: 'elsewhere' }, '')).toEqual({ page: 'inbox' });
  });
});

describe('an idle desk', () => {
  test.each([
    [0, 'awake'],
    [12.9, 'awake'],
    [13, 'warn'],
    [14.9, 'warn'],
    [15, 'lock'],
    [600, 'lock'],
  ] as const)('after %s minutes is to %s', (minutes, state) => {
    expect(idleState(minutes * 60_000)).toBe(state);
  });
});

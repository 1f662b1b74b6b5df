import { describe, expect, it } from 'vitest';
import { daysIn, duesFrom, type Given } from './terms-due.ts';

const sunday = '2026-11-22';
const given: Given = {
  acknowledge: { days: 5, counted: 'working' },
  answer: { days: 20, counted: 'working' },
  weekend: [5, 6],
  holidays: [],
};

describe('when an ask sent today would be due', () => {
  it('is a working day, later by each holiday', () => {
    expect(duesFrom(sunday, given)).toEqual({ acknowledge: '2026-11-29', answer: '2026-12-20' });
    const holidays = [['2026-11-25', 'Tram Day']] as const;
    expect(duesFrom(sunday, { ...given, holidays })?.acknowledge).toBe('2026-11-30');
  });

  it('is no day for terms that no clock can count', () => {
    expect(duesFrom(sunday, { ...given, weekend: [1, 2, 3, 4, 5, 6, 7] })).toBeNull();
    for (const days of [0, 2.5, 1_001, Number.NaN])
      expect(duesFrom(sunday, { ...given, answer: { days, counted: 'calendar' } })).toBeNull();
  });

  it('reads digits of either language', () => {
    expect([' 20', '٢٠', '2.5'].map(daysIn)).toEqual([20, 20, 2.5]);
    expect(['', 'soon'].map(daysIn)).toEqual([Number.NaN, Number.NaN]);
  });
});

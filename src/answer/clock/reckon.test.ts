import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, dayIn, daysBetween } from '../../platform/clock.ts';
import { dayOff, type Weekday, type WorkCalendar, weekdayOf } from './calendar.ts';
import { type Clock, reckon, sumOf } from './reckon.ts';

const cairo: WorkCalendar = {
  weekend: [5, 6],
  holidays: new Map([
    ['2026-05-27', 'Eid al-Adha'],
    ['2026-05-28', 'Eid al-Adha'],
    ['2026-05-29', 'Eid al-Adha'],
  ]),
};
const asked = (changes: Partial<Clock> = {}): Clock => ({
  sent: '2026-05-20',
  term: { days: 10, counted: 'working' },
  calendar: cairo,
  stops: [],
  extension: null,
  ...changes,
});

describe('the metro has ten working days', () => {
  test('and the weekends and the feast are not among them', () => {
    const { due, steps } = reckon(asked());
    expect(due).toBe('2026-06-07');
    expect(sumOf(steps)).toEqual({
      counted: 10,
      weekend: 6,
      question: 0,
      holidays: ['Eid al-Adha'],
      holidayDays: 2,
    });
    expect(steps.at(-1)).toEqual({ day: '2026-06-07', counted: true, nth: 10 });
  });

  test('a question of theirs stops the clock until the day after we answered', () => {
    const stopped = reckon(asked({ stops: [{ from: '2026-05-24', until: null }] }));
    expect([stopped.due, stopped.left]).toEqual([null, 9]);
    const answered = reckon(asked({ stops: [{ from: '2026-05-24', until: '2026-05-26' }] }));
    expect(answered.due).toBe('2026-06-10');
    expect(sumOf(answered.steps).question).toBe(3);
  });

  test('one extension, with its reason, adds days of the same kind', () => {
    expect(reckon(asked({ extension: { days: 5, reason: 'The files are at another office.' } })).due).toBe(
      '2026-06-14',
    );
  });

  test('thirty days of the calendar end on a day on which somebody is there', () => {
    const { due, steps } = reckon(asked({ sent: '2026-05-06', term: { days: 30, counted: 'calendar' } }));
    expect([due, weekdayOf(due ?? '')]).toEqual(['2026-06-07', 7]);
    expect(sumOf(steps)).toMatchObject({ counted: 30, weekend: 2, holidayDays: 0 });
  });

  test('a term nobody can mean is refused with its number', () => {
    for (const days of [0, -1, 2.5, 1_001])
      expect(() => reckon(asked({ term: { days, counted: 'working' } }))).toThrow(
        `Got a term of ${days} days`,
      );
    const never = { weekend: [1, 2, 3, 4, 5, 6, 7] as const, holidays: new Map() };
    expect(() => reckon(asked({ calendar: never }))).toThrow('Got no 10 days that count');
  });
});

const day = fc.integer({ min: 0, max: 20_000 }).map((n): Day => addDays('2010-01-01', n));
const calendar = fc.record({
  weekend: fc.uniqueArray(
    fc.integer({ min: 1, max: 7 }).map((n) => n as Weekday),
    { maxLength: 3 },
  ),
  holidays: fc
    .array(fc.tuple(fc.integer({ min: 0, max: 120 }), fc.constantFrom('Eid', 'Labour Day')), {
      maxLength: 20,
    })
    .map((list) => new Map(list.map(([n, name]) => [addDays('2026-03-01', n), name]))),
});
const clock = fc.record({
  sent: fc.integer({ min: 0, max: 90 }).map((n) => addDays('2026-03-01', n)),
  term: fc.record({
    days: fc.integer({ min: 1, max: 60 }),
    counted: fc.constantFrom('working' as const, 'calendar' as const),
  }),
  calendar,
  stops: fc.array(
    fc
      .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 20 }))
      .map(([n, m]) => ({ from: addDays('2026-03-01', n), until: addDays('2026-03-01', n + m) })),
    { maxLength: 2 },
  ),
  extension: fc.option(fc.record({ days: fc.integer({ min: 1, max: 20 }), reason: fc.constant('.') })),
});

describe('whatever the calendar', () => {
  test('every day stands there once, the counted ones number the term, and the last is worked', () => {
    fc.assert(
      fc.property(clock, (one) => {
        const { due, steps, left } = reckon(one);
        expect(left).toBe(0);
        expect(steps.map((step) => step.day)).toEqual(steps.map((_, n) => addDays(one.sent, n + 1)));
        expect(steps.at(-1)?.day).toBe(due);
        expect(sumOf(steps).counted).toBe(one.term.days + (one.extension?.days ?? 0));
        expect(dayOff(due ?? '', one.calendar)).toBeNull();
        const { counted, weekend, question, holidayDays } = sumOf(steps);
        expect(counted + weekend + question + holidayDays).toBe(daysBetween(one.sent, due ?? ''));
      }),
    );
  });

  test('one more holiday, one more day of the term or a question never makes it earlier', () => {
    fc.assert(
      fc.property(clock, fc.integer({ min: 0, max: 120 }), (one, n) => {
        const before = reckon(one).due ?? '';
        const off = addDays('2026-03-01', n);
        const holidays = new Map([...one.calendar.holidays, [off, 'One more'] as const]);
        const longer = { ...one.term, days: one.term.days + 1 };
        for (const later of [
          { ...one, calendar: { ...one.calendar, holidays } },
          { ...one, term: longer },
          { ...one, stops: [...one.stops, { from: off, until: off }] },
        ])
          expect((reckon(later).due ?? '') >= before).toBe(true);
      }),
    );
  });

  test('days are days of the zone: a change of the clock neither adds one nor takes one', () => {
    // Cairo: summer time from the last Friday of April to the last Thursday of October.
    const zones = ['Africa/Cairo', 'America/St_Johns', 'Australia/Lord_Howe', 'UTC'];
    fc.assert(
      fc.property(day, fc.constantFrom(...zones), fc.integer({ min: 0, max: 1439 }), (sent, zone, minute) => {
        const instant = new Date(Date.parse(`${sent}T00:00:00Z`) + minute * 60_000);
        const from = dayIn(zone, instant);
        const { due } = reckon(
          asked({ sent: from, term: { days: 28, counted: 'calendar' }, calendar: open }),
        );
        expect(daysBetween(from, due ?? '')).toBe(28);
        const next = dayIn(zone, new Date(instant.getTime() + 28 * 86_400_000));
        expect(Math.abs(daysBetween(due ?? '', next))).toBeLessThanOrEqual(1);
      }),
    );
  });
});

const open: WorkCalendar = { weekend: [], holidays: new Map() };

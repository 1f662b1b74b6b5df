import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayIn, weekOf } from '../../platform/clock.ts';
import { type Order, orders, partAt, readWhen } from './date.ts';

const zone = 'Africa/Cairo';
const local = (order: Order) => ({ order, clock: 'local', zone }) as const;
const utc = { order: 'year-month-day', clock: 'utc', zone } as const;

const day = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-01-01', n));
const time = fc.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) });
const two = (n: number) => String(n).padStart(2, '0');

/** As a person writes it, with or without the zeros before. */
function spelled(on: string, order: Order, isPadded: boolean): string {
  const [year = '', ...rest] = on.split('-');
  const [month = '', date = ''] = isPadded ? rest : rest.map((part) => String(Number(part)));
  if (order === 'year-month-day') return `${year}-${month}-${date}`;
  return order === 'month-day-year' ? `${month}/${date}/${year}` : `${date}/${month}/${year}`;
}

describe('a day and a time', () => {
  test('are read in each order, padded or not, with seconds or not', () => {
    fc.assert(
      fc.property(
        day,
        time,
        fc.constantFrom(...orders),
        fc.boolean(),
        fc.boolean(),
        (on, at, order, isPadded, hasSeconds) => {
          const clock = `${isPadded ? two(at.hour) : at.hour}:${two(at.minute)}${hasSeconds ? ':59' : ''}`;
          const read = readWhen(`${spelled(on, order, isPadded)} ${clock}`, local(order));
          expect(read).toEqual({ day: on, week: weekOf(on), part: partAt(at.hour) });
        },
      ),
    );
  });

  test('in digits of Arabic, with the half of the day in words', () => {
    expect(readWhen('٠٩/٢٩/٢٠١٠ ١:٥٩ م', local('month-day-year'))).toEqual({
      day: '2010-09-29',
      week: '2010-09-27',
      part: 'afternoon',
    });
    expect(readWhen('09/29/2010 12:05 AM', local('month-day-year'))?.part).toBe('night');
    expect(readWhen('09/29/2010 13:05 AM', local('month-day-year'))).toBeNull();
  });

  test('without a time has a week and no part of day', () => {
    expect(readWhen('2010-09-29', local('year-month-day'))).toEqual({
      day: '2010-09-29',
      week: '2010-09-27',
      part: null,
    });
  });

  test('of a clock in UTC belong to the day and the hour here, across summer time', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1995-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }),
        (at) => {
          const read = readWhen(at.toISOString(), utc);
          const hour = Number(
            new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(
              at,
            ),
          );
          expect(read?.day).toBe(dayIn(zone, at));
          expect(read?.part).toBe(partAt(hour));
        },
      ),
    );
    expect(readWhen('2014-10-02 22:30:00', utc)?.day).toBe('2014-10-03');
    expect(readWhen('2014-10-02T13:05:29+0000', local('year-month-day'))?.part).toBe('afternoon');
  });

  test('an instant is the same wherever its zone is written', () => {
    fc.assert(
      fc.property(day, time, fc.integer({ min: -56, max: 56 }), (on, { hour, minute }, quarters) => {
        const east = quarters * 15;
        const there = new Date(
          Date.parse(`${on}T${two(hour)}:${two(minute)}:00Z`) + east * 60_000,
        ).toISOString();
        const sign = east < 0 ? '-' : '+';
        const offset = `${sign}${two(Math.floor(Math.abs(east) / 60))}:${two(Math.abs(east) % 60)}`;
        expect(readWhen(`${there.slice(0, 19)}${offset}`, utc)).toEqual(
          readWhen(`${on} ${two(hour)}:${two(minute)}`, utc),
        );
      }),
    );
  });

  test.each([
    '',
    'yesterday',
    '02/30/2012 10:00',
    '13/01/2012 10:00',
    '01/02/12 10:00',
    '01/02/2012 24:00',
    '01/02/2012 10:60',
    '0000-00-00 00:00:00',
    '01/02/2012 10:00 and more',
  ])('%j is none', (text) => {
    expect(readWhen(text, local('month-day-year'))).toBeNull();
  });

  test('whatever is written, it is a week that begins on a Monday or nothing', () => {
    const written = fc.oneof(fc.string(), fc.stringMatching(/^[0-9/:. -]{0,20}$/));
    fc.assert(
      fc.property(written, fc.constantFrom(...orders), (text, order) => {
        const read = readWhen(text, local(order));
        if (read !== null) expect(weekOf(read.week)).toBe(read.week);
      }),
    );
  });
});

test('the parts of a day follow each other and leave no hour out', () => {
  const parts = Array.from({ length: 24 }, (_, hour) => partAt((hour + 5) % 24));
  expect([...new Set(parts)]).toEqual(['morning', 'afternoon', 'evening', 'night']);
  expect(parts.filter((part, at) => part !== parts[at - 1])).toHaveLength(4);
});

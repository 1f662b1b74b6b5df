import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayIn } from './clock.ts';

const zones = ['UTC', 'Africa/Cairo', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Apia', 'Asia/Gaza'];

test('a day is the day in its zone, whatever was asked before', () => {
  const at = fc.date({ min: new Date('1973-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
  const after = fc.constantFrom(0, 1, 59_999, 60_000, 3_600_000);
  const two = fc.array(fc.constantFrom(...zones), { minLength: 2, maxLength: 2 });
  fc.assert(
    fc.property(at, after, two, (first, later, [one = '', other = '']) => {
      for (const [zone, instant] of [
        [one, first],
        [other, first],
        [other, new Date(first.getTime() + later)],
      ] as const) {
        const said = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(instant);
        expect(dayIn(zone, instant)).toBe(said);
      }
    }),
  );
});

test('also where a clock went back over midnight, one minute after it', () => {
  const before = new Date('2010-11-07T02:30:30Z');
  const after = new Date('2010-11-07T02:31:00Z');
  expect([dayIn('America/St_Johns', before), dayIn('America/St_Johns', after)]).toEqual([
    '2010-11-07',
    '2010-11-06',
  ]);
});

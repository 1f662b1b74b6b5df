import { describe, expect, test } from 'vitest';
import { holidaysIn } from './holidays.ts';

const calendar = (...events: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...events, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: readonly string[]) =>
  ['BEGIN:VEVENT', `UID:${lines.join('')}`, ...lines, 'END:VEVENT'].join('\r\n');
const year = { from: '2026-01-01', until: '2027-01-01' };

describe('holidays of a body', () => {
  test('a feast of three days, one day each year, and a name in Arabic folded over two lines', async () => {
    const text = calendar(
      event('DTSTART;VALUE=DATE:20260527', 'DTEND;VALUE=DATE:20260530', 'SUMMARY:Eid al-Adha'),
      event('DTSTART;VALUE=DATE:20110125', 'RRULE:FREQ=YEARLY', 'SUMMARY:عيد ثورة\r\n  ٢٥ يناير'),
    );
    expect([...(await holidaysIn(text, year))]).toEqual([
      ['2026-01-25', 'عيد ثورة ٢٥ يناير'],
      ['2026-05-27', 'Eid al-Adha'],
      ['2026-05-28', 'Eid al-Adha'],
      ['2026-05-29', 'Eid al-Adha'],
    ]);
  });

  test('a feast over the turn of the year counts on both sides of it', async () => {
    const text = calendar(
      event('DTSTART;VALUE=DATE:20251231', 'DTEND;VALUE=DATE:20260103', 'SUMMARY:New Year'),
    );
    expect([...(await holidaysIn(text, year)).keys()]).toEqual(['2026-01-01', '2026-01-02']);
  });

  test('appointments, cancelled days and days left out of a rule are none', async () => {
    const text = calendar(
      event('DTSTART:20260310T090000Z', 'DTEND:20260310T100000Z', 'SUMMARY:Meeting'),
      event('DTSTART;VALUE=DATE:20260311', 'STATUS:CANCELLED', 'SUMMARY:Moved'),
      event(
        'DTSTART;VALUE=DATE:20260312',
        'RRULE:FREQ=DAILY;COUNT=3',
        'EXDATE;VALUE=DATE:20260313',
        'SUMMARY:Closed',
      ),
    );
    expect([...(await holidaysIn(text, year)).keys()]).toEqual(['2026-03-12', '2026-03-14']);
  });

  test('a rule that never ends is followed no further than asked', async () => {
    const text = calendar(event('DTSTART;VALUE=DATE:19000101', 'RRULE:FREQ=DAILY', 'SUMMARY:Always'));
    expect((await holidaysIn(text, year)).size).toBe(365);
  });

  test('what is no calendar is refused with what was wrong', async () => {
    for (const text of ['', 'holidays: none', 'BEGIN:VCARD\r\nEND:VCARD\r\n', 'BEGIN:VCALENDAR\r\n'])
      await expect(holidaysIn(text, year)).rejects.toMatchObject({ code: 'calendar_unreadable' });
  });
});

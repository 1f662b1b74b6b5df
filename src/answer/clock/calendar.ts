/** Which days a body works. Days are 'YYYY-MM-DD' in the installation's zone, so summer time changes nothing here. */
import type { Day } from '../../platform/clock.ts';

/** ISO 8601: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface WorkCalendar {
  /** Friday and Saturday in Egypt: [5, 6]. At least one day of the week is worked. */
  weekend: readonly Weekday[];
  /** Name of the holiday by its day. */
  holidays: ReadonlyMap<Day, string>;
}

export type DayOff = { why: 'weekend' } | { why: 'holiday'; name: string };

export function weekdayOf(day: Day): Weekday {
  return (((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7) + 1) as Weekday;
}

/** Null on a working day. A holiday that falls on a weekend is a weekend: it takes no day of work away. */
export function dayOff(day: Day, { weekend, holidays }: WorkCalendar): DayOff | null {
  if (weekend.includes(weekdayOf(day))) return { why: 'weekend' };
  const name = holidays.get(day);
  return name === undefined ? null : { why: 'holiday', name };
}

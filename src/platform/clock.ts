/** The only place that asks what time it is. Instants are UTC; days and weeks belong to the installation's zone. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A day as 'YYYY-MM-DD'. */
export type Day = string;

/** Making one costs more than everything else that is done with a date while a report is taken. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** The one asked for last. Since 1972 every zone has changed its day, and its clock, on a whole minute. */
let last = { zone: '', minute: -1, day: '' };

/** The day an instant falls on in an IANA zone, e.g. `dayIn('Africa/Cairo', now)`. */
export function dayIn(zone: string, instant: Date): Day {
  const at = Math.floor(instant.getTime() / 60_000);
  if (last.zone === zone && last.minute === at) return last.day;
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone });
  formats.set(zone, format);
  last = { zone, minute: at, day: format.format(instant) };
  return last.day;
}

/** `n` days later (earlier when negative); calendar arithmetic, so summer time does not matter. */
export function addDays(day: Day, n: number): Day {
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + n);
  return at.toISOString().slice(0, 10);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);
}

/** The Monday of the ISO week a day lies in. */
export function weekOf(day: Day): Day {
  const weekday = (new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

/** An instant cut to the minute, the finest time that is ever stored about a report. */
export function toMinute(instant: Date): Date {
  return new Date(Math.floor(instant.getTime() / 60_000) * 60_000);
}

/** Reads a day and a time of day, and keeps the week and the part of day. Pure: today and the zone are handed in. */
import { addDays, dayIn, weekOf } from '../../platform/clock.ts';
import { isDay } from '../fields.ts';
import type { ImportedReport } from './model.ts';
import { plain } from './spelling.ts';

export const orders = ['month-day-year', 'day-month-year', 'year-month-day'] as const;
export type Order = (typeof orders)[number];

export interface Written {
  order: Order;
  /** What a time without a zone of its own means: 'local', the wall clock here; 'utc', what programs export. */
  clock: 'local' | 'utc';
  /** The installation's zone. */
  zone: string;
}

export interface When {
  /** 'YYYY-MM-DD' in the installation's zone; not stored. */
  day: string;
  week: string;
  part: ImportedReport['part'];
}

const shape =
  /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})(?:[T, ] ?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)? ?(am|pm|ص|م)? ?(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i;

/** Where year, month and day stand. */
const places: Readonly<Record<Order, readonly [number, number, number]>> = {
  'month-day-year': [2, 0, 1],
  'day-month-year': [2, 1, 0],
  'year-month-day': [0, 1, 2],
};

/** Null for what is no day of the calendar or no time of a day; years have four digits. */
export function readWhen(text: string, { order, clock, zone }: Written): When | null {
  const found = shape.exec(plain(text));
  if (found === null) return null;
  const [, first = '', second = '', third = '', hours, minutes = '', seconds = '0', half, offset] = found;
  const [year = '', month = '', date = ''] = places[order].map((at) => [first, second, third][at]);
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (!/^(19|20)\d\d$/.test(year) || !isDay(day)) return null;
  if (hours === undefined) return { day, week: weekOf(day), part: null };
  const hour = hourOf(Number(hours), half?.toLowerCase());
  if (hour === null || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const east = offset === undefined ? (clock === 'utc' ? 0 : null) : minutesEast(offset);
  if (east === null) return { day, week: weekOf(day), part: partAt(hour) };
  const instant = new Date(Date.parse(`${day}T00:00:00Z`) + (hour * 60 + Number(minutes) - east) * 60_000);
  const here = dayIn(zone, instant);
  return { day: here, week: weekOf(here), part: partAt(hourIn(zone, instant)) };
}

/** Hours of half a day are 1 to 12; 12 at night is 0. */
function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour <= 23 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'pm' || half === 'م' ? 12 : 0);
}

function minutesEast(offset: string): number {
  if (/^[zu]/i.test(offset)) return 0;
  const [hours, minutes] = [offset.slice(1, 3), offset.slice(-2)].map(Number);
  return (offset.startsWith('-') ? -1 : 1) * ((hours ?? 0) * 60 + (minutes ?? 0));
}

/** Morning from 5, afternoon from 12, evening from 17, night from 21 until 5. */
export function partAt(hour: number): NonNullable<When['part']> {
  if (hour < 5 || hour >= 21) return 'night';
  return hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening';
}

const hours = new Map<string, Intl.DateTimeFormat>();

function hourIn(zone: string, instant: Date): number {
  const format =
    hours.get(zone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' });
  hours.set(zone, format);
  return Number(format.format(instant));
}

/** One day of slack: sources that note when it was told do so on a clock of their own. */
export const isAfter = (day: string, told: string): boolean => day > addDays(told, 1);

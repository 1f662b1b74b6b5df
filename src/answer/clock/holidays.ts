/**
 * Reads a body's holidays from an iCalendar file (RFC 5545), as governments and universities publish them: whole days,
 * also repeated ones. An entry with a time of day is somebody's appointment and no holiday.
 */
import type ICAL from 'ical.js';
import { addDays, type Day } from '../../platform/clock.ts';
import { Refusal } from '../../platform/refusal.ts';

const longest = 60;

/** Name by day, from `from` up to, not with, `until`. Refusal 'calendar_unreadable' {said}. */
export async function holidaysIn(
  text: string,
  { from, until }: { from: Day; until: Day },
): Promise<Map<Day, string>> {
  const found = new Map<Day, string>();
  for (const event of await eventsOf(text)) {
    if (!event.startDate?.isDate || event.component.getFirstPropertyValue('status') === 'CANCELLED') continue;
    const days = Math.min(Math.max(1, event.duration.toSeconds() / 86_400), longest);
    for (const first of startsOf(event, { from: addDays(from, -longest), until }))
      for (let n = 0; n < days; n++) {
        const day = addDays(first, n);
        if (day >= from && day < until) found.set(day, nameOf(event));
      }
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The library is loaded when a file is read: a server that reads none does not hold it in memory. */
async function eventsOf(text: string): Promise<ICAL.Event[]> {
  const { default: ical } = await import('ical.js');
  try {
    const calendar = new ical.Component(ical.parse(text));
    if (calendar.name !== 'vcalendar') throw new Error(`a ${calendar.name}`);
    return calendar.getAllSubcomponents('vevent').map((one) => new ical.Event(one));
  } catch (error) {
    throw new Refusal('calendar_unreadable', { said: (error as Error).message.slice(0, 120) });
  }
}

/** A rule without an end is followed no further than is asked. */
function startsOf(event: ICAL.Event, { from, until }: { from: Day; until: Day }): Day[] {
  if (!event.isRecurring()) return [dayOf(event.startDate)];
  const days: Day[] = [];
  const each = event.iterator();
  for (let at = each.next(); at; at = each.next()) {
    const day = dayOf(at);
    if (day >= until) break;
    if (day >= from) days.push(day);
  }
  return days;
}

const dayOf = ({ year, month, day }: ICAL.Time): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const nameOf = ({ summary }: ICAL.Event): string => (summary ?? '').trim().slice(0, 80);

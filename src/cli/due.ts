/** `upstander due`: when an answer is due, with every day that is not counted, before a body's clock is agreed on. */
import { readFile } from 'node:fs/promises';
import { holidaysIn, reckon, type Step, sumOf, type Weekday, weekdayOf } from '../answer/index.ts';
import { addDays, type Day } from '../platform/clock.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Called, Command } from './command.ts';
import { dayFrom } from './day.ts';

const weekdays: readonly string[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

export const command: Command = {
  summary: 'when an answer is due: which days are counted, and which are not',
  usage: ['due <day sent, YYYY-MM-DD> <days>'],
  options: {
    calendar: { type: 'boolean', help: 'counts every day of the calendar, not only those that are worked' },
    weekend: { type: 'string', help: 'days off in a week, e.g. fri,sat (the usual) or none' },
    holidays: { type: 'string', help: 'an iCalendar file (.ics) with the holidays' },
  },
  async run({ args: [sent = '', days = ''], options }) {
    const term = { days: wholeNumber(days), counted: options.calendar ? 'calendar' : 'working' } as const;
    const from = dayFrom('day sent', sent);
    const calendar = {
      weekend: weekendFrom(String(options.weekend ?? 'fri,sat')),
      holidays: await holidays(options.holidays, from),
    };
    const { due, steps } = reckon({ sent: from, term, calendar, stops: [], extension: null });
    const sum = sumOf(steps);
    const off = steps.filter(({ counted }) => !counted).map((step) => `  ${step.day}  ${whyNot(step)}`);
    const text = [
      `Sent ${from}, due ${due} (${weekdays[weekdayOf(due ?? from) - 1]}).`,
      `Counted: ${sum.counted} ${term.counted} days. Not counted: ${sum.weekend} of weekends, ${sum.holidayDays} holidays.`,
      ...off,
    ].join('\n');
    return { data: { sent: from, due, ...sum, steps }, text };
  },
};

function whyNot(step: Step): string {
  if (step.counted) return '';
  return step.why === 'holiday' ? step.name : step.why;
}

function refused(variable: string, value: string, allowed: string): Refusal {
  return new Refusal('config', { variable, value, allowed });
}

function wholeNumber(text: string): number {
  const days = Number(text);
  if (/^\d{1,4}$/.test(text) && days >= 1 && days <= 1_000) return days;
  throw refused('days', text, 'a whole number from 1 to 1000');
}

function weekendFrom(text: string): Weekday[] {
  if (text === 'none') return [];
  const days = text.split(',').map((name) => (weekdays.indexOf(name) + 1) as Weekday);
  if (!days.includes(0 as Weekday) && days.length < 7) return days;
  throw refused('weekend', text, `some of ${weekdays.join(',')}, not all of them, or none`);
}

async function holidays(path: Called['options'][string], from: Day): Promise<Map<Day, string>> {
  if (typeof path !== 'string') return new Map();
  const text = await readFile(path, 'utf8').catch(() => {
    throw refused('holidays', path, 'a file that can be read');
  });
  return holidaysIn(text, { from, until: addDays(from, 5 * 366) });
}

/** A day as it is typed. */
import { addDays, type Day } from '../platform/clock.ts';
import { Refusal } from '../platform/refusal.ts';

/** Refusal 'config' under the name of what was typed. */
export function dayFrom(variable: string, text: string): Day {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T12:00:00Z`));
  if (isDay && addDays(text, 0) === text) return text;
  throw new Refusal('config', { variable, value: text, allowed: 'a day as YYYY-MM-DD' });
}

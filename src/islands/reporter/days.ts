/** A page the phone kept says "today" of the day it was kept; the phone's own calendar says it anew. */
import { addDays, dayIn, systemClock } from '../../platform/clock.ts';
import { all } from './page.ts';

export function sayToday(form: HTMLFormElement): void {
  const before = form.dataset.today ?? '';
  const today = dayIn(Intl.DateTimeFormat().resolvedOptions().timeZone, systemClock.now());
  if (today <= before) return;
  const named: Readonly<Record<string, string>> = {
    [before]: today,
    [addDays(before, -1)]: addDays(today, -1),
  };
  for (const control of all<HTMLInputElement>('input[name="day"]', form)) {
    if (control.type === 'radio') control.value = named[control.value] ?? control.value;
    else control.max = today;
  }
  form.dataset.today = today;
}

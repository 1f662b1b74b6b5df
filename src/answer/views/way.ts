/** The way of an ask as moments: what happened, where it stands today, what comes next. Pure. */
import type { Day } from '../../platform/clock.ts';
import { addDays } from '../../platform/clock.ts';
import type { T } from '../../platform/i18n/index.ts';
import type { Moment } from '../../web/index.ts';
import type { Happening } from '../ask/model.ts';
import type { PublicAsk, PublicStep } from '../ask/public.ts';
import { type Standing, silentAfter } from '../ask/states.ts';

/** "March 2026", or "January 2026 to March 2026": never finer. */
export function monthsOf({ months: [from, to] }: Pick<PublicAsk, 'months'>, t: T): string {
  return from === to ? t.month(from) : t('public.months', { from: t.month(from), to: t.month(to) });
}

export function momentsOf(ask: PublicAsk, t: T, today: Day): Moment[] {
  const name = t.of(ask.body.name);
  const told: Moment = {
    when: monthsOf(ask, t),
    title: t('public.step.told_us', { place: t.of(ask.about.name) }),
  };
  // The letter stands below, whole, for as long as nobody has answered it.
  const stands = ({ what }: PublicStep) => what === 'open_letter' && ask.standing === 'silent';
  const happened = ask.steps.map((step) => ({
    when: t.day(step.day),
    day: step.day,
    ...(stands(step) ? { title: titleOf(step, name, t) } : momentOf(step, name, t)),
  }));
  const now: Moment = {
    when: t('public.today', { day: t.day(today) }),
    day: today,
    title: t(`public.standing.${ask.standing}`),
    state: 'now',
  };
  return [told, ...happened, now, ...nextOf(ask, t, today)];
}

/** Of these the page says nothing of its own: they are for the desk. */
type Shown = Exclude<
  Happening,
  | 'drafted'
  | 'seconded'
  | 'stopped'
  | 'bounced'
  | 'reminded'
  | 'escalated'
  | 'escalation_done'
  | 'paused'
  | 'resumed'
>;

/** `name`: of the body. */
export function momentOf(step: PublicStep, name: string, t: T): { title: string; text?: string } {
  const { what, note } = step;
  const title = titleOf(step, name, t);
  if (note?.words && t.of(note.words) !== '') return { title, text: t.of(note.words) };
  if (what === 'extended' && note?.days)
    return { title, text: t('public.step.extended_by', { n: note.days }) };
  return { title };
}

function titleOf({ what, note }: PublicStep, name: string, t: T): string {
  const shown = what as Shown;
  if (shown === 'visited')
    return t(note?.why === 'yes' ? 'public.step.visited_yes' : 'public.step.visited_no');
  return t(`public.step.${shown}`, { name });
}

/** The next day on which something is due, if one is. */
export function nextDay(
  ask: PublicAsk,
  today: Day,
): { day: Day; what: 'due' | 'open_letter' | 'promised' } | null {
  const { standing, due, promised } = ask;
  const open: readonly Standing[] = ['waiting', 'late'];
  if (due !== null && open.includes(standing)) {
    if (due >= today) return { day: due, what: 'due' };
    return { day: addDays(due, silentAfter + 1), what: 'open_letter' };
  }
  return standing === 'promised' && promised !== null ? { day: promised, what: 'promised' } : null;
}

function nextOf(ask: PublicAsk, t: T, today: Day): Moment[] {
  const next = nextDay(ask, today);
  if (next === null) return [];
  return [{ when: t.day(next.day), day: next.day, title: t(`public.next.${next.what}`), state: 'next' }];
}

/**
 * What the clock has to do about one ask: a list of rules, each of which says what happens on which day, unless it has
 * happened. A row carries the day of its rule and not the day somebody looked, so a server that stood still for a week
 * writes what it would have written. Only reminders are mail: one whose time has passed is left out, never back-dated. Pure.
 */
import { addDays, type Day } from '../../platform/clock.ts';
import type { Ask, AskEvent, Note } from '../ask/model.ts';
import { keptOf } from '../ask/public.ts';
import { silentAfter } from '../ask/states.ts';

/** Days before an answer is due on which a body is reminded; again on the day itself. */
export const remindBefore = 3;

export const whens = ['soon', 'today'] as const;
export type When = (typeof whens)[number];

/** What a caseworker is asked to look at: nothing was acknowledged, nothing was answered, a promised day has passed. */
export const tasks = ['acknowledge', 'answer', 'promise'] as const;
export type Task = (typeof tasks)[number];

export type Pending =
  | { what: 'reminded'; day: Day; note: { why: When; until: Day } }
  | { what: 'escalated'; day: Day; note: { why: Task; until: Day } }
  | { what: 'open_letter'; day: Day; note: { days: number; until: Day } };

interface Way {
  ask: Ask;
  events: readonly AskEvent[];
}

/** In the order in which it should have happened. */
export function pending(way: Way, today: Day): Pending[] {
  return rules
    .flatMap((rule) => rule(way, today))
    .filter((one) => one.day <= today && !way.events.some((event) => isSame(event, one)))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

type Rule = (way: Way, today: Day) => Pending[];

const rules: readonly Rule[] = [
  ({ ask: { state, acknowledgeDue: until }, events }) =>
    state === 'sent' && until !== null && !events.some(({ what }) => heard.includes(what))
      ? [{ what: 'escalated', day: addDays(until, 1), note: { why: 'acknowledge', until } }]
      : [],
  // Nothing leaves the house about an ask that is paused, and a mail of yesterday is not sent today.
  ({ ask: { state, sent, due: until, paused } }, today) => {
    if (state !== 'sent' || until === null || paused !== null || today > until) return [];
    const soon = addDays(until, -remindBefore);
    if (today === until) return [{ what: 'reminded', day: today, note: { why: 'today', until } }];
    return sent !== null && soon > sent && today >= soon
      ? [{ what: 'reminded', day: today, note: { why: 'soon', until } }]
      : [];
  },
  ({ ask: { state, due: until } }) =>
    state === 'sent' && until !== null
      ? [{ what: 'escalated', day: addDays(until, 1), note: { why: 'answer', until } }]
      : [],
  ({ ask: { state, promised: until }, events }) =>
    state === 'promised' && until !== null && keptOf({ events }) === null
      ? [{ what: 'escalated', day: addDays(until, 1), note: { why: 'promise', until } }]
      : [],
  ({ ask: { state, due: until, paused }, events }) => {
    if (state !== 'sent' || until === null || paused !== null) return [];
    const silent = addDays(until, silentAfter + 1);
    const resumed = events.findLast(({ what }) => what === 'resumed')?.day ?? silent;
    const day = resumed > silent ? resumed : silent;
    return [{ what: 'open_letter', day, note: { days: silentAfter, until } }];
  },
];

const heard: readonly AskEvent['what'][] = ['opened', 'question', 'extended', 'answered'];

/** One of a kind for each day that was due: a new day, after a question or an extension, begins anew. A letter is written once. */
function isSame({ what, note }: AskEvent, other: Pending): boolean {
  if (what !== other.what) return false;
  return what === 'open_letter' || (note?.why === noteOf(other).why && note?.until === other.note.until);
}

const noteOf = ({ note }: Pending): Note => note;

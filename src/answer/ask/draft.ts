/** What is put together before it is sent. Each in the caller's transaction, with the reports held; nothing leaves the house. */
import type { Transaction } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import { randomBytes, toBase64url } from '../../platform/keys/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { setBehind } from './behind-store.ts';
import { type Ask, type Draft, type Field, fields } from './model.ts';
import { nextState } from './states.ts';
import { type AskWay, askWriter } from './store.ts';

/** `by`: a caseworker's id. */
interface Act {
  by: string;
  today: Day;
}

/** Answers with its id. It may fail its checks: then it cannot be sent yet. */
export async function newDraft(
  tx: Transaction<unknown>,
  { draft, reports, by, today }: Act & { draft: Draft; reports: readonly string[] },
): Promise<string> {
  const id = toBase64url(randomBytes(12));
  const writer = askWriter(tx);
  await writer.add({ ...draft, id, state: 'draft', madeBy: by });
  await setBehind(tx, id, reports);
  const note = { fields, version: 1, number: reports.length };
  await writer.event(id, { day: today, what: 'drafted', who: by, note });
  return id;
}

/** Whoever read the former one as a second has not read this one. `ask`: locked. Refusal 'ask_not_draft'. Changing nothing writes nothing. */
export async function redraft(
  tx: Transaction<unknown>,
  ask: Ask,
  change: Act & { draft: Draft; reports: readonly string[]; before: readonly string[] },
): Promise<void> {
  if (ask.state !== 'draft') throw new Refusal('ask_not_draft');
  const { draft, reports, before, by, today } = change;
  const changed = changedIn({ ...ask, reports: before }, { ...draft, reports });
  if (changed.length === 0) return;
  const writer = askWriter(tx);
  await writer.redraft(ask.id, draft);
  await writer.change(ask.id, { secondBy: null });
  await setBehind(tx, ask.id, reports);
  const note = { fields: changed, version: ask.version + 2, number: reports.length };
  await writer.event(ask.id, { day: today, what: 'drafted', who: by, note });
}

/** A caseworker other than who drafted it last has read it. Refusals 'ask_not_draft', 'second_is_first'. Twice is once. */
export async function second(
  tx: Transaction<unknown>,
  { ask, events }: Pick<AskWay, 'ask' | 'events'>,
  { by, today }: Act,
): Promise<void> {
  if (ask.state !== 'draft') throw new Refusal('ask_not_draft');
  if (draftedBy(events) === by) throw new Refusal('second_is_first');
  if (ask.secondBy === by) return;
  const writer = askWriter(tx);
  await writer.change(ask.id, { secondBy: by });
  await writer.event(ask.id, { day: today, what: 'seconded', who: by, note: { version: ask.version + 1 } });
}

export const whyStopped = ['by_us', 'withdrawn', 'consents'] as const;

/** It will not be sent, and stays to be seen at the desk. Refusal 'ask_not_draft'. */
export async function stop(
  tx: Transaction<unknown>,
  ask: Ask,
  { by, today, why }: { by: string | null; today: Day; why: (typeof whyStopped)[number] },
): Promise<void> {
  const state = nextState(ask.state, 'stop');
  if (state === null) throw new Refusal('ask_not_draft');
  const writer = askWriter(tx);
  await writer.change(ask.id, { state });
  const note = { why, version: ask.version + 1 };
  await writer.event(ask.id, { day: today, what: 'stopped', ...(by === null ? {} : { who: by }), note });
}

/** Nothing of it stays. Refusal 'ask_not_draft' for what was sent: that stands. */
export async function discard(tx: Transaction<unknown>, ask: Ask): Promise<void> {
  if (ask.state !== 'draft' && ask.state !== 'stopped') throw new Refusal('ask_not_draft');
  await askWriter(tx).remove(ask.id);
}

/** Who put it together as it stands; null where nobody is known. */
export function draftedBy(events: AskWay['events']): string | null {
  return events.findLast(({ what, who }) => what === 'drafted' && who !== null)?.who ?? null;
}

/** Who changed what after the version somebody has before them. */
export function changedSince(
  events: AskWay['events'],
  version: number,
): { who: string | null; fields: readonly Field[] } {
  const later = events.filter(({ note }) => (note?.version ?? 0) > version);
  const changed = new Set(later.flatMap(({ note }) => note?.fields ?? []));
  return { who: later.at(-1)?.who ?? null, fields: fields.filter((field) => changed.has(field)) };
}

type Whole = Draft & { reports: readonly string[] };

function changedIn(before: Whole, after: Whole): Field[] {
  const values = ({ body, about, kinds, from, to, wishes, words, reports }: Whole) => ({
    body,
    about: Object.entries(about),
    kinds: [...kinds].sort(),
    months: [from, to],
    wishes,
    words: [words.en, words.ar],
    reports: [...reports].sort(),
  });
  const [one, other] = [values(before), values(after)];
  return fields.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]));
}

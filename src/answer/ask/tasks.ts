/** What of an ask waits for a caseworker, read from its way: no list of its own that could differ from it. */
import type { Transaction } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { AskEvent } from './model.ts';
import { type AskWay, askReader, askWriter } from './store.ts';

export const tasks = ['bounced', 'question', 'pass_words', 'not_ours', 'escalated', 'open_letter'] as const;

export interface Task {
  what: (typeof tasks)[number];
  /** The day it has waited since. */
  since: Day;
  /** Of the answer with 'question' and 'pass_words', else of the event. */
  number: number;
  /** It is over when a caseworker says so; the others end by what is done. */
  closable: boolean;
  /** With 'escalated': which day has passed. */
  why: string | null;
}

/** In the order they came. Of an ask that was never sent there is none. */
export function tasksOf({ ask, events, answers }: Pick<AskWay, 'ask' | 'events' | 'answers'>): Task[] {
  if (ask.sent === null) return [];
  const done = new Set(
    events.flatMap(({ what, note }) => (what === 'escalation_done' ? [note?.number] : [])),
  );
  const told = new Set(events.flatMap(({ what, note }) => (what === 'told' ? [note?.number] : [])));
  const said = answers.flatMap(({ number, kind, confirmed, passed, withheld }): Task[] => {
    if (confirmed === null) return [];
    const one = { since: confirmed, number, closable: false, why: null };
    const isOpen = ask.state === 'question' && kind === 'question' && !told.has(number);
    return [
      ...(isOpen ? [{ ...one, what: 'question' as const }] : []),
      ...(passed === null && withheld === null ? [{ ...one, what: 'pass_words' as const }] : []),
    ];
  });
  const happened = events.flatMap((event): Task[] => {
    const { number, day, note } = event;
    const task = closable(event, answers);
    if (task === null || done.has(number) || events.some((later) => settles(later, event))) return [];
    return [{ what: task, since: day, number, closable: true, why: note?.why ?? null }];
  });
  return [...said, ...happened].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

function closable(
  { what, note }: Pick<AskEvent, 'what' | 'note'>,
  answers: AskWay['answers'],
): Task['what'] | null {
  if (what === 'bounced' || what === 'escalated' || what === 'open_letter') return what;
  const kind = answers.find(({ number }) => number === note?.number)?.kind;
  return what === 'answered' && kind === 'not_ours' ? 'not_ours' : null;
}

/** An answer settles what was waited for; a promise whose day has passed, also what people there say of it. */
function settles(later: AskEvent, { number, what, note }: AskEvent): boolean {
  if (later.number < number || (what !== 'escalated' && what !== 'open_letter')) return false;
  const there = note?.why === 'promise' ? ['answered', 'visited', 'confirmed', 'disputed'] : ['answered'];
  return there.includes(later.what);
}

/** `number`: of the task. Done twice is done once. Refusal not_found where there is no such task to close. */
export async function taskDone(
  tx: Transaction<unknown>,
  { ask: id, number, by, today }: { ask: string; number: number; by: string; today: Day },
): Promise<void> {
  const writer = askWriter(tx);
  await writer.lock(id);
  const way = await askReader(tx).byId(id);
  if (way?.events.some(({ what, note }) => what === 'escalation_done' && note?.number === number)) return;
  if (!way || !tasksOf(way).some((task) => task.closable && task.number === number))
    throw new Refusal('not_found');
  await writer.event(id, { day: today, what: 'escalation_done', who: by, note: { number } });
}

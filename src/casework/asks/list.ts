/** Every ask a caseworker may see, and what of them waits. */
import { askReader, correctionsToAnswer, draftedBy, tasksOf } from '../../answer/index.ts';
import type { Person } from '../../platform/http/index.ts';
import { keyOf, todayOf } from '../inbox/reading.ts';
import { askLine } from './lines.ts';
import { type AskNeeds, existing } from './reading.ts';
import { namesIn, oneAsk } from './view.ts';
import type { Asks, Task } from './wire.ts';

type Ways = Awaited<ReturnType<typeof existing>>;

export async function asksOf(needs: AskNeeds, person: Person): Promise<Asks> {
  const { db } = needs;
  const key = await keyOf(needs, person);
  const mine = await existing(db, { person, key }, await askReader(db).all());
  const names = await namesIn(db);
  const today = todayOf(needs);
  const corrections = await correctionsToAnswer(db);
  const sent = mine.flatMap((way) => tasksOf(way).map((task) => ({ ask: way.ask.id, ...task })));
  const tasks: Task[] = [...sent, ...(await toSecond(needs, person, mine))];
  return {
    asks: mine.map((way) => askLine({ way, names, today })),
    tasks: tasks.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0)),
    corrections: {
      waiting: corrections.length,
      due: corrections.reduce<string | null>((so, { due }) => (so === null || due < so ? due : so), null),
    },
  };
}

/** Drafts of colleagues that lack nothing but somebody who reads them too. Drafts are few, so each is looked at whole. */
async function toSecond(needs: AskNeeds, person: Person, ways: Ways): Promise<Task[]> {
  const tasks: Task[] = [];
  for (const { ask, events } of ways) {
    if (ask.state !== 'draft' || ask.secondBy !== null || draftedBy(events) === person.id) continue;
    const { verdict } = await oneAsk(needs.db, needs, { person, ask: ask.id });
    const since = events.findLast(({ what }) => what === 'drafted')?.day;
    if (verdict === 'second' && since !== undefined) {
      tasks.push({ ask: ask.id, what: 'second', since, number: 0, closable: false, why: null });
    }
  }
  return tasks;
}

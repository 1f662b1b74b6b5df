/** Every ask a caseworker may see, and what of them waits. */
import { askReader, tasksOf } from '../../answer/index.ts';
import type { Person } from '../../platform/http/index.ts';
import { keyOf, todayOf } from '../inbox/reading.ts';
import { askLine } from './lines.ts';
import { type AskNeeds, existing } from './reading.ts';
import { namesIn } from './view.ts';
import type { Asks } from './wire.ts';

export async function asksOf(needs: AskNeeds, person: Person): Promise<Asks> {
  const { db } = needs;
  const key = await keyOf(needs, person);
  const mine = await existing(db, { person, key }, await askReader(db).all());
  const names = await namesIn(db);
  const today = todayOf(needs);
  return {
    asks: mine.map((way) => askLine({ way, names, today })),
    tasks: mine
      .flatMap((way) => tasksOf(way).map((task) => ({ ask: way.ask.id, ...task })))
      .sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0)),
  };
}

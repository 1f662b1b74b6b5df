/**
 * The clock's work, as often as anybody likes: it writes what `pending` finds and nothing twice. Each ask is one
 * transaction that holds its row, so two servers at once write what one would. One ask that fails stops no other.
 */
import type { Kysely, Transaction } from 'kysely';
import { type Clock, type Day, dayIn } from '../../platform/clock.ts';
import type { Installation } from '../../platform/installation.ts';
import type { Ask, Both, Note } from '../ask/model.ts';
import { askReader, askWriter } from '../ask/store.ts';
import { bodyReader } from '../body/store.ts';
import { aboutName } from './about-name.ts';
import { runningAsks } from './clock-store.ts';
import { openLetter } from './letter.ts';
import { type Pending, pending, remindBefore } from './pending.ts';
import type { Reminder } from './remind.ts';

export interface TickDeps {
  db: Kysely<unknown>;
  installation: Pick<Installation, 'zone' | 'name'>;
  clock: Clock;
  /** Puts the mail of a reminder in the transaction that writes it down. False: no mail can go to this body. */
  remind(tx: Transaction<unknown>, reminder: Reminder): Promise<boolean>;
  /** Tells the desk, in the same transaction, that something waits for it. */
  tell(tx: Transaction<unknown>): Promise<void>;
}

/** How many rows of each kind were written. */
export type Ticked = Record<Pending['what'], number>;

/** `day`: instead of today in the installation's zone. Throws the first failure, after all the others were looked at. */
export async function tick(deps: TickDeps, day?: Day): Promise<Ticked> {
  const today = day ?? dayIn(deps.installation.zone, deps.clock.now());
  const written: Ticked = { reminded: 0, escalated: 0, open_letter: 0 };
  const ids = await runningAsks(deps.db, today, remindBefore);
  const failures: unknown[] = [];
  for (let from = 0; from < ids.length; from += atOnce) {
    const ways = await askReader(deps.db).byIds(ids.slice(from, from + atOnce));
    for (const way of ways) {
      if (pending(way, today).length === 0) continue;
      const found = await write(deps, way.ask.id, today).catch((error: unknown) => {
        failures.push(error);
        return [];
      });
      for (const { what } of found) written[what]++;
    }
  }
  if (failures.length > 0) throw failures[0];
  return written;
}

const atOnce = 200;

/** Looks again with the row held: what was pending a moment ago may have been done by another. */
function write(deps: TickDeps, id: string, today: Day): Promise<Pending[]> {
  return deps.db.transaction().execute(async (tx) => {
    const writer = askWriter(tx);
    await writer.lock(id);
    const way = await askReader(tx).byId(id);
    if (way === null) return [];
    const { ask } = way;
    const written: Pending[] = [];
    for (const one of pending(way, today)) {
      if (one.what === 'reminded' && !(await deps.remind(tx, { ask, today, when: one.note.why }))) continue;
      const note: Note =
        one.what === 'open_letter' ? { ...one.note, words: await letterOf(deps, tx, ask) } : one.note;
      await writer.event(id, { day: one.day, what: one.what, note });
      written.push(one);
    }
    if (written.some(({ what }) => what !== 'reminded')) await deps.tell(tx);
    return written;
  });
}

async function letterOf(
  { installation }: Pick<TickDeps, 'installation'>,
  tx: Transaction<unknown>,
  ask: Ask,
): Promise<Both> {
  const unknown = { en: ask.body, ar: ask.body };
  const body = (await bodyReader(tx).byId(ask.body))?.name ?? unknown;
  const about = await aboutName(tx, ask.about);
  return openLetter({ ask, body, about, organisation: installation.name });
}

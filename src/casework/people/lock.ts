/**
 * Lock now: what this person could open opens nothing any more, here and on every device. The wraps are gone, so a phone
 * and our tables together hold no key; the way back is a new key, signed by the root or two colleagues.
 */
import { dayIn } from '../../platform/clock.ts';
import type { ReaderEntry } from '../../platform/keys/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { accessStore } from '../access/store.ts';
import { inboxStore } from '../inbox/store.ts';
import { append, type ListNeeds } from '../list/append.ts';
import { waitingForSignature } from '../list/sign.ts';
import { listStore } from '../list/store.ts';
import { openingStore } from '../together/store.ts';
import { personMailStore } from './mail-store.ts';
import { tellOthers } from './news.ts';
import { peopleStore } from './store.ts';

/**
 * `entry`: her own removal, signed by her; null when her keys were locked already. Wraps and sessions go in any case: an
 * entry the list refuses (a colleague was quicker) must not keep a door open. `removed` says whether it was taken.
 */
export async function lockNow(
  needs: ListNeeds,
  person: string,
  entry: ReaderEntry | null,
): Promise<{ removed: boolean }> {
  await drop(needs, person);
  const removed = entry?.statement.change === 'remove' && (await taken(needs, entry));
  if (!removed) await pressForRemoval(needs, person);
  return { removed };
}

async function taken(needs: ListNeeds, entry: ReaderEntry): Promise<boolean> {
  try {
    await needs.db.transaction().execute((tx) => append(tx, needs, { entry, leaving: true }));
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

/** Until her key is off the signed list, phones seal new reports to it: only her colleagues' signatures end that. */
async function pressForRemoval(needs: ListNeeds, id: string): Promise<void> {
  const { db, clock, installation } = needs;
  const people = peopleStore(db);
  const keys = await people.keysOf(id);
  const { locked } = await waitingForSignature(needs);
  const person = await people.byId(id);
  if (person === undefined || !locked.some((reader) => keys.includes(reader))) return;
  const day = dayIn(installation.zone, clock.now());
  const notice = { what: 'removal_waits', name: person.name, day } as const;
  await db.transaction().execute((tx) => tellOthers(tx, id, notice));
}

function drop({ db, clock, installation }: ListNeeds, id: string): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const people = peopleStore(tx);
    const list = listStore(tx);
    await list.takeTurn();
    const person = await people.lock(id);
    if (person === undefined) return;
    const waiting = await list.enrolmentOf(id);
    if (waiting) await list.dropHalf(waiting.reader);
    await list.dropEnrolment(id);
    await people.dropWraps(id);
    await people.dropReader(id);
    await accessStore(tx).endAll(id);
    await inboxStore(tx).releaseAll(id);
    await personMailStore(tx).forget(id);
    await openingStore(tx).dropBy(id);
    await tellOthers(tx, id, {
      what: 'locked',
      name: person.name,
      day: dayIn(installation.zone, clock.now()),
    });
  });
}

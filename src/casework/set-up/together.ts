/** The one switch of a house at high risk: two must open. Said before the first key is sent in; from then on it stands. */
import { dayIn } from '../../platform/clock.ts';
import type { Kysely } from '../../platform/db/index.ts';
import type { Person } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { entriesReader } from '../../report/index.ts';
import { listStore } from '../list/store.ts';
import { listSays, twoMustOpen } from '../together/house.ts';
import type { SetUpNeeds } from './facts.ts';
import type { Together } from './model.ts';
import { setUpStore } from './store.ts';

export async function togetherOf(db: Kysely<unknown>): Promise<Together> {
  if (listSays(await entriesReader(db).all()) !== null) return { is: await twoMustOpen(db), may: 'signed' };
  const waiting = await listStore(db).enrolments();
  return { is: await twoMustOpen(db), may: waiting.length > 0 ? 'keys_sent' : 'choose' };
}

/** Refusal 'together_too_late' where keys were sent in already: they were made on other terms. */
export function sayTogether(
  { db, clock, installation }: Pick<SetUpNeeds, 'db' | 'clock' | 'installation'>,
  who: Pick<Person, 'id' | 'name'>,
  is: boolean,
): Promise<void> {
  return db.transaction().execute(async (tx) => {
    // Whoever sends in keys meanwhile waits, and then makes them on the terms said here.
    await listStore(tx).takeTurn();
    if ((await togetherOf(tx)).may !== 'choose') throw new Refusal('together_too_late');
    const day = dayIn(installation.zone, clock.now());
    await setUpStore(tx).say({ what: 'together', said: is, by: who.id, byName: who.name, day });
  });
}

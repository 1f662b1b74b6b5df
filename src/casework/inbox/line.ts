/** One line of the inbox: what stands in clear, and how far we are. */

import type { Day } from '../../platform/clock.ts';
import type { Kysely } from '../../platform/db/index.ts';
import { stateOn } from '../model.ts';
import { peopleStore } from '../people/store.ts';
import type { InboxLine } from '../wire.ts';
import { isAway } from './carrying-model.ts';
import { carryingStore } from './carrying-store.ts';
import { type InboxNeeds, type Read, todayOf } from './reading.ts';

/** In the order they are given. */
export async function linesOf(
  db: Kysely<unknown>,
  needs: Pick<InboxNeeds, 'clock' | 'installation' | 'places'>,
  read: readonly Read[],
): Promise<InboxLine[]> {
  const today = todayOf(needs);
  const now = needs.clock.now();
  const holders = [
    ...new Set(read.flatMap(({ filed }) => (filed.claimedBy === null ? [] : [filed.claimedBy]))),
  ];
  const [names, away, places] = await Promise.all([
    peopleStore(db).byIds(holders),
    holders.length === 0 ? new Set<string>() : awayOn(db, today),
    namesOfPlaces(needs, read),
  ]);
  return read.map(({ open, filed }) => {
    const state = stateOn(today, filed);
    const late = filed.urgentDue === null ? filed.due < today : filed.urgentDue <= now;
    const name = filed.claimedBy === null ? undefined : names.get(filed.claimedBy);
    return {
      id: open.id,
      who: open.who,
      kinds: open.kinds,
      soon: open.soon,
      helped: open.helped,
      place: open.place === null ? null : (places.get(open.place) ?? null),
      week: open.week,
      part: open.part,
      language: open.language,
      cameBy: open.cameBy,
      arrived: open.arrived,
      due: filed.due,
      over: state !== 'closed' && late,
      state,
      claimedBy:
        filed.claimedBy === null || name === undefined
          ? null
          : { id: filed.claimedBy, name, away: away.has(filed.claimedBy) },
      mine: true,
      waitingForUs: filed.waiting,
      closeReason: filed.closeReason,
      marks: filed.marks,
      crowded: filed.crowded,
      archived: open.archived,
      together: open.together,
    };
  });
}

/** Ids of those who are away, said or not. */
async function awayOn(db: Kysely<unknown>, today: Day): Promise<Set<string>> {
  const all = await carryingStore(db).all();
  return new Set([...all].flatMap(([id, one]) => (isAway(one, today) ? [id] : [])));
}

/** One look-up for one line; the whole table, which is small, for a list. */
async function namesOfPlaces({ places }: Pick<InboxNeeds, 'places'>, read: readonly Read[]) {
  const ids = new Set(read.flatMap(({ open }) => (open.place === null ? [] : [open.place])));
  const [only] = ids;
  const found = ids.size > 1 ? await places.all() : [only === undefined ? null : await places.byId(only)];
  return new Map(found.flatMap((place) => (place === null ? [] : [[place.id, place.name] as const])));
}

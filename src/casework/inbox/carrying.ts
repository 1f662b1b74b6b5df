/** What one person carries: the most they take on, when they are away, and what the intake says when nobody can. */
import { addDays, type Day, weekOf } from '../../platform/clock.ts';
import type { Transaction } from '../../platform/db/index.ts';
import type { Person } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { activeOrNone, entriesReader } from '../../report/index.ts';
import type { CaseworkDeps } from '../deps.ts';
import { peopleStore } from '../people/store.ts';
import { isAway, type NoRoom, noRoom } from './carrying-model.ts';
import { carryingStore } from './carrying-store.ts';
import type { CarryingLine } from './carrying-wire.ts';
import { type Read, todayOf } from './reading.ts';
import { inboxStore } from './store.ts';

type Needs = Pick<CaseworkDeps, 'db' | 'clock' | 'installation'>;
const longestAway = 366;
const nothingSaid = { most: null, away: null, carried: 0, here: null };

/** Caseworkers whose key counts now; nobody where the list does not verify. */
async function atWork({ db, clock, installation }: Needs) {
  const active = await activeOrNone({ readers: () => entriesReader(db).all(), clock, installation });
  const counts = new Set(active.filter(({ place }) => place === 'ours').map(({ id }) => id));
  return (await peopleStore(db).all()).filter(({ reader }) => reader !== null && counts.has(reader));
}

/** What keeps new reports from being taken on. Moves with the week and with what people say, not with a report. */
export async function roomNow(needs: Needs): Promise<NoRoom | null> {
  const [people, said] = await Promise.all([atWork(needs), carryingStore(needs.db).all()]);
  return noRoom(
    people.map(({ id }) => said.get(id) ?? nothingSaid),
    todayOf(needs),
  );
}

/**
 * A caseworker sees their own line, an organiser everybody's. How many a person carries is told to that person alone: it
 * would show that there is a report somebody was left out of.
 */
export async function carryingOf(needs: Needs, person: Person): Promise<CarryingLine[]> {
  const [people, said, carries] = await Promise.all([
    atWork(needs),
    carryingStore(needs.db).all(),
    inboxStore(needs.db).claimedBy(person.id),
  ]);
  const today = todayOf(needs);
  return people
    .filter(({ id }) => mayMind(person, id))
    .map(({ id, name }) => {
      const { most, away, here } = said.get(id) ?? nothingSaid;
      const unseen = away !== null && away >= today ? false : isAway({ away, here }, today);
      return {
        id,
        name,
        most,
        away: isOver(away, today) ? null : away,
        unseen,
        carries: id === person.id ? carries : null,
      };
    });
}

const isOver = (away: Day | null, today: Day) => away !== null && away < today;
const mayMind = ({ id, roles }: Person, who: string) => id === who || roles.includes('organiser');

/**
 * Refusals: 'forbidden' for somebody else's by who is no organiser; 'not_found' for who is no caseworker here;
 * 'away_day' {most} for a day that is over or too far away.
 */
export async function sayCarrying(
  needs: Needs,
  person: Person,
  { id, most, away }: { id: string; most: number | null; away: Day | null },
): Promise<void> {
  if (!mayMind(person, id)) throw new Refusal('forbidden');
  if (!(await atWork(needs)).some((one) => one.id === id)) throw new Refusal('not_found');
  const today = todayOf(needs);
  if (away !== null && (away < today || away > addDays(today, longestAway))) {
    throw new Refusal('away_day', { most: longestAway });
  }
  await carryingStore(needs.db).say(id, { most, away });
}

/**
 * In the transaction that claims: whoever carries as many as they take on takes no more, unless it could happen again soon.
 * Refusal 'carries_most' {n}.
 */
export async function refuseMore(
  tx: Transaction<unknown>,
  person: string,
  { open, filed }: Read,
): Promise<void> {
  if (open.soon || filed.claimedBy === person) return;
  const most = await carryingStore(tx).lockMost(person);
  if (most === null || (await inboxStore(tx).claimedBy(person)) < most) return;
  throw new Refusal('carries_most', { n: most });
}

/** Held by somebody else who is away, said or not. */
export async function isFree(
  tx: Transaction<unknown>,
  { claimedBy }: Read['filed'],
  { person, today }: { person: string; today: Day },
): Promise<boolean> {
  if (claimedBy === null || claimedBy === person) return false;
  const said = (await carryingStore(tx).all()).get(claimedBy);
  return said !== undefined && isAway(said, today);
}

/** As often as anybody likes: counts once, when the week begins, and after a standstill when it goes on. */
export async function countCarried(needs: Needs): Promise<void> {
  const store = carryingStore(needs.db);
  const week = weekOf(todayOf(needs));
  for (const person of await store.uncounted(week)) {
    await store.count(person, { week, carried: await inboxStore(needs.db).claimedBy(person) });
  }
}

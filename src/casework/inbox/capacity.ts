/** How much the people here can take, said before anybody writes; the wait is measured, never promised. */
import { addDays, dayIn, weekOf } from '../../platform/clock.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Capacity } from '../../report/wire.ts';
import type { CaseworkDeps } from '../deps.ts';
import { waitCeilingDays, waitOf } from '../model.ts';
import { roomNow } from './carrying.ts';
import { inboxStore, type SwitchState } from './store.ts';

type Needs = Pick<CaseworkDeps, 'db' | 'clock' | 'installation'>;

/** Of how many past weeks the wait is measured. Only weeks that are over count, so it moves in weekly steps. */
const weeks = 8;

/**
 * Reopens by itself after the last day; `urgent` by itself while nobody is here, while everybody carries as many as they
 * take on, and while the measured wait is above the ceiling.
 */
export async function capacity({ db, clock, installation }: Needs): Promise<Capacity> {
  const store = inboxStore(db);
  const today = dayIn(installation.zone, clock.now());
  const thisWeek = weekOf(today);
  const [set, samples, room] = await Promise.all([
    store.capacity(),
    store.waits(addDays(thisWeek, -7 * weeks), thisWeek),
    roomNow({ db, clock, installation }),
  ]);
  const waitDays = waitOf(samples);
  const isOver = set.until !== null && set.until < today;
  const state = isOver ? 'open' : set.state;
  const plain = { state, until: isOver ? null : set.until, waitDays, because: null, back: null };
  if (state === 'closed') return plain;
  const urgent = { ...plain, state: 'urgent', until: null } as const;
  if (room !== null) return { ...urgent, ...room };
  const tooLong = waitDays !== null && waitDays > waitCeilingDays;
  return tooLong && state !== 'urgent' ? { ...urgent, because: 'wait' } : plain;
}

/** `until`: the last closed day, only with 'closed'; Refusal 'unreadable' otherwise, and for a day that is over. */
export async function setCapacity(
  needs: Needs,
  set: { state: SwitchState; until: string | null },
): Promise<Capacity> {
  const today = dayIn(needs.installation.zone, needs.clock.now());
  if (set.until !== null && (set.state !== 'closed' || set.until < today)) {
    throw new Refusal('unreadable', { field: 'until' });
  }
  await inboxStore(needs.db).setCapacity(set);
  return capacity(needs);
}

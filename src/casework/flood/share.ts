/** How much of what came waits apart, told to everybody: coarse, and once a week, so that no report moves a page. */
import { addDays, weekOf } from '../../platform/clock.ts';
import { type InboxNeeds, todayOf } from '../inbox/reading.ts';
import { tensOf } from './model.ts';
import { type HeldShare, heldShareStore } from './share-store.ts';
import { arrivals } from './store.ts';

type Needs = Pick<InboxNeeds, 'db' | 'clock' | 'installation'>;

/** As often as anybody likes: counts once, when a week has ended, and after a standstill the last that has. */
export async function countHeld(needs: Needs): Promise<void> {
  const { db } = needs;
  const store = heldShareStore(db);
  const week = addDays(weekOf(todayOf(needs)), -7);
  const last = await store.last();
  if (last !== null && last.week >= week) return;
  const share = await arrivals(db).share(week, addDays(week, 6));
  await store.count({ week, tens: tensOf(share) });
}

/** What public pages say; null before the first week was counted. */
export const heldShare = ({ db }: Pick<Needs, 'db'>): Promise<HeldShare | null> => heldShareStore(db).last();

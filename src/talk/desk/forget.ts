/** What the desk deletes by itself, each day: posts whose days are over, with everything that was written about them. */
import { addDays, dayIn } from '../../platform/clock.ts';
import type { TalkDeskDeps } from './deps.ts';
import { keepDays, keepUndecidedDays } from './model.ts';
import { tallyStore } from './tally-store.ts';

/** How many months of counts are kept, and shown. */
export const months = 12;

/** 'YYYY-MM', the first of the months that are counted. */
export function firstMonth({ clock, installation }: Pick<TalkDeskDeps, 'clock' | 'installation'>): string {
  return addDays(dayIn(installation.zone, clock.now()), -365).slice(0, 7);
}

/** As often as anybody likes. How many posts were deleted. */
export function forgetTalk(deps: Pick<TalkDeskDeps, 'db' | 'clock' | 'installation'>): Promise<number> {
  const now = deps.clock.now();
  const before = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000);
  return deps.db.transaction().execute(async (tx) => {
    const store = tallyStore(tx);
    await store.forgetDeliveries(now);
    await store.forgetTally(firstMonth(deps));
    return store.forget({ decided: before(keepDays), undecided: before(keepUndecidedDays) });
  });
}

/** What the desk keeps how long: posts whose days are over go with everything that was written about them. */
import { addDays, dayIn } from '../../platform/clock.ts';
import type { Kept } from '../../platform/retention/index.ts';
import type { TalkDeskDeps } from './deps.ts';
import { keepDays, keepUndecidedDays } from './model.ts';
import { tallyStore } from './tally-store.ts';

type Needs = Pick<TalkDeskDeps, 'db' | 'clock' | 'installation'>;

/** 'YYYY-MM', the first of the months that are counted, and shown: twelve of them are. */
export function firstMonth({ clock, installation }: Pick<Needs, 'clock' | 'installation'>): string {
  return addDays(dayIn(installation.zone, clock.now()), -365).slice(0, 7);
}

/** Before anything was written. */
const never = new Date(0);

export function keptOfTalk({ db, clock, installation }: Needs): Kept[] {
  const before = (days: number) => new Date(clock.now().getTime() - days * 24 * 3_600_000);
  const forget = (old: { decided: Date; undecided: Date }) =>
    db.transaction().execute((tx) => tallyStore(tx).forget(old));
  return [
    {
      kind: 'talk_post',
      period: { days: keepDays },
      by: 'hour',
      forget: () => forget({ decided: before(keepDays), undecided: never }),
    },
    {
      kind: 'talk_waiting',
      period: { days: keepUndecidedDays },
      by: 'hour',
      forget: () => forget({ decided: never, undecided: before(keepUndecidedDays) }),
    },
    {
      kind: 'talk_tally',
      period: 'year',
      by: 'hour',
      forget: async () => {
        const store = tallyStore(db);
        await store.forgetDeliveries(clock.now());
        return store.forgetTally(firstMonth({ clock, installation }));
      },
    },
  ];
}

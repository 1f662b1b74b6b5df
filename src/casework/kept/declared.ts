/** How long this room keeps what. */

import { addDays, dayIn } from '../../platform/clock.ts';
import type { Kept } from '../../platform/retention/index.ts';
import { linkLasts } from '../access/links.ts';
import { accessStore } from '../access/store.ts';
import type { CaseworkDeps } from '../deps.ts';
import { pastDays } from '../flood/model.ts';
import { arrivals } from '../flood/store.ts';
import { eraseStories } from '../inbox/erase.ts';
import { forgetPressure } from '../pressure/log.ts';
import { openingStore } from '../together/store.ts';

export function keptOfCasework(deps: Pick<CaseworkDeps, 'db' | 'clock' | 'installation'>): Kept[] {
  return [
    { kind: 'story', period: 'year', by: 'hour', forget: () => eraseStories(deps) },
    {
      kind: 'arrival',
      period: { days: pastDays },
      by: 'hour',
      forget: () =>
        arrivals(deps.db).forget(addDays(dayIn(deps.installation.zone, deps.clock.now()), -pastDays)),
    },
    { kind: 'pressure', period: 'year', by: 'hour', forget: () => forgetPressure(deps) },
    {
      kind: 'opening',
      period: { days: 2 },
      by: 'hour',
      forget: () =>
        openingStore(deps.db).forget(addDays(dayIn(deps.installation.zone, deps.clock.now()), -1)),
    },
    { kind: 'minute', period: 'done', by: 'at_once' },
    // With the person, their key, or Lock now.
    { kind: 'own_mail', period: 'done', by: 'at_once' },
    {
      kind: 'session',
      period: { days: linkLasts.invitation / (24 * 3_600_000) },
      by: 'hour',
      forget: () => accessStore(deps.db).forgetEnded(deps.clock.now()),
    },
  ];
}

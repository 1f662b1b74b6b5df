/** How long this room keeps what. */

import type { Kept } from '../../platform/retention/index.ts';
import { linkLasts } from '../access/links.ts';
import { accessStore } from '../access/store.ts';
import type { CaseworkDeps } from '../deps.ts';
import { eraseStories } from '../inbox/erase.ts';

export function keptOfCasework(deps: Pick<CaseworkDeps, 'db' | 'clock' | 'installation'>): Kept[] {
  return [
    { kind: 'story', period: 'year', by: 'hour', forget: () => eraseStories(deps) },
    { kind: 'minute', period: 'done', by: 'at_once' },
    {
      kind: 'session',
      period: { days: linkLasts.invitation / (24 * 3_600_000) },
      by: 'hour',
      forget: () => accessStore(deps.db).forgetEnded(deps.clock.now()),
    },
  ];
}

/** The terminal tried two papers, and they brought this installation's root back. */
import { dayIn } from '../../platform/clock.ts';
import type { SetUpNeeds } from './facts.ts';
import { setUpStore } from './store.ts';

export async function rehearsed({
  db,
  clock,
  installation,
}: Pick<SetUpNeeds, 'db' | 'clock' | 'installation'>): Promise<void> {
  const day = dayIn(installation.zone, clock.now());
  const said = { root: installation.root };
  await setUpStore(db).say({
    what: 'root.rehearsed',
    said,
    by: null,
    byName: 'upstander readers rehearse',
    day,
  });
}

/** Looks through every kind of data that has a forget, and writes down that it did. */
import { type Clock, dayIn, toMinute } from '../clock.ts';
import type { Kysely } from '../db/index.ts';
import type { Installation } from '../installation.ts';
import type { Kept, Kind } from './model.ts';
import { hasRun } from './store.ts';

export interface KeepingTo {
  db: Kysely<unknown>;
  clock: Clock;
  installation: Pick<Installation, 'zone'>;
}

/** How many of each went. One kind that fails stops no other; the first failure is thrown when all were looked through. */
export async function keepTo(
  { db, clock, installation }: KeepingTo,
  all: readonly Kept[],
): Promise<Partial<Record<Kind, number>>> {
  const removed: Partial<Record<Kind, number>> = {};
  const failures: unknown[] = [];
  for (const { kind, forget } of all) {
    if (forget === undefined) continue;
    try {
      const some = await forget();
      const now = clock.now();
      await hasRun(db, { kind, at: toMinute(now), day: dayIn(installation.zone, now), removed: some });
      removed[kind] = some;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return removed;
}

/** How long files wait for the answer they were to be part of: until the end of the next day. */
import { addDays, type Clock, dayIn } from '../../platform/clock.ts';
import type { Kysely } from '../../platform/db/index.ts';
import type { Installation } from '../../platform/installation.ts';
import type { Kept } from '../../platform/retention/index.ts';
import { uploadStore } from './upload-store.ts';

export interface KeptNeeds {
  db: Kysely<unknown>;
  clock: Clock;
  installation: Pick<Installation, 'zone'>;
}

export const keptOfAnswer = ({ db, clock, installation }: KeptNeeds): Kept => ({
  kind: 'answer_file',
  period: { days: 1 },
  by: 'hour',
  forget: () => uploadStore(db).forget(addDays(dayIn(installation.zone, clock.now()), -1)),
});

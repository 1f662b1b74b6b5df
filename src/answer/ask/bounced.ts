/** A mail about an ask did not arrive: that stands in the ask's way, and a caseworker looks into it. The clock goes on. */
import { type Clock, dayIn } from '../../platform/clock.ts';
import type { MailConfig } from '../../platform/config.ts';
import type { Kysely } from '../../platform/db/index.ts';
import type { Installation } from '../../platform/installation.ts';
import { postTask } from '../../platform/mail/index.ts';
import { askReader, askWriter } from './store.ts';

export interface BounceDeps {
  db: Kysely<unknown>;
  clock: Clock;
  installation: Pick<Installation, 'zone'>;
  mail: Pick<MailConfig, 'desk' | 'language'>;
}

/** Once for an ask and day, however often it is told. An ask that is gone needs nothing. */
export async function fileBounces(deps: BounceDeps, asks: readonly string[]): Promise<void> {
  const day = dayIn(deps.installation.zone, deps.clock.now());
  for (const id of asks) {
    await deps.db.transaction().execute(async (tx) => {
      if ((await askWriter(tx).lock(id)) === null) return;
      const way = await askReader(tx).byId(id);
      if (way?.events.some((event) => event.what === 'bounced' && event.day === day)) return;
      await askWriter(tx).event(id, { day, what: 'bounced' });
      await postTask(tx, deps.mail);
    });
  }
}

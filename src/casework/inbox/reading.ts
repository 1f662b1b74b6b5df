/** Which reports exist for a person: those sealed to the key they hold now, while it counts. All others do not. */
import { dayIn } from '../../platform/clock.ts';
import type { Kysely, Transaction } from '../../platform/db/index.ts';
import type { Person } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  currentReaders,
  entriesReader,
  type OpenReport,
  reportReader,
  reportWriter,
} from '../../report/index.ts';
import type { CaseworkDeps } from '../deps.ts';
import { mayRead } from '../model.ts';
import { peopleStore } from '../people/store.ts';
import { type Filed, inboxStore } from './store.ts';

export type InboxNeeds = Pick<CaseworkDeps, 'db' | 'clock' | 'installation' | 'places'>;

export interface Read {
  open: OpenReport;
  filed: Filed;
}

/** The reader id of who asks. Refusal 'forbidden' for an organiser; null after Lock now, before enrolment, once removed. */
export async function keyOf(
  { db, clock, installation }: Pick<InboxNeeds, 'db' | 'clock' | 'installation'>,
  { id, roles }: Pick<Person, 'id' | 'roles'>,
): Promise<string | null> {
  if (!mayRead(roles)) throw new Refusal('forbidden');
  const key = (await peopleStore(db).byId(id))?.reader ?? null;
  const list = await currentReaders({ readers: () => entriesReader(db).all(), clock, installation });
  return list.active.some((reader) => reader.id === key) ? key : null;
}

/** Refusal 'report_not_here', the same whether it was withdrawn, never was, or is not for this key. */
export async function readable(db: Kysely<unknown>, key: string | null, report: string): Promise<Read> {
  const [open, filed] = await Promise.all([reportReader(db).byId(report), inboxStore(db).byId(report)]);
  return forKey(key, open, filed);
}

/**
 * The same, and everybody else who wants to change this report waits until the transaction ends. So does Lock now; if it
 * was quicker, the report does not exist for this person any more.
 */
export async function lockReadable(
  tx: Transaction<unknown>,
  needs: Pick<InboxNeeds, 'clock' | 'installation'>,
  { person, report }: { person: Person; report: string },
): Promise<Read> {
  // The person before the report, as Lock now does: two that wait for each other would both fail.
  await peopleStore(tx).holdStill(person.id);
  const key = await keyOf({ ...needs, db: tx }, person);
  await reportWriter(tx).lock(report);
  return forKey(key, await reportReader(tx).byId(report), await inboxStore(tx).lock(report));
}

function forKey(key: string | null, open: OpenReport | null, filed: Filed | null): Read {
  if (key === null || open === null || filed === null || !open.readers.includes(key)) {
    throw new Refusal('report_not_here');
  }
  return { open, filed };
}

export const todayOf = ({ clock, installation }: Pick<InboxNeeds, 'clock' | 'installation'>) =>
  dayIn(installation.zone, clock.now());

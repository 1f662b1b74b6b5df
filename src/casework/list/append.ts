/**
 * Makes the list of readers one entry longer. The server checks what every browser checks, so that nothing stands in the
 * list that browsers refuse; it cannot make an entry of its own.
 */
import { dayIn } from '../../platform/clock.ts';
import type { Transaction } from '../../platform/db/index.ts';
import {
  KeyRefusal,
  type Reader,
  type ReaderEntry,
  type ReaderList,
  readers,
  sameReader,
} from '../../platform/keys/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { currentReaders, entriesReader, entriesWriter, reportReader } from '../../report/index.ts';
import { accessStore } from '../access/store.ts';
import { carryOn } from '../archive/carry.ts';
import type { CaseworkDeps } from '../deps.ts';
import { inboxStore } from '../inbox/store.ts';
import { personMailStore } from '../people/mail-store.ts';
import { tellOthers } from '../people/news.ts';
import { peopleStore } from '../people/store.ts';
import { openingStore } from '../together/store.ts';
import { listStore } from './store.ts';

export type ListNeeds = Pick<CaseworkDeps, 'db' | 'clock' | 'installation'>;

/**
 * The list as it stands, or with more at its end. Refusals where it is not valid: 'old_key_first' {name}, 'chain_refused'
 * {number, why} for everything else.
 */
export function proved(
  { installation, clock }: Pick<ListNeeds, 'installation' | 'clock'>,
  entries: readonly ReaderEntry[],
): ReaderList {
  try {
    return readers({ entries, root: installation.root, installation: installation.id, now: clock.now() });
  } catch (error) {
    if (error instanceof KeyRefusal) throw chainRefusal(error, entries);
    throw error;
  }
}

/** What the person who signed reads. */
export function chainRefusal(error: KeyRefusal, entries: readonly ReaderEntry[]): Refusal {
  const { number = 0, why = '' } = error.params;
  const entry = entries.find(({ statement }) => statement.number === number);
  if (why === 'name_taken' && entry)
    return new Refusal('old_key_first', { name: entry.statement.reader.name });
  return new Refusal('chain_refused', { number, why });
}

/** Whose key counts now, by the signed list. */
export async function activeIds(needs: ListNeeds): Promise<ReadonlySet<string>> {
  const { active } = await currentReaders({ ...needs, readers: () => entriesReader(needs.db).all() });
  return new Set(active.map(({ id }) => id));
}

/**
 * In the caller's transaction. Refusals: 'chain_refused' {number, why}, also why 'not_enrolled' for keys nobody here has
 * sent in; 'last_reader', and 'last_holder' {name, n} where nobody else could open n reports. Lock now (`leaving`) passes
 * over both, the root over the second: safety first. So does the removal of a key that its person has locked already.
 */
export async function append(
  tx: Transaction<unknown>,
  needs: ListNeeds,
  { entry, leaving = false }: { entry: ReaderEntry; leaving?: boolean },
): Promise<number> {
  const list = listStore(tx);
  await list.takeTurn();
  const before = await entriesReader(tx).all();
  const longer = proved(needs, [...before, entry]);
  const { active } = longer;
  const { change } = entry.statement;
  if (change === 'remove' && !leaving && !active.some(({ place }) => place === 'ours')) {
    throw new Refusal('last_reader');
  }
  if (change === 'remove' && !leaving && entry.signatures.every(({ by }) => by !== 'root')) {
    await refuseLastHolder(tx, entry, active);
  }
  await entriesWriter(tx).append(entry);
  await list.dropHalves();
  await (change === 'add' ? added(tx, needs, entry) : removed(tx, needs, entry));
  await carryOn(tx, { list: longer, entries: [...before, entry], zone: needs.installation.zone });
  return entry.statement.number;
}

async function refuseLastHolder(
  tx: Transaction<unknown>,
  { statement: { reader } }: ReaderEntry,
  left: readonly Reader[],
): Promise<void> {
  if ((await peopleStore(tx).byReader(reader.id)) === undefined) return;
  const others = left.map(({ id }) => id);
  const n = await reportReader(tx).countSealedAlone(reader.id, others);
  if (n > 0) throw new Refusal('last_holder', { name: reader.name, n });
}

async function added(
  tx: Transaction<unknown>,
  { clock, installation }: ListNeeds,
  { statement: { reader, number } }: ReaderEntry,
): Promise<void> {
  const list = listStore(tx);
  const people = peopleStore(tx);
  const enrolment = await list.enrolment(reader.id);
  // Without its person an added key would be a reader no colleague can ask about.
  if (enrolment === undefined || !sameReader(enrolment.keys, reader)) {
    throw new Refusal('chain_refused', { number, why: 'not_enrolled' });
  }
  await people.holds(enrolment.person, reader.id);
  await list.dropEnrolment(enrolment.person);
  const day = dayIn(installation.zone, clock.now());
  await tellOthers(tx, enrolment.person, { what: 'reader_added', name: reader.name, day });
}

async function removed(
  tx: Transaction<unknown>,
  { clock, installation }: ListNeeds,
  { statement: { reader } }: ReaderEntry,
): Promise<void> {
  const people = peopleStore(tx);
  const person = await people.byReader(reader.id);
  if (person !== undefined) {
    await people.dropReader(person.id);
    await people.dropWraps(person.id);
    await accessStore(tx).endAll(person.id);
    await inboxStore(tx).releaseAll(person.id);
    await personMailStore(tx).forget(person.id);
    await openingStore(tx).dropBy(person.id);
  }
  const day = dayIn(installation.zone, clock.now());
  await tellOthers(tx, person?.id ?? null, { what: 'reader_removed', name: reader.name, day });
}

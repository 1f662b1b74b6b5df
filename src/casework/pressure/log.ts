/**
 * Writing down pressure, and reading what was written. It comes sealed and is kept as it came; readers may be fewer than
 * all caseworkers, and where it is about somebody who told, only who reads that report: whoever she left out learns nothing.
 */
import { addDays } from '../../platform/clock.ts';
import type { Kysely } from '../../platform/db/index.ts';
import type { Person } from '../../platform/http/index.ts';
import { toBase64url } from '../../platform/keys/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { aYear } from '../../platform/retention/index.ts';
import { currentReaders, entriesReader, reportReader } from '../../report/index.ts';
import { ageFileOf } from '../binary.ts';
import { type InboxNeeds, keyOf, lockReadable, todayOf } from '../inbox/reading.ts';
import { peopleStore } from '../people/store.ts';
import { pressureStore } from './store.ts';
import { mostListed, type PressureLog } from './wire.ts';

type Needs = Pick<InboxNeeds, 'db' | 'clock' | 'installation'>;

export interface Written {
  /** New and random, made in the browser: it is bound into the seal. */
  id: string;
  report: string | null;
  readers: readonly string[];
  /** An age file, base64url. */
  body: string;
}

/**
 * Refusals: 'forbidden' where the writer's key does not count, 'report_not_here'; 'readers_changed' where the writer is not
 * among the readers, or somebody is who does not count or does not read that report; 'number_taken' for an id that is there.
 */
export function writeDown(needs: Needs, person: Person, written: Written): Promise<void> {
  const body = ageFileOf(written.body, 'body');
  const { id, report } = written;
  return needs.db.transaction().execute(async (tx) => {
    await peopleStore(tx).holdStill(person.id);
    const key = await keyOf({ ...needs, db: tx }, person);
    if (key === null) throw new Refusal('forbidden');
    const open = report === null ? null : (await lockReadable(tx, needs, { person, report })).open;
    const ours = await oursNow({ ...needs, db: tx });
    const may = (one: string) => ours.has(one) && (open === null || open.readers.includes(one));
    if (!written.readers.includes(key) || !written.readers.every(may)) throw new Refusal('readers_changed');
    const row = { id, report, readers: [...written.readers], author: person.id, day: todayOf(needs), body };
    if (!(await pressureStore(tx).add(row))) throw new Refusal('number_taken');
  });
}

async function oursNow({ db, clock, installation }: Needs): Promise<ReadonlySet<string>> {
  const list = await currentReaders({ readers: () => entriesReader(db).all(), clock, installation });
  return new Set(list.active.filter(({ place }) => place === 'ours').map(({ id }) => id));
}

/** Nothing for a key that does not count; of a report nothing for who does not read it now. */
export async function pressureLog(needs: Needs, person: Person): Promise<PressureLog> {
  const key = await keyOf(needs, person);
  if (key === null) return { lines: [], more: 0 };
  const rows = await pressureStore(needs.db).sealedTo(key);
  const reports = await readByKey(
    needs.db,
    key,
    rows.flatMap(({ report }) => report ?? []),
  );
  const mine = rows.filter(({ report }) => report === null || reports.has(report));
  const lines = mine.slice(0, mostListed).map(({ id, report, readers, author, day, body }) => {
    return { id, report, readers, day, body: toBase64url(body), own: author === person.id };
  });
  return { lines, more: mine.length - lines.length };
}

async function readByKey(db: Kysely<unknown>, key: string, reports: readonly string[]) {
  const found = await reportReader(db).byIds([...new Set(reports)]);
  return new Set(found.filter(({ readers }) => readers.includes(key)).map(({ id }) => id));
}

/** Refusal 'not_found' for one that is not there or is somebody else's. */
export async function takeBack({ db }: Pick<Needs, 'db'>, person: Person, id: string): Promise<void> {
  if (!(await pressureStore(db).takeBack(id, person.id))) throw new Refusal('not_found');
}

/** What was written a year ago or longer; how many went. */
export function forgetPressure(needs: Needs): Promise<number> {
  return pressureStore(needs.db).forgetUntil(addDays(todayOf(needs), -aYear));
}

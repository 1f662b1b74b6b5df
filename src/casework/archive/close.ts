/**
 * A caseworker's browser closes away what has rested a month: it seals each secret to the archive key, and the wraps of all
 * its readers go in the same statement. A batch is written whole or not at all; what is written needs no second time.
 */
import type { Person } from '../../platform/http/index.ts';
import { type Archive, archiveOf, isArchiveEntry, KeyRefusal } from '../../platform/keys/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  archiveStore,
  currentReaders,
  entriesReader,
  reportReader,
  reportWriter,
  secretsAgain,
} from '../../report/index.ts';
import { ageFileOf } from '../binary.ts';
import { secretsHanded } from '../inbox/handed.ts';
import { type InboxNeeds, keyOf, todayOf } from '../inbox/reading.ts';
import { listStore } from '../list/store.ts';
import { peopleStore } from '../people/store.ts';
import { atOnce } from '../wire.ts';
import { nameHeirs } from './carry.ts';
import { dueAmong, duePage } from './due.ts';
import type { Known } from './model.ts';
import type { Archiving, ClosedAway, DuePage } from './wire.ts';

type Needs = Pick<InboxNeeds, 'db' | 'clock' | 'installation'>;

const lookedThrough = 500;

/** The archive key as the root has signed it. Null where nobody has; KeyRefusal 'archive_broken' for one that does not hold. */
async function archiveNow({ db, clock, installation: { id, root } }: Needs): Promise<Archive | null> {
  const word = await archiveStore(db).word();
  if (word === null) return null;
  const entries = await entriesReader(db).all();
  return archiveOf(word, { entries, root, installation: id, now: clock.now() });
}

/** How much there is. Nothing sealed is in it, and no report's id. */
export async function archiving(needs: Needs, person: Person): Promise<Archiving> {
  const key = await keyOf(needs, person);
  const none = { all: 0, asked: 0 };
  const { all: away, asked } = key === null ? none : await archiveStore(needs.db).count(key);
  const word = await archiveStore(needs.db).word();
  let due = 0;
  for (let after: string | null = null; key !== null; ) {
    const page = await duePage(needs, { key, after, most: lookedThrough });
    due += page.reports.length;
    after = page.after;
    if (after === null) break;
  }
  return { word: isArchiveEntry(word) ? word : null, due, away, asked };
}

/** Up to 200 with their secrets. Refusal 'archive_none'. */
export function handOutDue(needs: Needs, person: Person, after: string | null): Promise<DuePage> {
  return needs.db.transaction().execute(async (tx) => {
    const within = { ...needs, db: tx };
    await peopleStore(tx).holdStill(person.id);
    const key = await keyOf(within, person);
    if (key === null) return { reports: [], after: null };
    await refuseWithoutKey(within);
    let from = after;
    for (;;) {
      const page = await duePage(within, { key, after: from, most: atOnce });
      const due = page.reports.map(({ id, recipient }) => ({ id, recipient }));
      const handedOut = { what: 'handed_away', day: todayOf(needs), who: person.name } as const;
      const reports = await secretsHanded(tx, due, handedOut);
      if (reports.length > 0 || page.after === null) return { reports, after: page.after };
      from = page.after;
    }
  });
}

async function knownNow({ db, clock, installation }: Needs): Promise<Known> {
  const entries = await entriesReader(db).all();
  const list = await currentReaders({ readers: async () => entries, clock, installation });
  return { list, entries, zone: installation.zone };
}

async function refuseWithoutKey(needs: Needs): Promise<void> {
  const archive = await archiveNow(needs).catch((error: unknown) => {
    if (error instanceof KeyRefusal) return null;
    throw error;
  });
  if (archive?.counts !== true) throw new Refusal('archive_none');
}

/**
 * How many were written. Looked at again with the reports held: what she added to, what somebody opened again, shared,
 * withdrew or put behind an ask meanwhile is passed over. Refusals 'archive_none', 'unreadable' {field}.
 */
export function closeAway(
  needs: Needs,
  person: Person,
  reports: readonly ClosedAway[],
): Promise<{ shared: number }> {
  const given = new Map(
    reports.map((one) => [one.report, { ...one, secret: ageFileOf(one.secret, 'secret') }]),
  );
  return needs.db.transaction().execute(async (tx) => {
    const within = { ...needs, db: tx };
    // A key that is signed at this moment would be named neither by its entry nor here.
    await listStore(tx).takeTurn();
    // The person before the reports, as Lock now does: two that wait for each other would both fail.
    await peopleStore(tx).holdStill(person.id);
    const key = await keyOf(within, person);
    if (key === null) return { shared: 0 };
    await refuseWithoutKey(within);
    const held = await reportWriter(tx).lockAll([...given.keys()]);
    const due = await dueAmong(within, key, held);
    const day = todayOf(needs);
    const gone = await archiveStore(tx).closeAway(
      due.flatMap(({ id }) => given.get(id) ?? []),
      day,
    );
    await nameHeirs(
      tx,
      await knownNow(within),
      due.filter(({ id }) => gone.includes(id)).map(({ id, ...open }) => ({ ...open, report: id })),
    );
    await secretsAgain(tx).tell(gone, { what: 'closed_away', day, who: person.name, once: false });
    return { shared: gone.length };
  });
}

/** Somebody at the desk needs it again: it is marked, for whoever comes with the papers. Refusals 'report_not_here', 'not_found'. */
export function askBack(needs: Needs, person: Person, report: string): Promise<void> {
  return needs.db.transaction().execute(async (tx) => {
    await peopleStore(tx).holdStill(person.id);
    const key = await keyOf({ ...needs, db: tx }, person);
    await reportWriter(tx).lock(report);
    const open = await reportReader(tx).byId(report);
    if (key === null || open === null || !open.readers.includes(key)) throw new Refusal('report_not_here');
    const day = todayOf(needs);
    if (!(await archiveStore(tx).ask(report, day))) throw new Refusal('not_found');
    const event = { what: 'asked_back', day, who: person.name, once: true };
    await secretsAgain(tx).tell([report], event);
  });
}

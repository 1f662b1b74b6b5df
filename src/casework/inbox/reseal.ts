/**
 * A colleague's browser seals report secrets anew, for a new key of somebody who could open them or for somebody new. A
 * batch is written whole or not at all, with the way of each report and the line that counts them; what is written needs
 * no second time, so a kill in between loses nothing and going on is beginning again.
 */
import type { Kysely, Transaction } from '../../platform/db/index.ts';
import type { Person } from '../../platform/http/index.ts';
import { opensTogether } from '../../platform/keys/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import {
  currentReaders,
  entriesReader,
  isAgeFile,
  isSplitAmong,
  type OpenReport,
  reportReader,
  reportWriter,
  type SealedAnew,
  secretsAgain,
} from '../../report/index.ts';
import { bytesOf } from '../binary.ts';
import { arrivals } from '../flood/store.ts';
import { peopleStore } from '../people/store.ts';
import { refuseAlone } from '../together/refuse.ts';
import { openingStore } from '../together/store.ts';
import {
  atOnce,
  type Mark,
  type SharedAgain,
  type Sharing,
  type Unshared,
  type UnsharedPage,
} from '../wire.ts';
import { secretsHanded } from './handed.ts';
import { type InboxNeeds, keyOf, todayOf } from './reading.ts';
import { type Anew, anewFor, type Keys, keysOf } from './shared.ts';
import { sharedStore } from './shared-store.ts';
import { inboxStore } from './store.ts';

const lookedThrough = 500;
const shownLines = 50;

/** What two must open nobody seals anew in bulk: it would open to one alone what two should open together. */
const opensAlone = ({ together }: OpenReport): boolean => !together;

export async function keysNow({ db, clock, installation }: InboxNeeds): Promise<Keys> {
  const entries = await entriesReader(db).all();
  const list = await currentReaders({ readers: async () => entries, clock, installation });
  return keysOf(list, entries, { held: await peopleStore(db).keys(), zone: installation.zone });
}

/** Reports in the inbox or in the held queue, with what the rules ask of each. */
export async function asBefore(db: Kysely<unknown>, reports: readonly OpenReport[]) {
  const ids = reports.map(({ id }) => id);
  const filed = await inboxStore(db).byIds(ids);
  const held = await arrivals(db).byIds(ids);
  const marks = new Map<string, readonly Mark[]>([
    ...[...held.keys()].map((id) => [id, []] as const),
    ...filed.map((one) => [one.report, one.marks] as const),
  ]);
  return reports.flatMap(({ id, arrived, readers }) => {
    const found = marks.get(id);
    return found === undefined ? [] : [{ id, arrived, readers, isMinors: found.includes('under_18') }];
  });
}

/** Whom the asker can share with, and how many reports. Nothing sealed is in it, and no report's id. */
export async function sharing(needs: InboxNeeds, person: Person): Promise<Sharing> {
  const { db } = needs;
  const log = await sharedStore(db).lines(shownLines);
  const key = await keyOf(needs, person);
  if (key === null) return { people: [], reports: 0, log };
  const keys = await keysNow(needs);
  const ours = [...keys.active.values()].filter(({ place }) => place === 'ours').map(({ id }) => id);
  const found = new Map<string, { to: string; reports: number; again: boolean }>();
  let reports = 0;
  for (let after = ''; ; ) {
    const page = await reportReader(db).sealedNotToAll(key, ours, { after, most: lookedThrough });
    for (const report of await asBefore(db, page.filter(opensAlone))) {
      const again = anewFor(report, keys).missing;
      const all = ours.filter((to) => anewFor(report, keys, to).missing.includes(to));
      if (all.length > 0) reports++;
      for (const to of all) {
        const line = found.get(to) ?? { to, reports: 0, again: false };
        line.reports++;
        line.again ||= again.includes(to);
        found.set(to, line);
      }
    }
    after = page.at(-1)?.id ?? '';
    if (page.length < lookedThrough) break;
  }
  return { people: [...found.values()], reports, log };
}

interface AskedFor {
  to: string;
  after: string | null;
}

/** Up to 200 with their secrets. */
export function handOut(needs: InboxNeeds, person: Person, { to, after }: AskedFor): Promise<UnsharedPage> {
  return needs.db.transaction().execute(async (tx) => {
    await peopleStore(tx).holdStill(person.id);
    const within = { ...needs, db: tx };
    const key = await keyOf(within, person);
    if (key === null) return { reports: [], after: null };
    const keys = await keysNow(within);
    let from = after ?? '';
    for (;;) {
      const page = await reportReader(tx).sealedNotToAll(key, [to], { after: from, most: atOnce });
      const handedOut = { what: 'handed', day: todayOf(needs), who: person.name } as const;
      const reports = await secretsHanded(tx, await missing(tx, { page, keys, to }), handedOut);
      const isLast = page.length < atOnce;
      from = page.at(-1)?.id ?? from;
      if (reports.length > 0 || isLast) return { reports, after: isLast ? null : from };
    }
  });
}

async function missing(
  tx: Transaction<unknown>,
  { page, keys, to }: { page: readonly OpenReport[]; keys: Keys; to: string },
): Promise<Omit<Unshared, 'secret'>[]> {
  const before = await asBefore(tx, page.filter(opensAlone));
  return before.flatMap((report) => {
    const anew = anewFor(report, keys, to);
    return anew.missing.includes(to) ? [{ ...report, ...anew }] : [];
  });
}

/**
 * How many were written. What was withdrawn, erased, locked away or shared by somebody else meanwhile is passed over.
 * Refusals: 'readers_changed' where one names readers the rules do not allow, 'needs_two' where two must open and no colleague
 * has opened it with the asker: then none is written.
 */
export function reseal(
  needs: InboxNeeds,
  person: Person,
  { to, reports }: { to: string; reports: readonly SharedAgain[] },
): Promise<{ shared: number }> {
  const given = new Map(
    reports.map((one) => [one.report, { ...one, secret: bytesOf(one.secret, 'secret') }]),
  );
  return needs.db.transaction().execute(async (tx) => {
    const within = { ...needs, db: tx };
    // The person before the reports, as Lock now does: two that wait for each other would both fail.
    await peopleStore(tx).holdStill(person.id);
    const key = await keyOf(within, person);
    const held = await reportWriter(tx).lockAll([...given.keys()]);
    const open = (await reportReader(tx).byIds(held)).filter(
      ({ readers }) => key !== null && readers.includes(key) && !readers.includes(to),
    );
    for (const report of open) await refuseAlone(tx, report, key);
    const keys = await keysNow(within);
    const anew = (await asBefore(tx, open)).map((report) => {
      const allowed = anewFor(report, keys, to);
      const sent = given.get(report.id);
      if (sent === undefined || !allowed.missing.includes(to) || !sameSet(allowed.readers, sent.readers)) {
        throw new Refusal('readers_changed');
      }
      return { ...sent, ...allowed, together: isSplit(sent.secret, allowed.readers, keys) };
    });
    await written(within, person, { anew, keys });
    return { shared: anew.length };
  });
}

async function written(
  needs: InboxNeeds,
  person: Person,
  { anew, keys }: { anew: readonly (Anew & SealedAnew)[]; keys: Keys },
): Promise<void> {
  if (anew.length === 0) return;
  const day = todayOf(needs);
  const tx = secretsAgain(needs.db);
  await tx.reseal(anew);
  for (const { report, together } of anew) if (together) await openingStore(needs.db).dropOf(report);
  await tx.tell(
    anew.map(({ report }) => report),
    { what: 'shared', day, who: person.name, once: false },
  );
  const whom = [...new Set(anew.flatMap(({ missing }) => missing))];
  await sharedStore(needs.db).add(
    whom.map((reader) => ({
      day,
      by: person.name,
      reader,
      name: keys.active.get(reader)?.name ?? '',
      reports: anew.filter(({ missing }) => missing.includes(reader)).length,
    })),
  );
}

/** Split among exactly those who count, where the signed list asks for it; else one file. Refusal 'unreadable' {field}. */
function isSplit(secret: Uint8Array, readers: readonly string[], { active }: Keys): boolean {
  const named = readers.flatMap((id) => active.get(id) ?? []);
  const together = opensTogether(named);
  const fits = together
    ? isSplitAmong(
        secret,
        named.map(({ id }) => id),
      )
    : isAgeFile(secret);
  if (!fits) throw new Refusal('unreadable', { field: 'secret' });
  return together;
}

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && new Set(a).size === a.length && a.every((one) => b.includes(one));

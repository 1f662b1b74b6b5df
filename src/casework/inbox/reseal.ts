/**
 * A colleague's browser seals report secrets anew to a key that has taken the place of an older one. Only the same
 * person's, and only where the older one held a wrap: whoever she left out never did, so nothing here can add them back,
 * and no column has to say who they are.
 */
import type { Person } from '../../platform/http/index.ts';
import { toBase64url } from '../../platform/keys/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { reportReader, reportWriter, sealedReader } from '../../report/index.ts';
import { ageFileOf } from '../binary.ts';
import { activeIds } from '../list/append.ts';
import { peopleStore } from '../people/store.ts';
import type { ToShare, Unshared } from '../wire.ts';
import { type InboxNeeds, keyOf, lockReadable, todayOf } from './reading.ts';

const atATime = 200;

interface Keys {
  active: ReadonlySet<string>;
  /** Old key to the active key of the same person. */
  successor: ReadonlyMap<string, string>;
}

async function keysNow(needs: InboxNeeds): Promise<Keys> {
  const active = await activeIds(needs);
  const keys = await peopleStore(needs.db).keys();
  const successor = keys.flatMap(({ old, now }) =>
    now !== null && now !== old && active.has(now) ? [[old, now] as const] : [],
  );
  return { active, successor: new Map(successor) };
}

/** Whom a report's secret is to be sealed to, from whom it is sealed to now. */
function shared(held: readonly string[], { active, successor }: Keys) {
  const instead = held.flatMap((old) => {
    const now = successor.get(old);
    return now === undefined || held.includes(now) ? [] : [{ old, new: now }];
  });
  const missing = [...new Set(instead.map((one) => one.new))];
  return { readers: [...held.filter((id) => active.has(id)), ...missing], missing, instead };
}

/** What the asker can open and a colleague cannot any more, 200 at a time. Nothing sealed is in it. */
export async function unshared(needs: InboxNeeds, person: Person): Promise<ToShare[]> {
  const key = await keyOf(needs, person);
  if (key === null) return [];
  const keys = await keysNow(needs);
  const found = await reportReader(needs.db).sealedToBoth(key, [...keys.successor.keys()], atATime);
  return found
    .map(({ id, readers }) => ({ id, ...shared(readers, keys) }))
    .filter(({ missing }) => missing.length > 0);
}

/**
 * The same with each report's secret, which needs no claim: so the hand-out stands in each timeline, once a day for each
 * who asked.
 */
export async function handOut(needs: InboxNeeds, person: Person): Promise<Unshared[]> {
  const reports: Unshared[] = [];
  for (const { id } of await unshared(needs, person)) {
    const line = await handedOut(needs, person, id);
    if (line !== null) reports.push(line);
  }
  return reports;
}

/** Null when it was withdrawn, locked away or shared by somebody else since the list was made. */
function handedOut(needs: InboxNeeds, person: Person, report: string): Promise<Unshared | null> {
  return needs.db.transaction().execute(async (tx) => {
    const read = await lockReadable(tx, needs, { person, report }).catch(ifNotHere);
    const secret = await sealedReader(tx).secret(report);
    if (read === null || secret === null) return null;
    const line = shared(read.open.readers, await keysNow({ ...needs, db: tx }));
    if (line.missing.length === 0) return null;
    const event = { what: 'handed', day: todayOf(needs), who: person.name };
    const events = await reportReader(tx).events(report);
    const isTold = events.some(
      ({ what, day, who }) => what === event.what && day === event.day && who === event.who,
    );
    if (!isTold) await reportWriter(tx).addEvent({ report, ...event });
    return { id: report, secret: toBase64url(secret), ...line };
  });
}

function ifNotHere(error: unknown): null {
  if (error instanceof Refusal && error.code === 'report_not_here') return null;
  throw error;
}

/** Refusals: 'report_not_here', 'readers_changed' when `readers` is not exactly what `unshared` says now. */
export async function reseal(
  needs: InboxNeeds,
  person: Person,
  given: { report: string; secret: string; readers: readonly string[] },
): Promise<void> {
  const secret = ageFileOf(given.secret, 'secret');
  await needs.db.transaction().execute(async (tx) => {
    const { open } = await lockReadable(tx, needs, { person, report: given.report });
    const { readers, missing } = shared(open.readers, await keysNow({ ...needs, db: tx }));
    if (missing.length === 0 || !sameSet(readers, given.readers)) throw new Refusal('readers_changed');
    const writer = reportWriter(tx);
    await writer.reseal(open.id, { secret, readers });
    await writer.addEvent({ report: open.id, what: 'shared', day: todayOf(needs), who: person.name });
  });
}

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && new Set(a).size === a.length && a.every((one) => b.includes(one));

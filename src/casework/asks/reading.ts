/**
 * Which reports and which asks exist for a caseworker. A draft in which there is a report that is not sealed to them
 * does not exist for them: it would tell that the report does. What was sent everybody may see.
 */
import {
  type AskWay,
  askReader,
  askWriter,
  behindReader,
  changedSince,
  type Field,
  type Handed,
} from '../../answer/index.ts';
import type { Kysely, Transaction } from '../../platform/db/index.ts';
import type { Person } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type OpenReport, reportReader, reportWriter } from '../../report/index.ts';
import type { CaseworkDeps } from '../deps.ts';
import { type InboxNeeds, keyOf } from '../inbox/reading.ts';
import { type Filed, inboxStore } from '../inbox/store.ts';
import { peopleStore } from '../people/store.ts';

export type AskNeeds = InboxNeeds & Pick<CaseworkDeps, 'canMail'>;

/** A report with how it lies in the inbox, as answer wants to know it. */
export interface Bundle extends Handed {
  filed: Filed;
}

export function bundleOf(open: OpenReport, filed: Filed): Bundle {
  return {
    open,
    filed,
    worksThere: filed.marks.includes('above_office'),
    under18: filed.marks.includes('under_18'),
    read: filed.opened,
    twice: filed.closeReason === 'sent_twice',
  };
}

/** Those that are there, whoever may read them; in the order asked for. */
export async function bundles(db: Kysely<unknown>, ids: readonly string[]): Promise<Bundle[]> {
  const open = new Map((await reportReader(db).byIds(ids)).map((one) => [one.id, one]));
  const filed = new Map((await inboxStore(db).byIds(ids)).map((one) => [one.report, one]));
  return ids.flatMap((id) => {
    const [one, other] = [open.get(id), filed.get(id)];
    return one === undefined || other === undefined ? [] : [bundleOf(one, other)];
  });
}

export const isReadable = (key: string | null, { open }: Pick<Bundle, 'open'>): boolean =>
  key !== null && open.readers.includes(key);

/** Refusal 'report_not_here' if any of them is not there or not sealed to this key. */
export function allReadable(key: string | null, ids: readonly string[], found: readonly Bundle[]): void {
  if (found.length < ids.length || !found.every((one) => isReadable(key, one)))
    throw new Refusal('report_not_here');
}

export interface Seen {
  way: AskWay;
  /** Every report behind it that is there. */
  behind: readonly Bundle[];
  /** The reader's key of who asks. */
  key: string | null;
}

/** A draft without a report left exists for those who worked on it. */
export function exists({ way: { ask, events }, behind, key }: Seen, person: Pick<Person, 'id'>): boolean {
  if (ask.sent !== null) return true;
  if (behind.length > 0) return behind.every((one) => isReadable(key, one));
  return ask.madeBy === person.id || events.some(({ who }) => who === person.id);
}

/** Those of these asks that exist for somebody. */
export async function existing(
  db: Kysely<unknown>,
  { person, key }: { person: Pick<Person, 'id'>; key: string | null },
  ways: readonly AskWay[],
): Promise<AskWay[]> {
  const unsent = ways.filter(({ ask }) => ask.sent === null).map(({ ask }) => ask.id);
  const ids = await behindReader(db).ofAsks(unsent);
  const found = new Map(
    (await bundles(db, [...new Set([...ids.values()].flat())])).map((one) => [one.open.id, one]),
  );
  return ways.filter((way) => {
    const behind = (ids.get(way.ask.id) ?? []).flatMap((id) => found.get(id) ?? []);
    return exists({ way, behind, key }, person);
  });
}

/** Refusal 'ask_not_here'. Writes nothing. */
export async function seen(
  db: Kysely<unknown>,
  needs: AskNeeds,
  { person, ask }: { person: Person; ask: string },
): Promise<Seen> {
  const key = await keyOf({ ...needs, db }, person);
  const way = await askReader(db).byId(ask);
  if (way === null) throw new Refusal('ask_not_here');
  const ids = (await behindReader(db).ofAsks([ask])).get(ask) ?? [];
  const found = { way, key, behind: await bundles(db, ids) };
  if (!exists(found, person)) throw new Refusal('ask_not_here');
  return found;
}

/**
 * The same, and nobody else changes it, or any report behind it or among `also`, until the transaction ends: people,
 * reports, asks, in this order everywhere. Refusals 'ask_not_here', and 'ask_changed' {name, what} where its version is
 * another one.
 */
export async function hold(
  tx: Transaction<unknown>,
  needs: AskNeeds,
  asked: { person: Person; ask: string; version?: number; also?: readonly string[] },
): Promise<Seen> {
  const { person, ask, version, also = [] } = asked;
  await peopleStore(tx).holdStill(person.id);
  const before = (await behindReader(tx).ofAsks([ask])).get(ask) ?? [];
  await reportWriter(tx).lockAll([...new Set([...before, ...also])]);
  await askWriter(tx).lock(ask);
  const found = await seen(tx, needs, { person, ask });
  const isOther = found.behind.some(({ open }) => !before.includes(open.id));
  if (isOther || (version !== undefined && found.way.ask.version !== version))
    throw await changed(tx, found.way, version ?? 0);
  return found;
}

/** `what`: names of fields, by commas. */
async function changed(tx: Transaction<unknown>, way: AskWay, version: number): Promise<Refusal> {
  const { who, fields } = changedSince(way.events, version);
  const names = who === null ? null : await peopleStore(tx).byIds([who]);
  const what: readonly Field[] = fields;
  return new Refusal('ask_changed', { name: (who && names?.get(who)) ?? '', what: what.join() });
}

/**
 * Links of the officers of a body. Looking at one changes nothing: mail scanners follow every link. The token is in the
 * mail alone; here is its hash.
 */
import type { Kysely, Transaction } from 'kysely';
import { addDays, type Day } from '../../platform/clock.ts';
import { randomToken, sha256 } from '../../platform/keys/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Ask } from '../ask/model.ts';
import { type LinkRow, linkStore } from './link-store.ts';
import { personalIn } from './personal.ts';

/** Sub-links one link may have open at once. */
export const mostPassedOn = 20;
export const longestLabel = 60;
/** A link that was asked for when the day of the answer is over lasts that long. */
const lastsAfter = 14;

export interface NewLink {
  ask: string;
  /** The last day it opens. */
  until: Day;
  today: Day;
  /** Hash of the link it is passed on from, and to which office. */
  parent?: Uint8Array;
  label?: string;
}

/** The token: what stands after `/o/`. In the caller's transaction. */
export async function newLink(tx: Transaction<unknown>, link: NewLink): Promise<string> {
  const { ask, until, today, parent, label } = link;
  const token = randomToken();
  await linkStore(tx).add({
    hash: sha256(token),
    ask,
    until,
    made: today,
    parent: parent ?? null,
    label: label ?? null,
  });
  return token;
}

/** A link that opens now. */
export interface Link {
  hash: Uint8Array;
  ask: string;
  until: Day;
  /** Which office it was passed on to; null for the one that the registered mailbox got. */
  label: string | null;
}

/** Null for one that is over, revoked or was never there: nobody is told which. Writes nothing. */
export async function openLink(db: Kysely<unknown>, token: string, today: Day): Promise<Link | null> {
  const row = await linkStore(db).open(sha256(token), today);
  return row === null ? null : linkOf(row);
}

const linkOf = ({ hash, ask, until, label, parent }: LinkRow): Link => ({
  hash,
  ask,
  until,
  label: parent === null ? null : (label ?? ''),
});

/** Whoever was handed a sub-link can do everything but this. Refusals 'link_not_yours', 'link_label', 'link_person', 'link_many'. */
export async function passOn(
  tx: Transaction<unknown>,
  from: Link,
  { label: given, today }: { label: string; today: Day },
): Promise<string> {
  if (from.label !== null) throw new Refusal('link_not_yours');
  const label = given.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (label === '' || [...label].length > longestLabel)
    throw new Refusal('link_label', { most: longestLabel });
  const [person] = personalIn(label);
  if (person !== undefined) throw new Refusal('link_person', { found: label.slice(person.from, person.to) });
  const store = linkStore(tx);
  await store.lock(from.hash);
  if ((await store.passedOn(from.hash)).filter(({ revoked }) => revoked === null).length >= mostPassedOn)
    throw new Refusal('link_many', { most: mostPassedOn });
  return newLink(tx, { ask: from.ask, until: from.until, today, parent: from.hash, label });
}

export interface PassedOn {
  hash: Uint8Array;
  label: string;
  made: Day;
  revoked: Day | null;
}

/** Those a link was passed on as, oldest first. */
export async function passedOn(db: Kysely<unknown>, { hash }: Link): Promise<PassedOn[]> {
  const rows = await linkStore(db).passedOn(hash);
  return rows.map(({ hash: own, label, made, revoked }) => ({
    hash: own,
    label: label ?? '',
    made,
    revoked,
  }));
}

/** Only one's own. Revoked twice is revoked once. */
export async function revoke(
  tx: Transaction<unknown>,
  from: Link,
  { hash, today }: { hash: Uint8Array; today: Day },
): Promise<void> {
  await linkStore(tx).revoke({ hash, parent: from.hash, today });
}

/** Until the answer is due, and for two weeks where that is near or over. */
export function untilOf({ due }: Pick<Ask, 'due'>, today: Day): Day {
  const least = addDays(today, lastsAfter);
  return due !== null && due > least ? due : least;
}

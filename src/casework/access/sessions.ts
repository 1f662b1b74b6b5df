/** Who is signed in. The browser holds a random value, we its hash; a copy of our tables signs nobody in. */

import { type Clock, dayIn } from '../../platform/clock.ts';
import type { Transaction } from '../../platform/db/index.ts';
import type { Cookie, Person } from '../../platform/http/index.ts';
import { randomId, randomToken, sha256 } from '../../platform/keys/index.ts';
import type { CaseworkDeps } from '../deps.ts';
import { carryingStore } from '../inbox/carrying-store.ts';
import { accessStore } from './store.ts';

const minute = 60_000;
/** A session lasts twelve hours, and four without a request. */
const lasts = 12 * 60 * minute;
const idle = 4 * 60 * minute;
/** The row follows a person's steps no closer than this. */
const step = 15 * minute;

export const sessionCookieName = '__Host-session';

/** In the caller's transaction; the cookie is the only place its value ever stands. */
export async function beginSession(
  tx: Transaction<unknown>,
  person: string,
  { clock, zone }: { clock: Clock; zone: string },
): Promise<Cookie> {
  const now = clock.now();
  const day = dayIn(zone, now);
  const value = randomToken();
  const store = accessStore(tx);
  await store.forgetEnded(now);
  await carryingStore(tx).wasHere(person, day);
  await store.addSession({
    id: randomId(),
    hash: sha256(value),
    person,
    since: day,
    last_seen: day,
    ends: later(now, lasts),
    idle_until: later(now, idle),
  });
  return { name: sessionCookieName, value, maxAge: lasts / 1000 };
}

export const endedCookie: Cookie = { name: sessionCookieName, value: '' };

/** For the front door: null for a cookie nobody knows or whose session has ended. */
export async function whoIs(
  { db, clock, installation }: Pick<CaseworkDeps, 'db' | 'clock' | 'installation'>,
  cookie: string,
): Promise<Person | null> {
  const now = clock.now();
  const store = accessStore(db);
  const found = await store.session(sha256(cookie), now);
  if (found === undefined) return null;
  const until = later(now, idle);
  if (until > found.idle_until) {
    const today = dayIn(installation.zone, now);
    await store.touch(found.id, { last_seen: today, idle_until: until });
    await carryingStore(db).wasHere(found.person, today);
  }
  return { id: found.person, name: found.name, roles: found.roles, sessionId: found.id };
}

/** Rounded up to a quarter of an hour: a row does not say to the second when somebody was here. `by`: milliseconds. */
export function later(now: Date, by: number): Date {
  return new Date(Math.ceil((now.getTime() + by) / step) * step);
}

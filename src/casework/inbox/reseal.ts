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
import type { Unshared } from '../wire.ts';
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

/** What the asker can open and a colleague cannot any more, 200 at a time. */
export async function unshared(needs: InboxNeeds, person: Person): Promise<Unshared[]> {
  const key = await keyOf(needs, person);
  if (key === null) return [];
  const keys = await keysNow(needs);
  const olds = [...keys.successor.keys()];
  const found = await reportReader(needs.db).sealedToBoth(key, olds, atATime);
  const sealed = sealedReader(needs.db);
  const lines = await Promise.all(
    found.map(async ({ id, readers }) => {
      const secret = await sealed.secret(id);
      return secret === null ? [] : [{ id, secret: toBase64url(secret), ...shared(readers, keys) }];
    }),
  );
  return lines.flat().filter(({ missing }) => missing.length > 0);
}

/** Refusals: 'report_not_here', 'readers_changed' when `readers` is not exactly what `unshared` says now. */
export async function reseal(
  needs: InboxNeeds,
  person: Person,
  given: { report: string; secret: string; readers: readonly string[] },
): Promise<void> {
  const secret = ageFileOf(given.secret, 'secret');
  const key = await keyOf(needs, person);
  const keys = await keysNow(needs);
  await needs.db.transaction().execute(async (tx) => {
    const { open } = await lockReadable(tx, key, given.report);
    const { readers, missing } = shared(open.readers, keys);
    if (missing.length === 0 || !sameSet(readers, given.readers)) throw new Refusal('readers_changed');
    const writer = reportWriter(tx);
    await writer.reseal(open.id, { secret, readers });
    await writer.addEvent({ report: open.id, what: 'shared', day: todayOf(needs), who: person.name });
  });
}

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && new Set(a).size === a.length && a.every((one) => b.includes(one));

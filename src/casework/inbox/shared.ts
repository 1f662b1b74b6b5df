/**
 * To whom a report is to be sealed anew: to a key that has taken the place of an older one of the same person, and to who
 * works here now and did not when it came. Whoever she left out is neither. Pure.
 */
import { type Reader, type ReaderEntry, type ReaderList, samePerson } from '../../platform/keys/index.ts';
import type { Unshared } from '../wire.ts';
import { type Before, keptFrom, type Span, spansOf } from './newcomer.ts';

export interface Keys {
  active: ReadonlyMap<string, Reader>;
  /** Old key to the active key of the same person. */
  successor: ReadonlyMap<string, string>;
  spans: readonly Span[];
}

/** `held`: every key anybody here ever held, with the one its person holds now. */
export function keysOf(
  list: ReaderList,
  entries: readonly ReaderEntry[],
  { held, zone }: { held: readonly { old: string; now: string | null }[]; zone: string },
): Keys {
  const active = new Map(list.active.map((reader) => [reader.id, reader]));
  const successor = held.flatMap(({ old, now }) =>
    now !== null && now !== old && active.has(now) ? [[old, now] as const] : [],
  );
  return { active, successor: new Map(successor), spans: spansOf(entries, zone) };
}

export type Anew = Pick<Unshared, 'readers' | 'missing' | 'instead'>;

/** `to`: the newcomer it is asked for; without one only new keys count. */
export function anewFor(report: Before, { active, successor, spans }: Keys, to?: string): Anew {
  const { readers: held } = report;
  const instead = held.flatMap((old) => {
    const now = successor.get(old);
    return now === undefined || held.includes(now) ? [] : [{ old, new: now }];
  });
  const again = [...new Set(instead.map((one) => one.new))];
  const isNew = to !== undefined && !again.includes(to) && mayBeAdded(to, report, { active, spans });
  const missing = isNew ? [...again, to] : again;
  // An old key whose person has no new one yet stays named, so that their next one can take its place.
  const stay = held.filter((id) => active.has(id) || !successor.has(id));
  return { readers: [...stay, ...missing], missing, instead };
}

function mayBeAdded(to: string, report: Before, { active, spans }: Pick<Keys, 'active' | 'spans'>): boolean {
  const reader = active.get(to);
  if (reader?.place !== 'ours' || report.readers.includes(to)) return false;
  // Whoever has left since is not asked about here: the browser finds them inside the secret, or not.
  const still = spans.filter((span) => [...active.values()].some((one) => samePerson(one, span.reader)));
  return keptFrom(reader, report, still) === null;
}

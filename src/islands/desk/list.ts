/**
 * The reader list as this browser accepts it: proved from the root that is built into this script, never from one
 * that came over the wire, and never shorter than a list this browser has seen before.
 */

import type { Me } from '../../casework/wire.ts';
import { type Reader, type ReaderList, readers } from '../../platform/keys/index.ts';
import { installation, root } from '../reporter/root.ts';

/** Numbers and a time, nothing about a report or a person: they may stay in the browser. */
interface Seen {
  number: number;
  /** The last list in which nobody was waiting, and when it was seen: a backdated entry still waits from then. */
  settled: number;
  at: number;
}

const place = `upstander.readers.${installation}`;

function seenBefore(): Seen | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? 'null') as Seen | null;
  } catch {
    // A browser without storage still checks every signature; it only cannot tell an older list.
    return null;
  }
}

function remember(seen: Seen): void {
  try {
    localStorage.setItem(place, JSON.stringify(seen));
  } catch {
    return;
  }
}

/** Refuses `chain_broken` and `older_list`: then nothing is sealed or opened, and nothing is remembered. */
export function acceptedList(entries: Me['entries'], now: Date): ReaderList {
  const seen = seenBefore();
  const asked = { entries, root, installation, now };
  if (seen) readers({ ...asked, seen: seen.number });
  const list = readers({ ...asked, ...(seen ? { seen: seen.settled, seenAt: new Date(seen.at) } : {}) });
  const settled = list.waiting.length === 0 || !seen;
  remember({
    number: list.number,
    settled: settled ? list.number : seen.settled,
    at: settled ? now.getTime() : seen.at,
  });
  return list;
}

export function readerOf(list: ReaderList, id: string): Reader | undefined {
  return list.active.find((reader) => reader.id === id);
}

/** The name a key was signed under, also of one that has left. */
export function nameOf(entries: Me['entries'], id: string): string {
  return entries.find(({ statement }) => statement.reader.id === id)?.statement.reader.name ?? '?';
}

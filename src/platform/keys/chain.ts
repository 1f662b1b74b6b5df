/**
 * The reader list: who may open reports, proved from the root's public key alone. Whoever seals or opens walks it from
 * the first statement, so a server can hide a change or repeat an old list, but cannot add a reader. Pure; may be
 * called as often as wanted. Any illegal history refuses the whole list: sealing to part of it would be a guess.
 */
import { KeyRefusal } from './refusal.ts';
import { verify } from './sign.ts';
import {
  isReaderEntry,
  type Reader,
  type ReaderEntry,
  type Statement,
  samePerson,
  sameReader,
  statementFields,
  statementHash,
} from './statement.ts';

const hour = 3_600_000;
/** Added readers wait this long, in public, so that colleagues can object. */
export const waitingTime = 72 * hour;
/**
 * So many readers of each place may be founding: with two caseworkers there can be reports, and colleagues to object, so
 * that whoever comes then waits like everybody, also where the root signs.
 */
export const foundingSeats = { ours: 2, outside: 1 } as const;
/** How far a phone's clock may be behind the signer's. */
export const clockSlack = 10 * 60_000;

export type ChainFault =
  | 'malformed'
  | 'number'
  | 'previous'
  | 'installation'
  | 'date_decreases'
  | 'date_in_future'
  | 'not_founding'
  | 'already_reader'
  | 'key_used_before'
  | 'name_taken'
  | 'not_together'
  | 'not_a_reader'
  | 'reader_changed'
  | 'signature'
  | 'signer_unknown'
  | 'signer_twice'
  | 'not_enough_signers';

export interface ReaderList {
  /** Readers that count now: seal to these, less those she left out. */
  active: readonly Reader[];
  /** Added, but not yet for 72 h: shown, never sealed to, and they sign for nobody but themselves. */
  waiting: readonly { reader: Reader; from: Date }[];
  /** Counted once, and were taken off the list: nothing is sealed to them, and what they signed is never plainly theirs. */
  left: readonly Left[];
  /** The last statement's number and hash; 0 and '' for an empty list. */
  number: number;
  head: string;
}

/** A key that counted from `from` until `until`. Whoever holds it today can still sign with it. */
export interface Left {
  reader: Reader;
  from: Date;
  until: Date;
}

interface Known {
  reader: Reader;
  /** Milliseconds since the epoch from which the reader signs for others: by signed dates alone, the same everywhere. */
  signs: number;
  /** From which the reader counts on this device: not before, and later where a signed date is older than it can be. */
  counts: number;
}

interface Walk {
  known: Map<string, Known>;
  left: Left[];
  usedKeys: Set<string>;
  previous: Statement | null;
  allFounding: boolean;
}

export interface Asked {
  entries: readonly unknown[];
  /** The root's public key (base64url) built into the script, never one that came with the list. */
  root: string;
  installation: string;
  /** The phone's own clock. */
  now: Date;
  /** The highest number already seen on this device, 0 or absent when none. */
  seen?: number;
  /**
   * When a list that ended at `seen` was served to this device. What comes after it cannot be older, so a backdated
   * addition still waits 72 hours from then. Keep `seen` and `seenAt` of the last list in which nobody waited.
   */
  seenAt?: Date;
}

/** Whether what is sealed to these is split, so that two must open it. One alone opens alone: nobody is there to join. */
export const opensTogether = (readers: readonly Reader[]): boolean =>
  readers.length > 1 && readers.some(({ together }) => together === true);

/**
 * Whether it says that two must open, and fewer than two of ours count. No such house takes reports, so whoever is shown
 * this while telling is shown the beginning of a longer list.
 */
export const isCutShort = (active: readonly Reader[]): boolean =>
  active.some(({ together }) => together === true) &&
  active.filter(({ place }) => place === 'ours').length < 2;

/** Refuses `chain_broken` {number, why: ChainFault} or `older_list` {number, seen}. */
export function readers({ entries, seen = 0, seenAt, ...asked }: Asked): ReaderList {
  const walk: Walk = { known: new Map(), left: [], usedKeys: new Set(), previous: null, allFounding: true };
  for (const [i, entry] of entries.entries()) {
    if (!isReaderEntry(entry)) throw new KeyRefusal('chain_broken', { number: i + 1, why: 'malformed' });
    const why = fault(entry, walk, asked);
    if (why) throw new KeyRefusal('chain_broken', { number: i + 1, why });
    const unknownUntil = entry.statement.number > seen ? (seenAt?.getTime() ?? 0) : 0;
    take(entry.statement, walk, unknownUntil);
  }
  const number = walk.previous?.number ?? 0;
  // A shorter list than before leaves out a removal, or pretends an addition never was.
  if (number < seen) throw new KeyRefusal('older_list', { number, seen });
  const now = asked.now.getTime();
  const all = [...walk.known.values()];
  return {
    active: all.filter(({ counts }) => counts <= now).map(({ reader }) => reader),
    waiting: all
      .filter(({ counts }) => counts > now)
      .map(({ reader, counts }) => ({ reader, from: new Date(counts) })),
    left: walk.left,
    number,
    head: walk.previous ? statementHash(walk.previous) : '',
  };
}

type Trusted = Pick<Asked, 'root' | 'installation' | 'now'>;

function fault(entry: ReaderEntry, walk: Walk, trusted: Trusted): ChainFault | null {
  return (
    orderFault(entry.statement, walk, trusted) ??
    changeFault(entry.statement, walk) ??
    signerFault(entry, walk, trusted.root)
  );
}

/** The statement must continue this very history, in order of time. */
function orderFault(
  statement: Statement,
  { previous }: Walk,
  { installation, now }: Trusted,
): ChainFault | null {
  if (statement.number !== (previous?.number ?? 0) + 1) return 'number';
  if (statement.previous !== (previous ? statementHash(previous) : '')) return 'previous';
  if (statement.installation !== installation) return 'installation';
  // A date before its predecessor's would shorten somebody's 72 hours.
  if (previous && Date.parse(statement.date) < Date.parse(previous.date)) return 'date_decreases';
  // Either the signer's clock or this phone's is wrong; in both cases the 72 hours cannot be counted.
  if (Date.parse(statement.date) > now.getTime() + clockSlack) return 'date_in_future';
  return null;
}

/** The change must make sense: nobody added twice, nobody removed who is not there, and a key lives once. */
function changeFault(statement: Statement, { known, usedKeys, allFounding }: Walk): ChainFault | null {
  const { reader, change, founding } = statement;
  if (founding && (change !== 'add' || !allFounding)) return 'not_founding';
  const seated = [...known.values()].filter(({ reader: { place } }) => place === reader.place).length;
  if (founding && seated >= foundingSeats[reader.place]) return 'not_founding';
  const present = known.get(reader.id);
  if (change === 'remove') {
    if (!present) return 'not_a_reader';
    // A removal that renames or re-keys would say something nobody agreed to.
    return sameReader(present.reader, reader) ? null : 'reader_changed';
  }
  if (present) return 'already_reader';
  // A key given up, or held by a colleague, must not come back under another name.
  if (usedKeys.has(reader.recipient) || usedKeys.has(reader.signer)) return 'key_used_before';
  // What two must open stays so while one of those readers is left; nobody is let in beside them on other terms.
  if ([...known.values()].some((one) => one.reader.together !== reader.together)) return 'not_together';
  // Reports are shared again with a new key of the same person, who is known by name: their older key goes first.
  return [...known.values()].some((one) => samePerson(one.reader, reader)) ? 'name_taken' : null;
}

/** Root; or two of our caseworkers who count at that date; or, for a removal, the removed person alone. */
function signerFault(
  { statement, signatures }: ReaderEntry,
  { known }: Walk,
  root: string,
): ChainFault | null {
  const fields = statementFields(statement);
  const by = new Set<string>();
  for (const { by: id, signature } of signatures) {
    if (by.has(id)) return 'signer_twice';
    const signer = id === 'root' ? root : known.get(id)?.reader.signer;
    if (signer === undefined) return 'signer_unknown';
    // One bad signature condemns the entry although others may suffice: nobody honest publishes it.
    if (!verify('statement', fields, { signer, signature })) return 'signature';
    by.add(id);
  }
  if (by.has('root')) return null;
  if (statement.founding) return 'not_founding';
  if (statement.change === 'remove' && by.has(statement.reader.id)) return null;
  const at = Date.parse(statement.date);
  const colleagues = [...by].filter((id) => {
    const one = known.get(id);
    return one?.reader.place === 'ours' && one.signs <= at;
  });
  return colleagues.length < 2 ? 'not_enough_signers' : null;
}

/** Only after `fault` found none. */
function take(statement: Statement, walk: Walk, unknownUntil: number): void {
  const { reader, change, founding, date } = statement;
  walk.previous = statement;
  walk.allFounding &&= founding;
  if (change === 'remove') {
    const from = walk.known.get(reader.id)?.counts ?? Number.POSITIVE_INFINITY;
    const until = Date.parse(date);
    // Who was objected to while waiting never counted.
    if (from < until) walk.left.push({ reader, from: new Date(from), until: new Date(until) });
    walk.known.delete(reader.id);
    return;
  }
  walk.usedKeys.add(reader.recipient).add(reader.signer);
  const dated = Date.parse(date);
  // Founding readers count at once: there was no report, and no colleague to object, before them.
  const signs = founding ? 0 : dated + waitingTime;
  const counts = founding ? 0 : Math.max(dated, unknownUntil) + waitingTime;
  walk.known.set(reader.id, { reader, signs, counts });
}

/**
 * The archive key: what is closed for good is sealed to it, and it opens by two of the root's three papers alone. It is
 * made from the root's secret, so there is one for each root and no second ceremony. It is no reader: it stands beside
 * the list of readers, signed by the root under a kind of its own, so no phone can ever seal to it. Permanent.
 */
import { identityOf, isRecipient, recipientOf } from './age-key.ts';
import { canonicalJson } from './canonical-json.ts';
import { clockSlack, waitingTime } from './chain.ts';
import { hkdf } from './hkdf.ts';
import { KeyRefusal } from './refusal.ts';
import { sign, verify } from './sign.ts';
import { type ReaderEntry, statementHash } from './statement.ts';

export interface ArchiveStatement {
  installation: string;
  /** The list as it was then: the number of its last statement and that statement's hash; 0 and '' before the first. */
  number: number;
  head: string;
  /** ISO instant in UTC. */
  date: string;
  recipient: string;
}

export interface ArchiveEntry {
  statement: ArchiveStatement;
  /** By the root, base64url. */
  signature: string;
}

export interface Archive {
  recipient: string;
  /** 72 hours after it was signed: before then nothing is sealed to it. */
  from: Date;
  counts: boolean;
}

export type ArchiveFault = 'malformed' | 'signature' | 'installation' | 'list' | 'date';

/** The same root always gives the same key. `secret`: the root's 32 bytes. */
export async function archiveKey(secret: Uint8Array): Promise<{ identity: string; recipient: string }> {
  const identity = identityOf(hkdf(secret, 'archive'));
  return { identity, recipient: await recipientOf(identity) };
}

export function signArchive(statement: ArchiveStatement, secret: Uint8Array): ArchiveEntry {
  return { statement, signature: sign('archive', [canonicalJson(statement)], secret) };
}

interface Trusted {
  /** The list it stands beside, proved by `readers()`. */
  entries: readonly ReaderEntry[];
  /** The root's public key (base64url) built into the script. */
  root: string;
  installation: string;
  now: Date;
}

/** Refuses `archive_broken` {why: ArchiveFault}: whoever serves it can hide it, and cannot name another. */
export function archiveOf(entry: unknown, trusted: Trusted): Archive {
  if (!isArchiveEntry(entry)) throw new KeyRefusal('archive_broken', { why: 'malformed' });
  const why = fault(entry, trusted);
  if (why) throw new KeyRefusal('archive_broken', { why });
  const { recipient, date } = entry.statement;
  const from = new Date(Date.parse(date) + waitingTime);
  return { recipient, from, counts: from <= trusted.now };
}

function fault(
  { statement, signature }: ArchiveEntry,
  { entries, root, installation, now }: Trusted,
): ArchiveFault | null {
  if (!verify('archive', [canonicalJson(statement)], { signer: root, signature })) return 'signature';
  if (statement.installation !== installation) return 'installation';
  const before = entries.find((one) => one.statement.number === statement.number)?.statement;
  const head = before === undefined ? '' : statementHash(before);
  if (head !== statement.head || (before === undefined && statement.number !== 0)) return 'list';
  const at = Date.parse(statement.date);
  // Signed after the list it names, and not in the future: else the 72 hours could not be counted.
  const isInOrder = before === undefined || at >= Date.parse(before.date);
  return isInOrder && at <= now.getTime() + clockSlack ? null : 'date';
}

const instantShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/;

/** True for exactly the shape above, nothing missing and nothing more. */
export function isArchiveEntry(value: unknown): value is ArchiveEntry {
  if (!isRecord(value) || Object.keys(value).sort().join() !== 'signature,statement') return false;
  const { statement, signature } = value;
  if (!isRecord(statement) || typeof signature !== 'string') return false;
  const { installation, number, head, date, recipient } = statement;
  return (
    Object.keys(statement).length === 5 &&
    typeof installation === 'string' &&
    Number.isSafeInteger(number) &&
    typeof head === 'string' &&
    typeof date === 'string' &&
    instantShape.test(date) &&
    !Number.isNaN(Date.parse(date)) &&
    typeof recipient === 'string' &&
    isRecipient(recipient)
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

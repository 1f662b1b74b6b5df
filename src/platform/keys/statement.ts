/** One entry of the reader list: what is said, its signatures, and the checks that need no history. */
import { isRecipient } from './age-key.ts';
import { canonicalJson } from './canonical-json.ts';
import { sha256Hex } from './digest.ts';
import { isSigner, sign } from './sign.ts';

export interface Reader {
  id: string;
  name: string;
  /** 'outside': a reader of another organisation; reads, and never signs for others. */
  place: 'ours' | 'outside';
  organisation?: string;
  recipient: string;
  signer: string;
  childTrained: boolean;
  /**
   * Present in a house where two must open a report together: this key gets shares, and is not opened by a touch alone.
   * Signed with everything else, so that no server can say otherwise.
   */
  together?: true;
}

export interface Statement {
  /** 1, 2, 3 ... */
  number: number;
  /** `statementHash` of the one before, '' for the first. */
  previous: string;
  installation: string;
  /** ISO instant in UTC, e.g. '2026-11-22T15:00:00.000Z'. */
  date: string;
  /** True only for root-signed additions before anything else: they count at once. */
  founding: boolean;
  change: 'add' | 'remove';
  reader: Reader;
}

export interface Signature {
  /** 'root' or a reader's id. */
  by: string;
  signature: string;
}

export interface ReaderEntry {
  statement: Statement;
  signatures: readonly Signature[];
}

/** Sha-256 of the canonical statement, hexadecimal: what the next statement calls `previous`. */
export function statementHash(statement: Statement): string {
  return sha256Hex(canonicalJson(statement));
}

/** The fields of a 'statement' signature. */
export function statementFields(statement: Statement): readonly [string] {
  return [canonicalJson(statement)];
}

/** `secret`: the root's or the reader's Ed25519 secret. */
export function signStatement(statement: Statement, by: string, secret: Uint8Array): Signature {
  return { by, signature: sign('statement', statementFields(statement), secret) };
}

/** Keys in canonical form; `organisation` and `together` may be absent. */
export function sameReader(a: Reader, b: Reader): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

/** A key of one person may take the place of their older one; two people of one name here must be told apart by it. */
export function samePerson(a: Reader, b: Reader): boolean {
  return a.name === b.name && a.place === b.place && a.organisation === b.organisation;
}

const statementKeys = 'change,date,founding,installation,number,previous,reader';
const readerKeys = 'childTrained,id,name,place,recipient,signer';
const idShape = /^[\w-]{1,64}$/;
const instantShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/;

/** True for exactly the shape above, nothing missing and nothing more: what comes from a server is not yet a type. */
export function isReaderEntry(value: unknown): value is ReaderEntry {
  if (!isRecord(value) || keysOf(value) !== 'signatures,statement') return false;
  return (
    isStatement(value.statement) && Array.isArray(value.signatures) && value.signatures.every(isSignature)
  );
}

function isStatement(value: unknown): value is Statement {
  return (
    isRecord(value) &&
    keysOf(value) === statementKeys &&
    Number.isSafeInteger(value.number) &&
    typeof value.previous === 'string' &&
    typeof value.installation === 'string' &&
    matches(value.date, instantShape) &&
    !Number.isNaN(Date.parse(String(value.date))) &&
    typeof value.founding === 'boolean' &&
    (value.change === 'add' || value.change === 'remove') &&
    isReader(value.reader)
  );
}

function isReader(value: unknown): value is Reader {
  if (!isRecord(value)) return false;
  const { organisation, together, ...rest } = value;
  const placed =
    (value.place === 'ours' && organisation === undefined) ||
    (value.place === 'outside' && typeof organisation === 'string' && organisation !== '');
  return (
    placed &&
    (together === undefined || together === true) &&
    keysOf(rest) === readerKeys &&
    matches(value.id, idShape) &&
    value.id !== 'root' &&
    typeof value.name === 'string' &&
    value.name.trim() !== '' &&
    typeof value.recipient === 'string' &&
    isRecipient(value.recipient) &&
    typeof value.signer === 'string' &&
    isSigner(value.signer) &&
    typeof value.childTrained === 'boolean'
  );
}

function isSignature(value: unknown): value is Signature {
  return (
    isRecord(value) &&
    keysOf(value) === 'by,signature' &&
    typeof value.by === 'string' &&
    typeof value.signature === 'string'
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function keysOf(value: Record<string, unknown>): string {
  return Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .join();
}

function matches(value: unknown, shape: RegExp): boolean {
  return typeof value === 'string' && shape.test(value);
}

/** New keys: made here, wrapped here; the server gets their public halves and wraps it cannot open. */
import type { HalfSigned, Me, Wrap } from '../../casework/wire.ts';
import {
  newReaderSeed,
  type Reader,
  type ReaderList,
  randomId,
  type Signature,
  type Statement,
  signStatement,
  toBase64url,
  wrapByPhrase,
  wrapByPrf,
} from '../../platform/keys/index.ts';
import { type Held, heldFrom } from './held.ts';

export interface NewKeys {
  held: Held;
  reader: Reader;
}

/** Keys under a new id: a key that was given up never comes back under its old name. */
export async function makeKeys(asReader: NonNullable<Me['asReader']>): Promise<NewKeys> {
  const held = await heldFrom(newReaderSeed());
  return {
    held,
    reader: { ...asReader, id: randomId(), recipient: held.recipient, signer: held.signer },
  };
}

export async function phraseWrap(held: Held, phrase: string): Promise<Wrap> {
  return { by: 'phrase', body: toBase64url(await wrapByPhrase(held.seed, phrase)) };
}

/** `by`: the passkey's credential id. */
export async function passkeyWrap(held: Held, by: string, prf: Uint8Array): Promise<Wrap> {
  return { by, body: toBase64url(await wrapByPrf(held.seed, prf)) };
}

/** What the next entry of the list would say. `date` is the signer's clock; the 72 hours run from it. */
export function nextStatement(
  list: ReaderList,
  change: { installation: string; change: 'add' | 'remove'; reader: Reader; date: Date },
): Statement {
  return {
    number: list.number + 1,
    previous: list.head,
    installation: change.installation,
    date: change.date.toISOString(),
    founding: false,
    change: change.change,
    reader: change.reader,
  };
}

export function signedBy(statement: Statement, readerId: string, held: Held): Signature {
  return signStatement(statement, readerId, held.signSecret);
}

/** Whether a colleague's half-signed statement still continues this list: another entry may have come first. */
export function continues(list: ReaderList, half: HalfSigned | null): half is HalfSigned {
  return half !== null && half.statement.number === list.number + 1 && half.statement.previous === list.head;
}

/** A person sends in the public half of her own new keys, and the wraps only she can open. Signing is others' part. */
import { dayIn } from '../../platform/clock.ts';
import { isReaderEntry, type Reader } from '../../platform/keys/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { entriesReader } from '../../report/index.ts';
import { accessStore } from '../access/store.ts';
import { bytesOf } from '../binary.ts';
import { mayRead } from '../model.ts';
import { tellOthers } from '../people/news.ts';
import { type PersonRow, peopleStore } from '../people/store.ts';
import { twoMustOpen } from '../together/house.ts';
import type { Wrap } from '../wire.ts';
import type { ListNeeds } from './append.ts';
import { listStore } from './store.ts';

/** What an entry of this person says apart from id and keys. `together`: of `twoMustOpen`. Null for an organiser alone. */
export function asReader(
  person: PersonRow,
  together: boolean,
): Omit<Reader, 'id' | 'recipient' | 'signer'> | null {
  if (!mayRead(person.roles)) return null;
  const { name, child_trained: childTrained, organisation } = person;
  const terms = together ? { together: true as const } : {};
  return person.roles.includes('outside')
    ? { name, place: 'outside', childTrained, ...(organisation === null ? {} : { organisation }), ...terms }
    : { name, place: 'ours', childTrained, ...terms };
}

/**
 * Replaces wraps and waiting keys of the same person. Refusals: 'forbidden' for an organiser, 'keys_refused' {why:
 * 'shape' | 'person' | 'already_reader' | 'used_before' | 'no_phrase' | 'phrase_only' | 'unknown_passkey'}.
 */
export function enrol(
  { db, clock, installation }: ListNeeds,
  person: string,
  given: { reader: Reader; wraps: readonly Wrap[] },
): Promise<void> {
  return db.transaction().execute(async (tx) => {
    const people = peopleStore(tx);
    const list = listStore(tx);
    await list.takeTurn();
    const row = await people.lock(person);
    const together = await twoMustOpen(tx);
    const expected = row && asReader(row, together);
    if (!row || !expected) throw new Refusal('forbidden');
    const { reader, wraps } = given;
    if (!isReader(reader)) throw new Refusal('keys_refused', { why: 'shape' });
    if (!saysTheSame(reader, expected)) throw new Refusal('keys_refused', { why: 'person' });
    if (row.reader !== null) throw new Refusal('keys_refused', { why: 'already_reader' });
    const entries = await entriesReader(tx).all();
    const used = entries.map(({ statement }) => statement.reader);
    if (used.some((one) => sharesKey(one, reader))) throw new Refusal('keys_refused', { why: 'used_before' });
    // The paper phrase is typed back before this: without it the first broken phone would cost every report.
    if (!wraps.some(({ by }) => by === 'phrase')) throw new Refusal('keys_refused', { why: 'no_phrase' });
    refuseTouch(together, wraps);
    const own = new Set((await accessStore(tx).passkeys(person)).map(({ id }) => id));
    if (wraps.some(({ by }) => by !== 'phrase' && !own.has(by))) {
      throw new Refusal('keys_refused', { why: 'unknown_passkey' });
    }
    await people.dropWraps(person);
    for (const { by, body } of wraps) await people.putWrap(person, by, bytesOf(body, 'wraps'));
    const before = await list.enrolmentOf(person);
    if (before) await list.dropHalf(before.reader);
    await list.dropEnrolment(person);
    const day = dayIn(installation.zone, clock.now());
    await list.putEnrolment({ person, reader, asked: day });
    await tellOthers(tx, person, { what: 'waiting_for_signature', name: row.name, day });
  });
}

/** Where two must open, a key is not opened by a touch alone: who forces a finger onto a phone has no paper yet. */
export function refuseTouch(together: boolean, wraps: readonly Pick<Wrap, 'by'>[]): void {
  if (together && wraps.some(({ by }) => by !== 'phrase'))
    throw new Refusal('keys_refused', { why: 'phrase_only' });
}

/** The shape an entry demands, asked of an entry nobody has signed. */
function isReader(reader: Reader): boolean {
  const date = '2026-01-01T00:00:00.000Z';
  const statement = {
    number: 1,
    previous: '',
    installation: '',
    date,
    founding: false,
    change: 'add',
    reader,
  };
  return isReaderEntry({ statement, signatures: [] });
}

function saysTheSame(reader: Reader, expected: Omit<Reader, 'id' | 'recipient' | 'signer'>): boolean {
  return (
    reader.name === expected.name &&
    reader.place === expected.place &&
    reader.childTrained === expected.childTrained &&
    reader.organisation === expected.organisation &&
    reader.together === expected.together
  );
}

const sharesKey = (a: Reader, b: Reader) =>
  a.id === b.id || a.recipient === b.recipient || a.signer === b.signer;

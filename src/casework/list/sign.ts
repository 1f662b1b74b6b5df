/** A statement about the list by two caseworkers: the first signature is kept, the second makes the entry. */
import { dayIn } from '../../platform/clock.ts';
import type { Transaction } from '../../platform/db/index.ts';
import { canonicalJson, KeyRefusal, readers, type Statement } from '../../platform/keys/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { entriesReader } from '../../report/index.ts';
import { tellOthers } from '../people/news.ts';
import { peopleStore } from '../people/store.ts';
import type { WaitingForSignature } from '../wire.ts';
import { append, chainRefusal, type ListNeeds, proved } from './append.ts';
import { listStore } from './store.ts';

/** What waits for a signature. Half-signed statements stand with their enrolment, removals apart. */
export async function waitingForSignature(needs: ListNeeds): Promise<WaitingForSignature> {
  const list = listStore(needs.db);
  const [enrolments, rows, locked] = await Promise.all([list.enrolments(), list.halves(), lockedIn(needs)]);
  const halves = rows.map(({ statement, by, signature }) => ({ statement, signatures: [{ by, signature }] }));
  return {
    waiting: enrolments.map(({ person, keys: reader, asked }) => ({
      person,
      reader,
      asked,
      begun:
        halves.find(({ statement }) => statement.reader.id === reader.id && statement.change === 'add') ??
        null,
    })),
    removals: halves.filter(({ statement }) => statement.change === 'remove'),
    locked,
  };
}

/** Readers the list still names although nobody here holds their key any more: Lock now with the key closed. */
async function lockedIn(needs: ListNeeds): Promise<string[]> {
  const { active, waiting } = proved(needs, await entriesReader(needs.db).all());
  const people = await peopleStore(needs.db).all();
  const held = new Set(people.map(({ reader }) => reader));
  return [...active, ...waiting.map(({ reader }) => reader)].flatMap(({ id }) => (held.has(id) ? [] : [id]));
}

/**
 * `complete`: the list is one entry longer. Refusals: 'forbidden' for who holds no key; 'chain_refused' {number, why},
 * also why 'other_statement' when a colleague has begun another one about the same reader: sign that one.
 */
export function signStatementAs(
  needs: ListNeeds,
  person: string,
  given: { statement: Statement; signature: string },
): Promise<{ complete: boolean }> {
  return needs.db.transaction().execute(async (tx) => {
    const row = await peopleStore(tx).byId(person);
    if (!row?.reader) throw new Refusal('forbidden');
    const list = listStore(tx);
    await list.takeTurn();
    const { statement, signature } = given;
    const mine = { by: row.reader, signature };
    const before = await list.half(statement.reader.id, statement.change);
    if (before && before.by !== mine.by) {
      if (canonicalJson({ ...before.statement }) !== canonicalJson({ ...statement })) {
        throw new Refusal('chain_refused', { number: statement.number, why: 'other_statement' });
      }
      const signatures = [{ by: before.by, signature: before.signature }, mine];
      await append(tx, needs, { entry: { statement, signatures } });
      return { complete: true };
    }
    if (await isEnough(tx, needs, { statement, signatures: [mine] })) {
      await append(tx, needs, { entry: { statement, signatures: [mine] } });
      return { complete: true };
    }
    await list.putHalf({ statement, by: mine.by, signature });
    const day = dayIn(needs.installation.zone, needs.clock.now());
    await tellOthers(tx, person, { what: 'waiting_for_signature', name: statement.reader.name, day });
    return { complete: false };
  });
}

/** True for one's own removal; false where only a second signature is missing; everything else is refused. */
async function isEnough(
  tx: Transaction<unknown>,
  { installation, clock }: ListNeeds,
  entry: { statement: Statement; signatures: readonly { by: string; signature: string }[] },
): Promise<boolean> {
  const entries = [...(await entriesReader(tx).all()), entry];
  try {
    readers({ entries, root: installation.root, installation: installation.id, now: clock.now() });
    return true;
  } catch (error) {
    if (!(error instanceof KeyRefusal)) throw error;
    const { number = 0, why = '' } = error.params;
    if (number === entry.statement.number && why === 'not_enough_signers') return false;
    throw chainRefusal(error, entries);
  }
}

/**
 * Facts that happened, handed over in the transaction in which they happened. A fact is an event's name and the id
 * of what it is about, never what was said. Whoever hears of it may hear of it twice.
 */
import type { RawBuilder, Transaction } from 'kysely';
import * as store from './store.ts';

export interface Fact {
  /** In the past tense, with its room: 'report.received'. */
  event: string;
  /** The id of what it is about. */
  subject: string;
}

/** One row; it is handed on only if the caller's transaction commits. */
export async function put(tx: Transaction<unknown>, fact: Fact): Promise<void> {
  await store.add(tx, fact);
}

/** One row for each that `subjects`, a query with one column, finds; as a part of the caller's own statement. */
export const insertFacts = (event: string, subjects: RawBuilder<unknown>): RawBuilder<unknown> =>
  store.insertAll(event, subjects);

/** In the caller's transaction: nothing that is waiting to be done about `subject` is kept or done. */
export async function forget(tx: Transaction<unknown>, subject: string): Promise<void> {
  await store.remove(tx, subject);
}

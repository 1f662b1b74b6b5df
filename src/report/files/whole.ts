import type { Kysely } from 'kysely';
import { filesReader } from './store.ts';

export interface Whole {
  bundle: string;
  begunFor: string;
  item: string;
  /** Of each file, how many pieces it has. */
  pieces: readonly number[];
}

/** Whether exactly these pieces lie here for this item of this report, not yet claimed. */
export async function isWhole(db: Kysely<unknown>, said: Whole): Promise<boolean> {
  const there = await filesReader(db).bundle(said.bundle);
  if (there === null || there.report !== null) return false;
  if (there.begunFor !== said.begunFor || there.item !== said.item) return false;
  return JSON.stringify(there.pieces) === JSON.stringify(said.pieces);
}

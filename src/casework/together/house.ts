/** Whether two must open here: said at set-up, before the first key is sent in, and from then on what the signed list says. */
import type { Kysely } from '../../platform/db/index.ts';
import type { ReaderEntry } from '../../platform/keys/index.ts';
import { entriesReader } from '../../report/index.ts';
import { setUpStore } from '../set-up/store.ts';

export async function twoMustOpen(db: Kysely<unknown>): Promise<boolean> {
  const entries = await entriesReader(db).all();
  return listSays(entries) ?? (await setUpStore(db).last()).get('together')?.said === true;
}

/** Null while nobody stands in it. All say the same, or the list is none. */
export function listSays([first]: readonly ReaderEntry[]): boolean | null {
  return first === undefined ? null : first.statement.reader.together === true;
}

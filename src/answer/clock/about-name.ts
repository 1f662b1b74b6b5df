/** The name of what an ask is about. */
import type { Kysely } from 'kysely';
import { placeReader } from '../../platform/place/index.ts';
import { areaReader } from '../area/store.ts';
import type { About, Both } from '../ask/model.ts';

/** Its id stands for a name that is gone. */
export async function aboutName(db: Kysely<unknown>, about: About): Promise<Both> {
  const id = 'place' in about ? about.place : about.area;
  const all = 'place' in about ? await placeReader(db).all() : await areaReader(db).all();
  return all.find((one) => one.id === id)?.name ?? { en: id, ar: id };
}

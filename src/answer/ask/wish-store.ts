/** The only SQL for `wish`: what may be asked, in both languages. */
import type { Kysely } from 'kysely';
import type { Wish } from './model.ts';

type WishTables = { wish: { id: string; text_en: string; text_ar: string; in_use: boolean } };

export interface WishReader {
  /** Those in use first, each part by id. */
  all(): Promise<Wish[]>;
}

export function wishReader(db: Kysely<unknown>): WishReader {
  return {
    async all() {
      const rows = await db
        .withTables<WishTables>()
        .selectFrom('wish')
        .selectAll()
        .orderBy('in_use', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(({ id, text_en, text_ar, in_use }) => {
        return { id, text: { en: text_en, ar: text_ar }, inUse: in_use };
      });
    },
  };
}

/** Adds it, or replaces the one with its id. What was sent keeps the words it was sent with. Safe to repeat. */
export async function putWish(db: Kysely<unknown>, { id, text, inUse }: Wish): Promise<void> {
  const row = { text_en: text.en, text_ar: text.ar, in_use: inUse };
  await db
    .withTables<WishTables>()
    .insertInto('wish')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

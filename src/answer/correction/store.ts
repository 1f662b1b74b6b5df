/** The only SQL for `correction`. What somebody wrote to us leaves it for the desk alone. */
import type { Kysely, Selectable } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import type { Correction, Ending } from './model.ts';

type CorrectionRow = {
  id: string;
  ask: string | null;
  words: string;
  contact: string | null;
  made: string;
  due: string;
  answered: string | null;
  done: Ending | null;
  words_en: string;
  words_ar: string;
  by: string | null;
};
type Tables = { correction: CorrectionRow };

/** For caseworkers. */
export interface WrittenCorrection extends Correction {
  written: string;
  /** How they want to be answered; null where they left nothing. */
  contact: string | null;
}

export interface CorrectionReader {
  /** Oldest first. Without what was written to us. */
  all(): Promise<Correction[]>;
}

const open = ['id', 'ask', 'made', 'due', 'answered', 'done', 'words_en', 'words_ar'] as const;

export function correctionReader(db: Kysely<unknown>): CorrectionReader {
  const tables = db.withTables<Tables>();
  return {
    async all() {
      const rows = await tables.selectFrom('correction').select(open).orderBy('made').orderBy('id').execute();
      return rows.map(from);
    },
  };
}

/** For the desk: what is still to be answered, the one due first before the others. */
export async function correctionsToAnswer(db: Kysely<unknown>): Promise<WrittenCorrection[]> {
  const rows = await db
    .withTables<Tables>()
    .selectFrom('correction')
    .selectAll()
    .where('answered', 'is', null)
    .orderBy('due')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...from(row), written: row.words, contact: row.contact }));
}

/** `tx`: an open transaction. */
export function correctionWriter(tx: Kysely<unknown>) {
  const tables = tx.withTables<Tables>();
  return {
    async add(
      one: Pick<Correction, 'id' | 'ask' | 'made' | 'due'> & { words: string; contact: string | null },
    ): Promise<void> {
      const rest = { answered: null, done: null, words_en: '', words_ar: '', by: null };
      await tables
        .insertInto('correction')
        .values({ ...one, ...rest })
        .execute();
    },
    /** Null where there is none, or it is answered already. Whoever else answers it waits. */
    async lock(id: string): Promise<Correction | null> {
      const row = await tables
        .selectFrom('correction')
        .select(open)
        .where('id', '=', id)
        .where('answered', 'is', null)
        .forUpdate()
        .executeTakeFirst();
      return row ? from(row) : null;
    },
    /** What was written to us, and by whom, is gone with the answer: nobody needs it any more. */
    async answer(id: string, given: { answered: Day; done: Ending; by: string; en: string; ar: string }) {
      const { en, ar, ...rest } = given;
      await tables
        .updateTable('correction')
        .set({ ...rest, words_en: en, words_ar: ar, words: '', contact: null })
        .where('id', '=', id)
        .execute();
    },
  };
}

function from(row: Pick<Selectable<CorrectionRow>, (typeof open)[number]>): Correction {
  const { words_en, words_ar, ...rest } = row;
  return { ...rest, words: { en: words_en, ar: words_ar } };
}

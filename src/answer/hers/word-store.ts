/** Her word about one body, as it was asked for at the desk and as she gave it. The only SQL for `body_word`. */
import type { Kysely, Transaction } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import type { AskTables } from '../ask/tables.ts';

export interface Word {
  report: string;
  body: string;
  asked: Day;
  /** Raised with every word she gives about this body; 0 before the first. */
  number: number;
  /** Null: she was asked and has not answered. `signature` and `day` are null with it. */
  said: 'yes' | 'no' | null;
  /** Kind 'body' [installation, report, body, n, said]. */
  signature: string | null;
  day: Day | null;
}

export interface WordReader {
  ofReports(reports: readonly string[]): Promise<Word[]>;
}

export function wordReader(db: Kysely<unknown>): WordReader {
  return {
    async ofReports(reports) {
      if (reports.length === 0) return [];
      return db
        .withTables<AskTables>()
        .selectFrom('body_word')
        .selectAll()
        .where('report', 'in', [...reports])
        .orderBy('report')
        .orderBy('body')
        .execute();
    },
  };
}

/** "May we ask <body> about this?" stands on her page from now on. Asked twice is asked once. With the report held. */
export async function askForWord(
  tx: Transaction<unknown>,
  { report, body, today }: { report: string; body: string; today: Day },
): Promise<void> {
  await tx
    .withTables<AskTables>()
    .insertInto('body_word')
    .values({ report, body, asked: today, number: 0, said: null, signature: null, day: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

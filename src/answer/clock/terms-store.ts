/** The only SQL for `body_terms`. */
import type { Kysely, Transaction } from 'kysely';
import type { Weekday } from './calendar.ts';
import type { Term } from './reckon.ts';
import type { GivenTerms } from './terms.ts';

type TermsTables = {
  body_terms: {
    body: string;
    acknowledge_days: number;
    acknowledge_counted: Term['counted'];
    answer_days: number;
    answer_counted: Term['counted'];
    weekend: Weekday[];
    holidays: string;
  };
};

export async function termsRow(db: Kysely<unknown>, body: string): Promise<GivenTerms | null> {
  const row = await db
    .withTables<TermsTables>()
    .selectFrom('body_terms')
    .selectAll()
    .where('body', '=', body)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    acknowledge: { days: row.acknowledge_days, counted: row.acknowledge_counted },
    answer: { days: row.answer_days, counted: row.answer_counted },
    weekend: row.weekend,
    holidays: row.holidays,
  };
}

/** Then it has the usual ones again. */
export async function dropTerms(tx: Transaction<unknown>, body: string): Promise<void> {
  await tx.withTables<TermsTables>().deleteFrom('body_terms').where('body', '=', body).execute();
}

/** Adds or replaces. */
export async function putTerms(
  tx: Transaction<unknown>,
  body: string,
  { acknowledge, answer, weekend, holidays }: GivenTerms,
): Promise<void> {
  const terms = {
    acknowledge_days: acknowledge.days,
    acknowledge_counted: acknowledge.counted,
    answer_days: answer.days,
    answer_counted: answer.counted,
    weekend: [...weekend],
    holidays,
  };
  await tx
    .withTables<TermsTables>()
    .insertInto('body_terms')
    .values({ body, ...terms })
    .onConflict((conflict) => conflict.column('body').doUpdateSet(terms))
    .execute();
}

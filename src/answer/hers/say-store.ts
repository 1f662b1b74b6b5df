/** The only SQL of what those who told say: `ask_word`, and their side of `body_word`. */
import { type Kysely, sql, type Transaction } from 'kysely';
import type { AskTables } from '../ask/tables.ts';
import type { Words } from './questions.ts';

export type BodyWordRow = AskTables['body_word'];
export type AskWordRow = AskTables['ask_word'];

/** What she was asked about bodies, oldest question first. */
export const bodyWords = (db: Kysely<unknown>, report: string): Promise<BodyWordRow[]> =>
  db
    .withTables<AskTables>()
    .selectFrom('body_word')
    .selectAll()
    .where('report', '=', report)
    .orderBy('asked')
    .orderBy('body')
    .execute();

/** Null where she was not asked about it. */
export async function lockBodyWord(
  tx: Transaction<unknown>,
  report: string,
  body: string,
): Promise<BodyWordRow | null> {
  const row = await tx
    .withTables<AskTables>()
    .selectFrom('body_word')
    .selectAll()
    .where('report', '=', report)
    .where('body', '=', body)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** In the place of her last word, whose row is held. */
export async function putBodyWord(
  tx: Transaction<unknown>,
  { report, body, ...said }: Pick<BodyWordRow, 'report' | 'body' | 'number' | 'said' | 'signature' | 'day'>,
): Promise<void> {
  await tx
    .withTables<AskTables>()
    .updateTable('body_word')
    .set(said)
    .where('report', '=', report)
    .where('body', '=', body)
    .execute();
}

/** Ids of the asks a report stands behind. */
export async function asksBehind(db: Kysely<unknown>, report: string): Promise<string[]> {
  const rows = await db
    .withTables<AskTables>()
    .selectFrom('ask_report')
    .select('ask')
    .where('report', '=', report)
    .orderBy('ask')
    .execute();
  return rows.map(({ ask }) => ask);
}

export const askWords = (db: Kysely<unknown>, report: string): Promise<AskWordRow[]> =>
  db.withTables<AskTables>().selectFrom('ask_word').selectAll().where('report', '=', report).execute();

/** Replaces what she said of it before. */
export async function putAskWord(
  tx: Transaction<unknown>,
  { ask, report, said, day, since }: AskWordRow,
): Promise<void> {
  await tx
    .withTables<AskTables>()
    .insertInto('ask_word')
    .values({ ask, report, said, day, since })
    .onConflict((conflict) => conflict.columns(['ask', 'report']).doUpdateSet({ said, day, since }))
    .execute();
}

/** With the ask's row held: of those who stand behind it, since an event. */
export async function countWords(tx: Transaction<unknown>, ask: string, since: number): Promise<Words> {
  const { rows } = await sql<Words>`
    select count(*) filter (where said = 'yes')::int as yes, count(*) filter (where said = 'no')::int as no
      from ask_word join ask_report using (ask, report)
      where ask = ${ask} and since = ${since}`.execute(tx);
  return rows[0] ?? { yes: 0, no: 0 };
}

/** Holds a body, so that two asks to it are sent one after the other. */
import { sql, type Transaction } from 'kysely';

/** Until the transaction ends. Nobody waits for it but who sends to the same body. */
export async function holdBody(tx: Transaction<unknown>, body: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`ask ${body}`}, 0))`.execute(tx);
}

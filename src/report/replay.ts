/** Withdrawals that are newer than a restored copy: what was taken back does not come back. */
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Transaction } from '../platform/db/index.ts';
import type { Installation } from '../platform/installation.ts';
import { verifyHere } from '../platform/keys/node-verify.ts';
import * as outbox from '../platform/outbox/index.ts';
import { reportWriter } from './sealed/store.ts';
import { reportReader, type Tombstone } from './store.ts';

const Shape = Type.Object({
  report: Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' }),
  day: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }),
  signer: Type.String(),
  signature: Type.String(),
});

/**
 * Each counts only with the signature of her whose report it is: nobody else can make a restore lose a report. How many
 * reports it took out; one that is gone already stays gone.
 */
export async function replayWithdrawals(
  tx: Transaction<unknown>,
  { id: installation }: Pick<Installation, 'id'>,
  withdrawn: readonly unknown[],
): Promise<number> {
  const reader = reportReader(tx);
  const writer = reportWriter(tx);
  let taken = 0;
  for (const one of distinct(withdrawn)) {
    const found = await reader.byId(one.report);
    const signer = found?.signer ?? one.signer;
    if (!verifyHere('withdrawal', [installation, one.report], { signer, signature: one.signature })) continue;
    await outbox.forget(tx, one.report);
    await writer.bury({ ...one, signer });
    if (found !== null) taken++;
  }
  return taken;
}

function distinct(withdrawn: readonly unknown[]): Tombstone[] {
  const known = withdrawn.filter((one): one is Tombstone => Value.Check(Shape, one));
  return [...new Map(known.map((one) => [`${one.report} ${one.signature}`, one])).values()];
}

/** Secrets of many reports handed out without a claim: so the hand-out stands in each way, once a day for each who asked. */
import type { Transaction } from '../../platform/db/index.ts';
import { toBase64url } from '../../platform/keys/index.ts';
import { reportWriter, secretsAgain } from '../../report/index.ts';

interface HandedOut {
  what: 'handed' | 'handed_away';
  day: string;
  who: string;
}

/** Those that are still there, as they were given, each with its secret; what is gone has no line. */
export async function secretsHanded<R extends { id: string }>(
  transaction: Transaction<unknown>,
  reports: readonly R[],
  handedOut: HandedOut,
): Promise<(R & { secret: string })[]> {
  const tx = secretsAgain(transaction);
  // Two colleagues at once: each line of a way has a number of its own.
  const held = await reportWriter(transaction).lockAll(reports.map(({ id }) => id));
  const secrets = await tx.secrets(held);
  const there = reports.flatMap((report) => {
    const secret = secrets.get(report.id);
    return secret === undefined ? [] : [{ ...report, secret: toBase64url(secret) }];
  });
  await tx.tell(
    there.map(({ id }) => id),
    { ...handedOut, once: true },
  );
  return there;
}

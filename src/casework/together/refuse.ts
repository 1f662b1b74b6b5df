/** What stands between one person alone and a report that two must open. */
import type { Transaction } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { OpenReport } from '../../report/index.ts';
import { openingStore } from './store.ts';

/** In a transaction that holds the report. Refusal 'needs_two' where no colleague has passed a share to this key. */
export async function refuseAlone(
  tx: Transaction<unknown>,
  { id: report, together }: Pick<OpenReport, 'id' | 'together'>,
  reader: string | null,
): Promise<void> {
  if (!together) return;
  const opening = reader === null ? null : await openingStore(tx).of({ report, reader });
  if (opening?.passed !== true) throw new Refusal('needs_two');
}

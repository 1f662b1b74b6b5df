/** Files of an addition: claimed in the transaction that adds it, with the report held. */
import type { Transaction } from 'kysely';
import { Refusal } from '../../platform/refusal.ts';
import { mostFiles } from './model.ts';
import { filesReader, filesWriter } from './store.ts';
import { isWhole } from './whole.ts';

interface Claim {
  report: string;
  /** 'addition-2'. */
  item: string;
  files: { bundle: string; pieces: readonly number[] };
}

/** Refusals: files_missing, files_three {most, n} where the report has files already. */
export async function claimFiles(tx: Transaction<unknown>, { report, item, files }: Claim): Promise<void> {
  const n = await filesReader(tx).filesOf(report);
  if (n + files.pieces.length > mostFiles) throw new Refusal('files_three', { most: mostFiles, n });
  const writer = filesWriter(tx);
  // Held, so that it is not forgotten while it is looked at.
  const held = await writer.lock(files.bundle);
  if (held === null || !(await isWhole(tx, { begunFor: report, item, ...files })))
    throw new Refusal('files_missing');
  await writer.claim(files.bundle);
}

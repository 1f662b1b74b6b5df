/** Imports somebody's file of old reports, a batch at a time; what is here already is passed over. */
import { type Clock, dayIn } from '../../platform/clock.ts';
import type { Kysely } from '../../platform/db/index.ts';
import type { Installation } from '../../platform/installation.ts';
import type { Reader } from '../../platform/keys/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { currentReaders, ours } from '../chain/current.ts';
import { entriesReader } from '../chain/store.ts';
import { type Columns, findColumns } from './columns.ts';
import { csvLines } from './file.ts';
import type { Reason } from './model.ts';
import type { Outline } from './point.ts';
import { type RefusedFile, type RefusedRow, refusedFile } from './refused-file.ts';
import { rowReader, type Taken } from './row.ts';
import { sealWords } from './seal.ts';
import type { Mapping } from './shape.ts';
import { importedReader, importedWriter } from './store.ts';
import { type Tally, tally } from './tally.ts';

export interface ImportDeps {
  db: Kysely<unknown>;
  installation: Installation;
  clock: Clock;
}

export interface ImportOrder {
  file: string;
  /** The first whose columns the file has is used. */
  mappings: readonly Mapping[];
  /** Instead of the mapping's own: several places may use one form. */
  source?: string;
  within?: Outline;
  /** Everything but writing into the database. */
  isDry: boolean;
  /** The file refused rows are written to. */
  refusedTo: string;
  why(reason: Reason): string;
  /** Aborted: it ends after the batch in hand. */
  signal: AbortSignal;
  /** Told how many rows there are; steps as they are done. */
  progress(total: number): Disposable & { step(by: number): void };
}

export interface Imported extends Tally {
  source: string;
  /** Rows of the file; `rows` of them were done. */
  total: number;
  stopped: boolean;
}

/** Rows that stand together or not at all. */
const BATCH = 250;

/**
 * Safe to repeat and to kill: each batch is one transaction, and a row's key is its source and number.
 * Refusals: 'import_file', 'import_unreadable', 'import_lacks', 'import_within', 'import_no_readers'.
 */
export async function importReports(deps: ImportDeps, order: ImportOrder): Promise<Imported> {
  const { file, signal } = order;
  const { mapping, columns, width } = await chosen(order);
  const source = order.source ?? mapping.source;
  const within = order.within ?? mapping.within;
  if (within === undefined) throw new Refusal('import_within', { source });
  const readers = mapping.words ? await wordReaders(deps, mapping.words) : [];
  // Also finds a broken line before anything is written.
  const total = await countRows(file, { separator: mapping.separator, signal });
  const { zone } = deps.installation;
  const today = dayIn(zone, deps.clock.now());
  const read = rowReader({ mapping, columns, source, within, zone, today, width });

  const done = tally();
  await using refusedRows = await refusedFile(order.refusedTo, order.why);
  using bar = order.progress(total);
  let batch = emptyBatch();
  const finish = async () => {
    const added = await write(deps, { batch, source, readers, refusedRows, isDry: order.isDry });
    done.add({ ...batch, added });
    bar.step(batch.size);
    batch = emptyBatch();
  };
  let at = 0;
  let stopped = false;
  for await (const { line, cells } of csvLines(file, mapping.separator)) {
    if (at++ === 0) continue;
    if (batch.size === 0 && signal.aborted) {
      stopped = true;
      break;
    }
    const row = read(cells, at - 1);
    batch.size++;
    if ('report' in row) batch.taken.push(row);
    else batch.refused.push({ ...row, line });
    if (batch.size === BATCH) await finish();
  }
  if (batch.size > 0) await finish();
  return { ...done.result(), source, total, stopped };
}

interface Batch {
  size: number;
  taken: Taken[];
  refused: RefusedRow[];
}

const emptyBatch = (): Batch => ({ size: 0, taken: [], refused: [] });

interface Work {
  batch: Batch;
  source: string;
  readers: readonly Reader[];
  refusedRows: RefusedFile;
  isDry: boolean;
}

/** How many of the batch are new. Rows that are here are not sealed once more. */
async function write({ db, installation }: ImportDeps, work: Work): Promise<number> {
  const { batch, source, readers, refusedRows, isDry } = work;
  await refusedRows.write(batch.refused);
  const known = await importedReader(db).known(
    source,
    batch.taken.map(({ report }) => report.row),
  );
  const fresh = batch.taken.filter(({ report }) => !known.has(report.row));
  if (isDry) return new Set(fresh.map(({ report }) => report.row)).size;
  const rows = await Promise.all(
    fresh.map(async ({ report, words }) => ({
      report,
      words: words === '' ? null : await sealWords(words, { installation: installation.id, readers }),
    })),
  );
  return importedWriter(db).add(rows);
}

async function chosen({
  file,
  mappings,
}: ImportOrder): Promise<{ mapping: Mapping; columns: Columns; width: number }> {
  const missing: string[] = [];
  for (const mapping of mappings) {
    const header = await firstLine(file, mapping.separator);
    const found = findColumns(mapping, header);
    if ('ok' in found) return { mapping, columns: found.ok, width: header.length };
    missing.push(found.missing.join(', '));
  }
  throw new Refusal('import_lacks', { file, missing: missing.join(' / ') });
}

async function firstLine(file: string, separator: string | undefined): Promise<readonly string[]> {
  for await (const { cells } of csvLines(file, separator)) return cells;
  return [];
}

async function countRows(
  file: string,
  { separator, signal }: { separator: string | undefined; signal: AbortSignal },
): Promise<number> {
  let lines = 0;
  for await (const _ of csvLines(file, separator)) {
    lines++;
    if (signal.aborted) break;
  }
  return Math.max(0, lines - 1);
}

/** Ours, of the list proved now: an old story has nobody who could have left somebody out. */
async function wordReaders(
  { db, installation, clock }: ImportDeps,
  columns: readonly string[],
): Promise<readonly Reader[]> {
  const readers = () => entriesReader(db).all();
  const list = ours((await currentReaders({ readers, installation, clock })).active);
  if (list.length === 0) throw new Refusal('import_no_readers', { columns: columns.join(', ') });
  return list;
}

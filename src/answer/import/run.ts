/** One import from beginning to end: all of a file in one transaction, or, dry, in one that cannot write. */
import type { Day } from '../../platform/clock.ts';
import type { Kysely, Transaction } from '../../platform/db/index.ts';
import { type Named, wantedReader, wantedWriter } from '../names/store.ts';
import { type Before, type Change, type Figures, figures, type Plan, plan } from './plan.ts';
import type { Refused, Row } from './row.ts';

export interface How {
  /** Writes nothing. */
  dryRun: boolean;
  /** Takes what has no Arabic name with its English one. */
  namesLater: boolean;
  /**
   * The person who does it, by hand; null for a file of whoever runs the server. A new mail address waits for a
   * caseworker who is somebody else; one that comes in a file with a new body does not.
   */
  by: string | null;
  day: Day;
  /** Told how many rows there are; `step` each time one is done. */
  watch(total: number): Disposable & { step(): void };
}

export interface Outcome {
  figures: Figures;
  added: readonly string[];
  changed: readonly Change[];
  refused: readonly Refused[];
  /** Cells drawn, for areas: those that lie whole in one, compacted, and those on a border. */
  cells?: { whole: number; border: number };
}

/** What differs between bodies, places and areas. All of it runs in the transaction. */
export interface Importing<V> {
  what: Named;
  read(tx: Kysely<unknown>, wanted: ReadonlySet<string>): Promise<ReadIn<V>>;
}

export interface ReadIn<V> {
  rows: readonly (Row<V> | Refused)[];
  before: ReadonlyMap<string, Before>;
  /** Writes what is new or changed, a parent before what is below it; where `tx` is null it only counts. */
  write(taken: readonly Taken<V>[], tx: Kysely<unknown> | null): Promise<Pick<Outcome, 'cells'>>;
}

export interface Taken<V> extends Row<V> {
  /** Absent for what is new. */
  fields?: Change['fields'];
}

export async function run<V>(
  db: Kysely<unknown>,
  { what, read }: Importing<V>,
  { dryRun }: Pick<How, 'dryRun'>,
): Promise<Outcome> {
  const mode = dryRun ? 'read only' : 'read write';
  return await db
    .transaction()
    .setAccessMode(mode)
    .execute(async (tx) => {
      const { rows, before, write } = await read(tx, new Set(await wantedReader(tx).wanted(what)));
      const planned = plan(rows, before);
      const drawn = await write(taken(planned), dryRun ? null : tx);
      if (!dryRun) await markNames(tx, what, planned);
      const { changed, refused } = planned;
      return {
        figures: figures(planned),
        added: planned.added.map(({ id }) => id),
        changed: changed.map(({ id, fields }) => ({ id, fields })),
        refused,
        ...drawn,
      };
    });
}

const taken = <V>({ added, changed }: Plan<V>): Taken<V>[] => [...added, ...changed];

async function markNames<V>(
  tx: Transaction<unknown>,
  what: Named,
  { added, changed }: Plan<V>,
): Promise<void> {
  const ids = (wanted: boolean) =>
    [...added, ...changed].filter((row) => row.wanted === wanted).map(({ id }) => id);
  await wantedWriter(tx).mark(what, { wanted: ids(true), found: ids(false) });
}

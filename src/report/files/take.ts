/**
 * Takes one sealed piece of a file. When this returns it is on disk. The same piece twice is one, so a phone that heard
 * no answer sends it again. Bounded for a report, and for all that nobody has claimed.
 */
import { addDays, dayIn } from '../../platform/clock.ts';
import { verifyWork } from '../../platform/keys/work.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { ReportDeps } from '../deps.ts';
import { reportReader } from '../store.ts';
import { mostStored } from './model.ts';
import { type FilesWriter, filesReader, filesWriter, type Waiting } from './store.ts';

type Needs = Pick<ReportDeps, 'db' | 'installation' | 'clock' | 'intake' | 'waiting'>;

export interface Piece {
  /** 22 letters, drawn by the phone: whoever knows it may add to the bundle. */
  bundle: string;
  report: string;
  item: string;
  file: number;
  number: number;
  /** The report's own proof of work, the one it is told with. */
  work: number;
  body: Uint8Array;
}

/** Of what nobody has claimed, on the whole server: about as much as a disk can lose for a day without harm. */
const usualWaiting: Waiting = { bundles: 300, bytes: 2 * 1024 ** 3 };

/** Refusals: intake_closed, work_missing, withdrawn, files_full, files_many {most}, unreadable {field}. */
export async function takePiece(deps: Needs, piece: Piece): Promise<void> {
  checkWork(deps, piece);
  if (piece.item === 'told' && !(await deps.intake()).open) throw new Refusal('intake_closed');
  const begun = dayIn(deps.installation.zone, deps.clock.now());
  await deps.db.transaction().execute(async (tx) => {
    const writer = filesWriter(tx);
    const there = await writer.lock(piece.bundle);
    const { report: begunFor, item, bundle: id } = piece;
    if (there === null) {
      await roomFor(deps, piece);
      await writer.begin({ id, begunFor, item, begun });
    } else if (there.begunFor !== begunFor || there.item !== item)
      throw new Refusal('unreadable', { field: 'bundle' });
    // Nothing is added to what belongs to a report already; a piece whose answer was lost is there.
    if (there?.report) return;
    await checkSize(writer, piece);
    await writer.put(id, piece);
  });
}

/** The same as for telling: a phone pays for it once, and a brigade for each. */
function checkWork({ clock }: Needs, { report, work: counter }: Piece): void {
  const today = clock.now().toISOString().slice(0, 10);
  const days = [today, addDays(today, -1)];
  if (!days.some((day) => verifyWork({ day, report, counter }, days))) throw new Refusal('work_missing');
}

async function roomFor({ db, waiting: most = usualWaiting }: Needs, { report, body }: Piece): Promise<void> {
  if ((await reportReader(db).tombstone(report)) !== null) throw new Refusal('withdrawn');
  const now = await filesReader(db).waiting();
  if (now.bundles >= most.bundles || now.bytes + body.length > most.bytes) throw new Refusal('files_full');
}

async function checkSize(writer: FilesWriter, { report, body }: Piece): Promise<void> {
  if ((await writer.bytesFor(report)) + body.length > mostStored)
    throw new Refusal('files_many', { most: 60 });
}

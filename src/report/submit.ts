/**
 * Takes one sealed report: everything is checked, then it is written whole or not at all. When this returns, it is on
 * disk. May be called twice: the same id with the same lookup hash is the same report, and the first answer is given
 * again. Never logs.
 */
import { Compile } from 'typebox/compile';
import { addDays, dayIn, toMinute, weekOf } from '../platform/clock.ts';
import { fromBase64url } from '../platform/keys/bytes.ts';
import { isTogether, opensTogether, secretIn, sharedWith, verifyWork } from '../platform/keys/index.ts';
import { verifyHere } from '../platform/keys/node-verify.ts';
import { readCell } from '../platform/place/index.ts';
import { Refusal } from '../platform/refusal.ts';
import { together } from '../platform/together.ts';
import { currentReaders } from './chain/current.ts';
import { consentsFields } from './consents.ts';
import type { ReportDeps } from './deps.ts';
import { isWhole } from './files/whole.ts';
import type { Submission } from './seal.ts';
import { insertReports, type NewReport } from './sealed/arrivals-store.ts';
import { reportReader } from './store.ts';
import { submissionShape } from './submission.ts';
import type { Received } from './wire.ts';

/** 'phone': must bring proof of work. 'server': it waited instead. 'desk': a caseworker, who says how it came. */
export type SentBy = 'phone' | 'server' | 'desk';

type Needs = Pick<ReportDeps, 'db' | 'installation' | 'clock' | 'places' | 'intake' | 'readers'>;

/** Refusals: unreadable {field}, intake_closed, work_missing, bad_signature, readers_changed, id_taken, withdrawn, files_missing. */
export async function submit(deps: Needs, sent: unknown, by: SentBy): Promise<Received> {
  const submission = read(sent);
  try {
    return await take(deps, submission, by);
  } catch (why) {
    // Sent before, perhaps on a day when the list was another: the first answer is given again.
    const before = await already(deps, submission);
    if (before === null) throw why;
    return before;
  }
}

async function take(deps: Needs, submission: Submission, by: SentBy): Promise<Received> {
  if (!(await deps.intake()).open) throw new Refusal('intake_closed');
  checkWork(deps, submission, by);
  checkSignature(deps, submission);
  await checkPlace(deps, submission);
  await checkFiles(deps, submission, by);
  return write(deps, submission);
}

const shape = Compile(submissionShape);

function read(sent: unknown): Submission {
  if (shape.Check(sent)) return sent;
  const [first] = shape.Errors(sent);
  throw unreadable(first?.instancePath.slice(1, 60) ?? '');
}

const unreadable = (field: string) => new Refusal('unreadable', { field });

/** The answer given before; the code is what proves that it is the same sender. */
async function already({ db }: Needs, { id, lookupHash }: Submission): Promise<Received | null> {
  const { arrived, taken, withdrawn } = await reportReader(db).standing(
    id,
    bytesOf(lookupHash, 'lookupHash'),
  );
  // Sending a kept form again must not bring back what was withdrawn.
  if (withdrawn) throw new Refusal('withdrawn');
  if (taken) throw new Refusal('id_taken');
  return arrived === null ? null : { id, arrived, repeated: true };
}

function checkWork({ clock }: Needs, { id, work, open }: Submission, by: SentBy): void {
  if ((by === 'desk') === (open.cameBy === 'self')) throw unreadable('open/cameBy');
  if (by !== 'phone') return;
  const today = clock.now().toISOString().slice(0, 10);
  const days = [today, addDays(today, -1)];
  if (!days.some((day) => verifyWork({ day, report: id, counter: work }, days)))
    throw new Refusal('work_missing');
}

function checkSignature({ installation }: Needs, sent: Submission): void {
  const { id: report, signer, recipient, consents, consentsSignature: signature } = sent;
  const choices = consentsFields({ installation: installation.id, report, recipient, number: 1, consents });
  if (!verifyHere('consents', choices, { signer, signature })) throw new Refusal('bad_signature');
}

/** Every piece she was told is here; the statement that stores the report claims them. */
async function checkFiles({ db }: Needs, { id, files }: Submission, by: SentBy): Promise<void> {
  if (files === undefined) return;
  if (by !== 'phone') throw unreadable('files');
  if (!(await isWhole(db, { begunFor: id, item: 'told', ...files }))) throw new Refusal('files_missing');
}

async function checkPlace({ places, clock, installation }: Needs, { open }: Submission): Promise<void> {
  if (open.place !== null && (open.cell !== null || (await places.byId(open.place)) === null))
    throw unreadable('open/place');
  if (open.cell !== null && !isCell(open.cell)) throw unreadable('open/cell');
  const thisWeek = weekOf(dayIn(installation.zone, clock.now()));
  if (open.week !== null && (open.week > thisWeek || weekOf(open.week) !== open.week))
    throw unreadable('open/week');
}

function isCell(name: string): boolean {
  try {
    return readCell(name) > 0n;
  } catch {
    return false;
  }
}

async function write(deps: Needs, sent: Submission): Promise<Received> {
  const now = deps.clock.now();
  const arrived = dayIn(deps.installation.zone, now);
  const passed = await doorOf(deps)({
    ...sent,
    ...sent.open,
    arrived,
    lookupHash: bytesOf(sent.lookupHash, 'lookupHash'),
    ...secretOf(sent),
    told: ageFile(sent.told, 'told'),
    arrivedMinute: toMinute(now),
    ...(sent.files === undefined ? {} : { bundle: sent.files.bundle }),
  });
  if (passed !== 'new') throw new Refusal(passed);
  return { id: sent.id, arrived, repeated: false };
}

type Passed = 'new' | 'id_taken' | 'readers_changed' | 'files_missing';
type Door = (report: NewReport) => Promise<Passed>;
const doors = new WeakMap<Needs, Door>();

/** Reports of the same moment share a look at the list, a statement and the waiting for the disk. */
function doorOf(deps: Needs): Door {
  const door = doors.get(deps) ?? together(passer(deps));
  doors.set(deps, door);
  return door;
}

/** The phone has proved the list itself; here the server keeps a stale one from sealing to somebody who has left. */
function passer(deps: Needs) {
  return async (reports: readonly NewReport[]): Promise<Passed[]> => {
    const { active } = await currentReaders(deps);
    const byId = new Map(active.map((reader) => [reader.id, reader]));
    const fit = reports.filter(({ readers, together }) => {
      const named = readers.flatMap((id) => byId.get(id) ?? []);
      // Where two must open, nothing is taken that one could open: a phone with an older list asks for the list again.
      return named.length === readers.length && opensTogether(named) === together;
    });
    const isNew = await insertReports(deps.db, fit);
    return reports.map((report) => {
      const at = fit.indexOf(report);
      if (at < 0) return 'readers_changed';
      if (isNew[at]) return 'new';
      return report.bundle === undefined ? 'id_taken' : 'files_missing';
    });
  };
}

function bytesOf(text: string, field: string): Uint8Array {
  try {
    return fromBase64url(text);
  } catch {
    throw unreadable(field);
  }
}

/** One age file, or a share for exactly each of the readers named. */
function secretOf({ secret: text, readers }: Submission): { secret: Uint8Array; together: boolean } {
  const file = bytesOf(text, 'secret');
  const together = isTogether(file);
  if (together ? !isSplitAmong(file, readers) : !isAgeFile(file)) throw unreadable('secret');
  return { secret: file, together };
}

/** By its outside: one share for each, and under them a file. */
export function isSplitAmong(file: Uint8Array, readers: readonly string[]): boolean {
  try {
    const ids = sharedWith(file);
    return (
      ids.length === readers.length && readers.every((id) => ids.includes(id)) && isAgeFile(secretIn(file))
    );
  } catch {
    return false;
  }
}

const ageLine = 'age-encryption.org/v1\n';

/** Well-formed from outside; what is inside is for its readers alone. */
export function ageFile(text: string, field: string): Uint8Array {
  const file = bytesOf(text, field);
  if (!isAgeFile(file)) throw unreadable(field);
  return file;
}

export const isAgeFile = (file: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(file.subarray(0, ageLine.length)) === ageLine;

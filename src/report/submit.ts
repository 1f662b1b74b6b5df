/**
 * Takes one sealed report: everything is checked, then one transaction writes it whole or not at all. When this
 * returns, it is on disk. May be called twice: the same id with the same lookup hash is the same report, and the first
 * answer is given again. Never logs.
 */
import { Compile } from 'typebox/compile';
import { addDays, dayIn, toMinute, weekOf } from '../platform/clock.ts';
import { fromBase64url } from '../platform/keys/bytes.ts';
import { verifyWork } from '../platform/keys/index.ts';
import { verifyHere } from '../platform/keys/node-verify.ts';
import * as outbox from '../platform/outbox/index.ts';
import { readCell } from '../platform/place/index.ts';
import { Refusal } from '../platform/refusal.ts';
import { currentReaders } from './chain/current.ts';
import type { ReportDeps } from './deps.ts';
import { consentsFields, type Submission } from './seal.ts';
import { reportWriter } from './sealed/store.ts';
import { reportReader } from './store.ts';
import { submissionShape } from './submission.ts';
import type { Received } from './wire.ts';

/** 'phone': must bring proof of work. 'server': it waited instead. 'desk': a caseworker, who says how it came. */
export type SentBy = 'phone' | 'server' | 'desk';

type Needs = Pick<ReportDeps, 'db' | 'installation' | 'clock' | 'places' | 'intake' | 'readers'>;

/** Refusals: unreadable {field}, intake_closed, work_missing, bad_signature, readers_changed, id_taken, withdrawn. */
export async function submit(deps: Needs, sent: unknown, by: SentBy): Promise<Received> {
  const submission = read(sent);
  const before = await already(deps, submission);
  if (before) return before;
  if (!(await deps.intake()).open) throw new Refusal('intake_closed');
  checkWork(deps, submission, by);
  checkSignatures(deps, submission);
  await checkPlace(deps, submission);
  await checkReaders(deps, submission);
  const written = await write(deps, submission);
  if (written) return written;
  // Somebody else's sending of the same id was quicker by a moment.
  const twin = await already(deps, submission);
  if (twin) return twin;
  throw new Refusal('id_taken');
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

function checkSignatures({ installation }: Needs, sent: Submission): void {
  const { id: report, signer, recipient, recipientSignature, consents, consentsSignature } = sent;
  const recipientSigned = verifyHere('recipient', [installation.id, report, recipient], {
    signer,
    signature: recipientSignature,
  });
  const consentsSigned = verifyHere(
    'consents',
    consentsFields({ installation: installation.id, report, number: 1, consents }),
    { signer, signature: consentsSignature },
  );
  if (!recipientSigned || !consentsSigned) throw new Refusal('bad_signature');
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

/** The phone has proved the list itself; here the server keeps a stale one from sealing to somebody who has left. */
async function checkReaders(deps: Needs, { readers }: Submission): Promise<void> {
  const { active } = await currentReaders(deps);
  if (!readers.every((id) => active.some((reader) => reader.id === id))) throw new Refusal('readers_changed');
}

async function write({ db, clock, installation }: Needs, sent: Submission): Promise<Received | null> {
  const now = clock.now();
  const arrived = dayIn(installation.zone, now);
  const secret = ageFile(sent.secret, 'secret');
  const told = ageFile(sent.told, 'told');
  return db.transaction().execute(async (tx) => {
    const writer = reportWriter(tx);
    const { open, consents, consentsSignature, recipient, recipientSignature, signer, readers, id } = sent;
    const keys = { recipient, recipientSignature, signer, readers, secret, told };
    const written = await writer.insert({
      ...open,
      ...keys,
      id,
      lookupHash: bytesOf(sent.lookupHash, 'lookupHash'),
      consents,
      consentsSignature,
      arrived,
      arrivedMinute: toMinute(now),
    });
    if (written === 'withdrawn') throw new Refusal('withdrawn');
    if (written === 'there') return null;
    await outbox.put(tx, { event: 'report.received', subject: id });
    return { id, arrived, repeated: false };
  });
}

function bytesOf(text: string, field: string): Uint8Array {
  try {
    return fromBase64url(text);
  } catch {
    throw unreadable(field);
  }
}

const ageLine = 'age-encryption.org/v1\n';

/** Well-formed from outside; what is inside is for its readers alone. */
export function ageFile(text: string, field: string): Uint8Array {
  const file = bytesOf(text, field);
  if (!new TextDecoder('latin1').decode(file.subarray(0, ageLine.length)).startsWith(ageLine))
    throw unreadable(field);
  return file;
}

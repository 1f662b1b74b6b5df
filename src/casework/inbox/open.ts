/**
 * Hands a report's ciphertext to the one who claimed it. Each hand-out stands in the timeline, written in the same
 * transaction; with the first, the minute it arrived at is gone from every table.
 */
import { daysBetween, weekOf } from '../../platform/clock.ts';
import type { Transaction } from '../../platform/db/index.ts';
import type { Person } from '../../platform/http/index.ts';
import { toBase64url } from '../../platform/keys/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { reportReader, reportWriter, sealedReader } from '../../report/index.ts';
import { refuseAlone } from '../together/refuse.ts';
import type { OpenedReport, TimelineLine, Way } from '../wire.ts';
import { decide, lineOf } from './act.ts';
import { type InboxNeeds, keyOf, lockReadable, type Read, readable, todayOf } from './reading.ts';
import { inboxStore } from './store.ts';

/** Refusals: 'report_not_here', 'claim_first', 'report_closed', 'needs_two'. */
export async function openReport(needs: InboxNeeds, person: Person, report: string): Promise<OpenedReport> {
  return needs.db.transaction().execute(async (tx) => {
    const read = await lockReadable(tx, needs, { person, report });
    const next = await decide(tx, needs, { read, move: { do: 'open' }, person });
    await refuseAlone(tx, read.open, await keyOf({ ...needs, db: tx }, person));
    if (!read.filed.opened) await firstOpening(tx, needs, read);
    return sealedParts(tx, needs, next);
  });
}

async function firstOpening(tx: Transaction<unknown>, needs: InboxNeeds, { open }: Read): Promise<void> {
  const today = todayOf(needs);
  await reportWriter(tx).cutToDay(open.id);
  await inboxStore(tx).addWait(weekOf(today), Math.max(0, daysBetween(open.arrived, today)));
}

async function sealedParts(tx: Transaction<unknown>, needs: InboxNeeds, read: Read): Promise<OpenedReport> {
  const { open } = read;
  const sealed = sealedReader(tx);
  // One connection, so one after the other.
  const secret = await sealed.secret(open.id);
  if (secret === null) throw new Refusal('report_not_here');
  const items = await sealed.items(open.id);
  const replies = await sealed.replies(open.id);
  const next = await sealed.next(open.id);
  return {
    line: await lineOf(tx, needs, read),
    secret: toBase64url(secret),
    recipient: open.recipient,
    signer: open.signer,
    consents: open.consents,
    consentsNumber: open.consentsNumber,
    consentsSignature: open.consentsSignature,
    items: items.map(({ number, name, kind, body, signature, author, day }) => {
      return { number, name, kind, body: toBase64url(body), signature, author, day };
    }),
    replies: replies.map(({ body, ...reply }) => ({ ...reply, body: toBase64url(body) })),
    nextReply: next.reply,
    nextNote: next.note,
    events: timelineOf(await reportReader(tx).events(open.id)),
    readers: open.readers,
  };
}

/** For everybody the report is sealed to, claimed or not: who opened it is no secret among them. */
export async function timeline(needs: InboxNeeds, person: Person, report: string): Promise<Way> {
  const read = await readable(needs.db, await keyOf(needs, person), report);
  const events = await reportReader(needs.db).events(report);
  return { line: await lineOf(needs.db, needs, read), events: timelineOf(events) };
}

const timelineOf = (events: readonly TimelineLine[]): TimelineLine[] =>
  events.map(({ day, what, who }) => ({ day, what, who }));

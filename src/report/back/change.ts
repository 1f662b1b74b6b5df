/**
 * What she may change with her code: add, choose anew, delete a reply she has read, withdraw. Each is signed by the key
 * only her code opens, checked here and again wherever it is used, and happens in one transaction or not at all.
 */
import type { Transaction } from 'kysely';
import { type Day, dayIn } from '../../platform/clock.ts';
import { equal } from '../../platform/keys/bytes.ts';
import { verifyHere } from '../../platform/keys/node-verify.ts';
import * as outbox from '../../platform/outbox/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { additionFields, additionItem } from '../addition.ts';
import { consentsFields } from '../consents.ts';
import type { ReportDeps } from '../deps.ts';
import { claimFiles } from '../files/claim.ts';
import { type ReportWriter, reportWriter, sealedReader } from '../sealed/store.ts';
import { type OpenReport, reportReader } from '../store.ts';
import { ageFile } from '../submit.ts';
import type { Addition, Choices, ReplyRead, Withdrawal } from '../wire.ts';
import { findMine } from './mine.ts';

type Needs = Pick<ReportDeps, 'db' | 'installation' | 'clock'>;
interface Held {
  tx: Transaction<unknown>;
  report: OpenReport;
  writer: ReportWriter;
  today: Day;
}

/** Holds her report's row, so that what was read about it stays true until the end. Refusal report_unknown. */
export async function holding<R>(deps: Needs, lookup: string, act: (held: Held) => Promise<R>): Promise<R> {
  const found = await findMine(deps, lookup);
  const today = dayIn(deps.installation.zone, deps.clock.now());
  return deps.db.transaction().execute(async (tx) => {
    const writer = reportWriter(tx);
    const there = await writer.lock(found.id);
    const report = there ? await reportReader(tx).byId(found.id) : null;
    if (report === null) throw new Refusal('report_unknown');
    return act({ tx, report, writer, today });
  });
}

/** Refusals: report_erased {day}, since nobody could open it; bad_signature, number_taken, unreadable, files_missing, files_three. The same addition sent twice is one. */
export async function addTo(
  deps: Needs,
  { lookup, number, body, signature, files }: Addition,
): Promise<void> {
  const file = ageFile(body, 'body');
  await holding(deps, lookup, async ({ tx, report, writer, today }) => {
    if (report.erased !== null) throw new Refusal('report_erased', { day: report.erased });
    const place = { installation: deps.installation.id, report: report.id, number };
    const { signer } = report;
    if (!verifyHere('addition', additionFields(place, file), { signer, signature }))
      throw new Refusal('bad_signature');
    const sealed = sealedReader(tx);
    if ((await sealed.next(report.id)).addition !== number) {
      const items = await sealed.items(report.id);
      if (items.some((item) => item.name === `addition-${number}` && equal(item.body, file))) return;
      throw new Refusal('number_taken');
    }
    if (files !== undefined) await claimFiles(tx, { report: report.id, item: additionItem(number), files });
    await writer.addItem({
      report: report.id,
      kind: 'addition',
      body: file,
      signature,
      author: null,
      day: today,
    });
    await writer.addEvent({ report: report.id, what: 'added', day: today });
    await outbox.put(tx, { event: 'report.added', subject: report.id });
  });
}

/** Refusals: bad_signature, number_taken. */
export async function choose(deps: Needs, { lookup, number, consents, signature }: Choices): Promise<void> {
  await holding(deps, lookup, async ({ tx, report, writer, today }) => {
    const { id, recipient, signer } = report;
    const choices = { installation: deps.installation.id, report: id, recipient, number, consents };
    if (!verifyHere('consents', consentsFields(choices), { signer, signature }))
      throw new Refusal('bad_signature');
    if (number === report.consentsNumber && signature === report.consentsSignature) return;
    // A lower number would let an older, wider choice be put back.
    if (number !== report.consentsNumber + 1) throw new Refusal('number_taken');
    await writer.setConsents(id, { number, consents, signature });
    await writer.addEvent({ report: id, what: 'choices', day: today });
    await outbox.put(tx, { event: 'report.chosen', subject: id });
  });
}

/** The reply is gone from here. Deleting it again is no error. */
export async function forgetReply(deps: Needs, { lookup, number }: ReplyRead): Promise<void> {
  await holding(deps, lookup, async ({ report, writer }) => {
    await writer.deleteReply(report.id, number);
  });
}

/**
 * Everything about the report goes in one transaction: its rows here, what other rooms keep of it by cascade, facts and
 * jobs that wait. What stays is the signed tombstone, which no restored copy can outlive. Refusal bad_signature.
 */
export async function withdraw(deps: Needs, { lookup, signature }: Withdrawal): Promise<void> {
  await holding(deps, lookup, async ({ tx, report, writer, today }) => {
    const { id, signer } = report;
    if (!verifyHere('withdrawal', [deps.installation.id, id], { signer, signature }))
      throw new Refusal('bad_signature');
    await outbox.forget(tx, id);
    await writer.bury({ report: id, day: today, signer, signature });
  });
}

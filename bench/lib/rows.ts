/** The rows of one report as `POST /api/reports` writes them, in one statement and so in one commit. */
import { toMinute, weekOf } from '../../src/platform/clock.ts';
import type { Submission } from '../../src/report/seal.ts';

export const insertRows = `
  with new as (
    insert into report (id, who, kinds, soon, helped, place, cell, week, part, consents, consents_number,
      consents_signature, readers, came_by, language, form_version, arrived, arrived_minute, recipient,
      signer, lookup_hash)
    values ($1, $2, $3, $4, $5, null, null, $6, $7, $8, 1, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)
    returning id),
  secret as (insert into report_secret (report, body) select id, $19 from new),
  told as (insert into report_item (report, number, kind, body, day) select id, 1, 'told', $20, $14::date from new),
  received as (insert into report_event (report, number, day, what) select id, 1, $14::date, 'received' from new)
  insert into outbox (event, subject) select 'report.received', id from new`;

export function rowsOf(sent: Submission, now: Date): unknown[] {
  const { open } = sent;
  const day = now.toISOString().slice(0, 10);
  return [
    sent.id,
    open.who,
    open.kinds,
    open.soon,
    open.helped,
    open.week === null ? null : weekOf(open.week),
    open.part,
    JSON.stringify(sent.consents),
    sent.consentsSignature,
    sent.readers,
    open.cameBy,
    open.language,
    open.formVersion,
    day,
    toMinute(now),
    sent.recipient,
    sent.signer,
    Buffer.from(sent.lookupHash, 'base64url'),
    Buffer.from(sent.secret, 'base64url'),
    Buffer.from(sent.told, 'base64url'),
  ];
}

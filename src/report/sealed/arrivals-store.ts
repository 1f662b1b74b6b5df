/**
 * Writes reports that arrive: many at once cost little more than one, since a statement and a commit are shared. What
 * changes them later is in store.ts.
 */
import { type Kysely, sql } from 'kysely';
import { toHex } from '../../platform/keys/bytes.ts';
import * as outbox from '../../platform/outbox/index.ts';
import type { OpenAnswers } from '../answers.ts';
import type { Submission } from '../seal.ts';
import { openColumns } from '../store.ts';
import type { ReportRow } from '../tables.ts';

type AsSent = 'id' | 'consents' | 'consentsSignature' | 'recipient' | 'signer' | 'readers';

export interface NewReport extends OpenAnswers, Pick<Submission, AsSent> {
  lookupHash: Uint8Array;
  secret: Uint8Array;
  /** Split among its readers: two must open it. */
  together: boolean;
  told: Uint8Array;
  /** The bundle its files lie in, complete. */
  bundle?: string;
  arrived: string;
  arrivedMinute: Date;
}

/**
 * Each report with its secret, what was told, its files, the event 'received' and the fact of it, in one statement.
 * Whether each, in their order, is new; false when its id or its code is there already or was withdrawn, or its files are
 * gone, and nothing of it was written. Throws, and nothing of any is written, when one was withdrawn at this very moment.
 */
export async function insertReports(db: Kysely<unknown>, reports: readonly NewReport[]): Promise<boolean[]> {
  // The same one twice: the first is it, as it would be one after the other.
  const firsts = new Map([...reports].reverse().map((report) => [report.id, report]));
  const written = await insert(db, [...firsts.values()]);
  return reports.map((report) => firsts.get(report.id) === report && written.includes(report.id));
}

/** As JSON, so that the statement's text is the same for any number of them. */
async function insert(db: Kysely<unknown>, reports: readonly NewReport[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with sealed as (
      select * from json_to_recordset(${JSON.stringify(reports.map(sealedFrom))})
        as sealed (id text, secret text, told text, bundle text)),
    bundles as (
      select id as bundle, begun_for from report_bundle
        where id in (select bundle from sealed) and report is null for update),
    new as (
      insert into report (${columns}) select ${columns}
        from json_populate_recordset(null::report, ${JSON.stringify(reports.map(rowFrom))}) as sent
        where not exists (select from tombstone where report = sent.id)
          and not exists (select from sealed where id = sent.id and bundle is not null
            and (bundle, id) not in (select bundle, begun_for from bundles))
        on conflict do nothing returning id, arrived),
    secret as (
      insert into report_secret (report, body) select id, decode(secret, 'base64') from new join sealed using (id)),
    told as (
      insert into report_item (report, number, kind, body, day)
        select id, 1, 'told', decode(told, 'base64'), arrived from new join sealed using (id)),
    claimed as (
      update report_bundle set report = new.id from new join sealed using (id)
        where report_bundle.id = sealed.bundle),
    received as (
      insert into report_event (report, number, day, what) select id, 1, arrived, 'received' from new),
    facts as (${outbox.insertFacts('report.received', sql`select id from new`)})
    select id from new`.execute(db);
  return rows.map(({ id }) => id);
}

function rowFrom(report: NewReport): Record<Exclude<keyof ReportRow, 'erased'>, unknown> {
  return {
    id: report.id,
    who: report.who,
    kinds: report.kinds,
    soon: report.soon,
    helped: report.helped,
    place: report.place,
    cell: report.cell === null ? null : BigInt(`0x${report.cell}`).toString(),
    week: report.week,
    part: report.part,
    consents: report.consents,
    consents_number: 1,
    consents_signature: report.consentsSignature,
    readers: report.readers,
    together: report.together,
    came_by: report.cameBy,
    language: report.language,
    form_version: report.formVersion,
    arrived: report.arrived,
    arrived_minute: report.arrivedMinute,
    recipient: report.recipient,
    signer: report.signer,
    lookup_hash: `\\x${toHex(report.lookupHash)}`,
  };
}

const columns = sql.join([...openColumns, 'lookup_hash'].map((column) => sql.ref(column)));
const sealedFrom = ({ id, secret, told, bundle }: NewReport) => {
  return { id, secret: base64(secret), told: base64(told), bundle: bundle ?? null };
};
const base64 = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');

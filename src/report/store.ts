/**
 * Reading what is open about reports: the columns in clear and the way so far. Pages and lists get this reader; it has
 * no verbs and no sealed column. Writing and ciphertext are in sealed/store.ts.
 */
import { type Kysely, type Selectable, sql } from 'kysely';
import type { OpenAnswers } from './answers.ts';
import type { ReportRow, ReportTables } from './tables.ts';

/** One report as the server may know it. */
export interface OpenReport extends OpenAnswers {
  id: string;
  /** 'YYYY-MM-DD'. */
  arrived: string;
  /** To the minute, until a caseworker first opens it; then null. */
  arrivedMinute: Date | null;
  /** Ids of the readers it is sealed to. */
  readers: readonly string[];
  /** Split among them: two must open it. */
  together: boolean;
  consents: ReportRow['consents']['__select__'];
  consentsNumber: number;
  consentsSignature: string;
  recipient: string;
  signer: string;
  /** The day its words went, a year after closing; else null. Then nobody reads it. */
  erased: string | null;
  /** The day its secret was closed away; else null. Then nobody here opens it: its readers are those who see that it is there. */
  archived: string | null;
}

export interface ReportEvent {
  number: number;
  day: string;
  what: string;
  who: string | null;
}

export interface Tombstone {
  report: string;
  day: string;
  signer: string;
  signature: string;
}

export interface Standing {
  /** Day of arrival of the very same report; null when it is not there. */
  arrived: string | null;
  /** Its id or its code belongs to another. */
  taken: boolean;
  withdrawn: boolean;
}

export interface ReportReader {
  byId(id: string): Promise<OpenReport | null>;
  /** Those that exist, in no order. */
  byIds(ids: readonly string[]): Promise<OpenReport[]>;
  /** Every report sealed to this reader, oldest day first: others are not seen to exist. */
  sealedTo(reader: string): Promise<OpenReport[]>;
  /** The same, of those that arrived on this day or later. */
  sealedSince(reader: string, day: string): Promise<OpenReport[]>;
  /** Up to `most` of those sealed to this reader and not to all of `others`, by id, those after `after`. */
  sealedNotToAll(
    reader: string,
    others: readonly string[],
    page: { after: string; most: number },
  ): Promise<OpenReport[]>;
  /** Sealed to this reader, and to too few of `others` to be opened without: the first `most`, oldest day first. */
  sealedAlone(reader: string, others: readonly string[], most: number): Promise<OpenReport[]>;
  countSealedAlone(reader: string, others: readonly string[]): Promise<number>;
  /** `hash`: 32 bytes, SHA-256 of the lookup value of a receipt. */
  byLookup(hash: Uint8Array): Promise<OpenReport | null>;
  /** What stands under this id and this lookup hash, in one look: for a report that is being sent. */
  standing(id: string, hash: Uint8Array): Promise<Standing>;
  /** The way so far, oldest first. */
  events(report: string): Promise<ReportEvent[]>;
  tombstone(report: string): Promise<Tombstone | null>;
  /** Every one there is. */
  tombstones(): Promise<Tombstone[]>;
  /** How many there are. */
  withdrawals(): Promise<number>;
  /** Of the report whose receipt has this signing key (base64url). */
  tombstoneOf(signer: string): Promise<Tombstone | null>;
}

export const openColumns = [
  'id',
  'who',
  'kinds',
  'soon',
  'helped',
  'place',
  'cell',
  'week',
  'part',
  'consents',
  'consents_number',
  'consents_signature',
  'readers',
  'together',
  'came_by',
  'language',
  'form_version',
  'arrived',
  'arrived_minute',
  'recipient',
  'signer',
] as const;

/** `db`: any Kysely on a database that has the tables, also an open transaction. */
export function reportReader(db: Kysely<unknown>): ReportReader {
  const tables = db.withTables<ReportTables>();
  const open = () =>
    tables
      .selectFrom('report')
      .leftJoin('report_archive', 'report_archive.report', 'report.id')
      .select([...openColumns, 'erased', 'since as archived']);
  /** Not what was closed away: it is sealed to none of its readers. */
  const sealed = () => open().where('since', 'is', null);
  const grave = () => tables.selectFrom('tombstone').selectAll();
  return {
    async byId(id) {
      const row = await open().where('id', '=', id).executeTakeFirst();
      return row ? openFrom(row) : null;
    },
    async byIds(ids) {
      if (ids.length === 0) return [];
      return (
        await open()
          .where('id', 'in', [...ids])
          .execute()
      ).map(openFrom);
    },
    async sealedTo(reader) {
      const rows = await open()
        .where((eb) => eb(eb.val(reader), '=', eb.fn.any('readers')))
        .orderBy('arrived')
        .orderBy('id')
        .execute();
      return rows.map(openFrom);
    },
    async sealedSince(reader, day) {
      const rows = await sealed()
        .where((eb) => eb('readers', '@>', eb.val([reader])))
        .where('arrived', '>=', day)
        .orderBy('arrived')
        .orderBy('id')
        .execute();
      return rows.map(openFrom);
    },
    async sealedNotToAll(reader, others, { after, most }) {
      const rows = await sealed()
        .where((eb) => eb('readers', '@>', eb.val([reader])))
        .where((eb) => eb.not(eb('readers', '@>', eb.val([...others]))))
        .where('id', '>', after)
        .orderBy('id')
        .limit(most)
        .execute();
      return rows.map(openFrom);
    },
    async sealedAlone(reader, others, most) {
      const rows = await sealed()
        .where((eb) => eb('readers', '@>', eb.val([reader])))
        .where(tooFew(others))
        .orderBy('arrived')
        .orderBy('id')
        .limit(most)
        .execute();
      return rows.map(openFrom);
    },
    async countSealedAlone(reader, others) {
      const row = await tables
        .selectFrom('report')
        .select((eb) => eb.fn.countAll<string>().as('reports'))
        .where((eb) => eb('readers', '@>', eb.val([reader])))
        .where(tooFew(others))
        .where((eb) =>
          eb.not(eb.exists(eb.selectFrom('report_archive').whereRef('report', '=', 'report.id'))),
        )
        .executeTakeFirstOrThrow();
      return Number(row.reports);
    },
    async byLookup(hash) {
      const row = await open().where('lookup_hash', '=', Buffer.from(hash)).executeTakeFirst();
      return row ? openFrom(row) : null;
    },
    async standing(id, hash) {
      const { rows } = await sql<{ same: boolean; arrived: string | null }>`
        select id = ${id} and lookup_hash = ${Buffer.from(hash)} as same, arrived
          from report where id = ${id} or lookup_hash = ${Buffer.from(hash)}
        union all select false, null from tombstone where report = ${id}`.execute(db);
      return {
        arrived: rows.find(({ same }) => same)?.arrived ?? null,
        taken: rows.some(({ same, arrived }) => !same && arrived !== null),
        withdrawn: rows.some(({ arrived }) => arrived === null),
      };
    },
    events: (report) =>
      tables
        .selectFrom('report_event')
        .select(['number', 'day', 'what', 'who'])
        .where('report', '=', report)
        .orderBy('number')
        .execute(),
    tombstone: async (report) => (await grave().where('report', '=', report).executeTakeFirst()) ?? null,
    tombstones: () => grave().orderBy('report').execute(),
    async withdrawals() {
      const { n } = await tables
        .selectFrom('tombstone')
        .select((eb) => eb.fn.countAll<string>().as('n'))
        .executeTakeFirstOrThrow();
      return Number(n);
    },
    tombstoneOf: async (signer) => (await grave().where('signer', '=', signer).executeTakeFirst()) ?? null,
  };
}

/** None of these holds a key to it; where two must open it, not even two of them do. */
const tooFew = (
  others: readonly string[],
) => sql<boolean>`(not readers && ${[...others]}::text[] or together and 2 >
  (select count(*) from unnest(readers) as reader where reader = any(${[...others]}::text[])))`;

type OpenRow = Omit<Selectable<ReportRow>, 'lookup_hash'> & { archived: string | null };

function openFrom(row: OpenRow): OpenReport {
  return {
    id: row.id,
    who: row.who,
    kinds: row.kinds,
    soon: row.soon,
    helped: row.helped,
    place: row.place,
    cell: row.cell === null ? null : BigInt(row.cell).toString(16),
    week: row.week,
    part: row.part,
    language: row.language,
    formVersion: row.form_version,
    cameBy: row.came_by,
    arrived: row.arrived,
    arrivedMinute: row.arrived_minute,
    readers: row.readers,
    together: row.together,
    consents: row.consents,
    consentsNumber: row.consents_number,
    consentsSignature: row.consents_signature,
    recipient: row.recipient,
    signer: row.signer,
    erased: row.erased,
    archived: row.archived,
  };
}

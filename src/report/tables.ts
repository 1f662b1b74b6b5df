/** The tables of this room, as migrations/0001-report.sql makes them. Days are 'YYYY-MM-DD', bigint arrives as text. */

import type { ColumnType, Generated } from 'kysely';
import type { Lang } from '../platform/i18n/index.ts';
import type { ReaderEntry } from '../platform/keys/index.ts';
import type { CameBy, Consents, Helped, Kind, Part, Who } from './answers.ts';

/** Written as text (JSON), read as the value. */
type Json<V> = ColumnType<V, string, string>;

export type ReportRow = {
  id: string;
  who: Who;
  kinds: Kind[];
  soon: boolean;
  helped: Helped;
  place: string | null;
  cell: ColumnType<string | null, string | bigint | null, never>;
  week: string | null;
  part: Part | null;
  consents: Json<Consents>;
  consents_number: number;
  consents_signature: string;
  readers: string[];
  together: boolean;
  came_by: CameBy;
  language: Lang;
  form_version: number;
  arrived: string;
  arrived_minute: Date | null;
  recipient: string;
  signer: string;
  lookup_hash: Uint8Array;
  erased: string | null;
};

export type ReportTables = {
  report: ReportRow;
  report_secret: { report: string; body: Uint8Array };
  report_archive: { report: string; body: Uint8Array; since: string; asked: string | null };
  archive_key: { singular: Generated<boolean>; entry: Json<unknown> };
  report_item: {
    report: string;
    number: number;
    kind: ItemKind;
    body: Uint8Array;
    signature: string | null;
    author: string | null;
    day: string;
  };
  report_reply: { report: string; number: number; body: Uint8Array; author: string; day: string };
  report_event: { report: string; number: number; day: string; what: string; who: string | null };
  report_bundle: {
    id: string;
    begun_for: string;
    report: string | null;
    item: string;
    begun: string;
    bytes: ColumnType<string, number, never>;
  };
  report_piece: { bundle: string; file: number; number: number; body: Uint8Array };
  tombstone: { report: string; day: string; signer: string; signature: string };
  reader_entry: { number: number; entry: Json<ReaderEntry> };
};

export type ItemKind = 'told' | 'addition' | 'note';

/** The only SQL for `support_line` and `country_profile`. */
import { type Kysely, sql } from 'kysely';
import type { CountryFile } from './country-file.ts';
import type { Advice, Country, Duty, Line } from './model.ts';

type LineRow = {
  id: string;
  place_in_list: number;
  kind: Line['kind'];
  number: string;
  example: boolean;
  name_en: string;
  name_ar: string;
  hours_en: string;
  hours_ar: string;
  languages: string[];
  answered_by_en: string;
  answered_by_ar: string;
  asks_en: string;
  asks_ar: string;
  not_safe_for_en: string | null;
  not_safe_for_ar: string | null;
  for_whom: Line['forWhom'];
  source_en: string;
  source_ar: string;
  checked_on: string;
  reviewer: string;
  tested_on: string | null;
  tested_answered: boolean | null;
  tested_wait_minutes: number | null;
};

export type LinesTables = {
  support_line: LineRow;
  country_profile: { singular: boolean; country: string; five_days: Advice[]; duty: Duty | null };
};

export interface LinesReader {
  /** In the order of the country table. */
  lines(): Promise<Line[]>;
  /** Null until a country table was read in. */
  country(): Promise<Country | null>;
}

export interface LinesWriter {
  /** Puts one checked country table in the place of what was there, all or nothing. Safe to repeat. */
  replace(file: CountryFile): Promise<void>;
  /** Keeps what our last test call found. False when there is no such line. */
  tested(id: string, call: NonNullable<Line['tested']>): Promise<boolean>;
}

export function linesReader(db: Kysely<unknown>): LinesReader {
  const tables = db.withTables<LinesTables>();
  return {
    async lines() {
      const rows = await tables.selectFrom('support_line').selectAll().orderBy('place_in_list').execute();
      return rows.map(lineFrom);
    },
    async country() {
      const row = await tables.selectFrom('country_profile').selectAll().executeTakeFirst();
      return row ? { country: row.country, fiveDays: row.five_days, duty: row.duty } : null;
    },
  };
}

export function linesWriter(db: Kysely<unknown>): LinesWriter {
  const tables = db.withTables<LinesTables>();
  return {
    async replace({ country, lines }) {
      await tables.transaction().execute(async (tx) => {
        await tx.deleteFrom('support_line').execute();
        await tx.deleteFrom('country_profile').execute();
        await tx
          .insertInto('country_profile')
          .values({
            singular: true,
            country: country.country,
            five_days: asJson([...country.fiveDays]),
            duty: country.duty && asJson(country.duty),
          })
          .execute();
        if (lines.length > 0) await tx.insertInto('support_line').values(lines.map(rowFrom)).execute();
      });
    },
    async tested(id, call) {
      const done = await tables
        .updateTable('support_line')
        .set({
          tested_on: call.on,
          tested_answered: call.answered,
          tested_wait_minutes: call.waitMinutes ?? null,
        })
        .where('id', '=', id)
        .executeTakeFirst();
      return done.numUpdatedRows === 1n;
    },
  };
}

const asJson = <V>(value: V) => sql<V>`${JSON.stringify(value)}::jsonb`;

function lineFrom(row: LineRow): Line {
  return {
    id: row.id,
    kind: row.kind,
    number: row.number,
    ...(row.example ? { example: true } : {}),
    name: { en: row.name_en, ar: row.name_ar },
    hours: { en: row.hours_en, ar: row.hours_ar },
    languages: row.languages,
    answeredBy: { en: row.answered_by_en, ar: row.answered_by_ar },
    asks: { en: row.asks_en, ar: row.asks_ar },
    ...(row.not_safe_for_en && row.not_safe_for_ar
      ? { notSafeFor: { en: row.not_safe_for_en, ar: row.not_safe_for_ar } }
      : {}),
    forWhom: row.for_whom,
    source: { en: row.source_en, ar: row.source_ar },
    checkedOn: row.checked_on,
    reviewer: row.reviewer,
    ...(row.tested_on && row.tested_answered !== null
      ? {
          tested: {
            on: row.tested_on,
            answered: row.tested_answered,
            ...(row.tested_wait_minutes === null ? {} : { waitMinutes: row.tested_wait_minutes }),
          },
        }
      : {}),
  };
}

function rowFrom(line: Line, at: number): LineRow {
  return {
    id: line.id,
    place_in_list: at,
    kind: line.kind,
    number: line.number,
    example: line.example ?? false,
    name_en: line.name.en,
    name_ar: line.name.ar,
    hours_en: line.hours.en,
    hours_ar: line.hours.ar,
    languages: line.languages,
    answered_by_en: line.answeredBy.en,
    answered_by_ar: line.answeredBy.ar,
    asks_en: line.asks.en,
    asks_ar: line.asks.ar,
    not_safe_for_en: line.notSafeFor?.en ?? null,
    not_safe_for_ar: line.notSafeFor?.ar ?? null,
    for_whom: line.forWhom,
    source_en: line.source.en,
    source_ar: line.source.ar,
    checked_on: line.checkedOn,
    reviewer: line.reviewer,
    tested_on: line.tested?.on ?? null,
    tested_answered: line.tested?.answered ?? null,
    tested_wait_minutes: line.tested?.waitMinutes ?? null,
  };
}

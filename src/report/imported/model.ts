/** Imported history: what others collected before. Its people were never asked (care rule 8), and the type says so. */
import type { DataLang } from '../../platform/i18n/index.ts';
import type { Cell } from '../../platform/place/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Consents, helps, type Kind, type Part } from '../answers.ts';

/** 'no': nobody helped, and the source does not say whether anybody was there. */
export const importedHelps = [...helps, 'no'] as const;
export type ImportedHelped = (typeof importedHelps)[number];

export interface ImportedReport {
  state: 'imported';
  consent: 'none';
  /** Source and row are its key: the same row of the same source is imported once. */
  source: string;
  row: number;
  cell: Cell;
  /** The Monday of its week. */
  week: string;
  /** Null where no time was given. */
  part: Exclude<Part, 'unknown'> | null;
  kinds: readonly Kind[];
  /** Null where the source says nothing of it. */
  helped: ImportedHelped | null;
  language: DataLang | null;
  /** Of the form it was collected with, e.g. 'harassmap-2010': figures are never pooled across it. */
  formVersion: string;
}

/** Why a row was not imported, in the order it is asked. */
export const reasons = [
  'cells',
  'number',
  'left_out',
  'date_missing',
  'date_unreadable',
  'date_future',
  'told_unreadable',
  'date_after_told',
  'place_missing',
  'place_unreadable',
  'place_zero',
  'place_outside',
  'kind_missing',
  'kind_unknown',
  'helped_unknown',
] as const;
export type Reason = (typeof reasons)[number];

/** What a bundle knows of a report's consent. */
export type MaybeAsked = { consent: 'none' } | { consents: Consents };

/**
 * Every bundle goes through here: one report whose person was never asked, and Refusal 'never_asked' {n} with how many
 * there are. What it lets through still has to be looked at for its own consents.
 */
export function onlyAsked<R extends MaybeAsked>(
  reports: readonly R[],
): readonly Extract<R, { consents: Consents }>[] {
  const never = reports.filter((report) => 'consent' in report);
  if (never.length > 0) throw new Refusal('never_asked', { n: never.length });
  return reports as readonly Extract<R, { consents: Consents }>[];
}

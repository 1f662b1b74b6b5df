/** Counts of an import, never a row of it. */
import type { ImportedHelped, Reason } from './model.ts';
import type { Refused, Taken } from './row.ts';

/** Of one form version: whether anybody helped, as often as each was said; 'not_said' where nothing was. */
export type HelpedCounts = Partial<Record<ImportedHelped | 'not_said', number>>;

export interface Tally {
  /** Always imported + refused + already. */
  rows: number;
  imported: number;
  refused: number;
  /** Rows that were here before, or whose number came twice in the file. */
  already: number;
  reasons: Partial<Record<Reason, number>>;
  /** Rows of which our words say less than the source did, by column and value of the source. */
  lost: Record<string, number>;
  /** Of rows that were taken now or before. */
  formVersions: Record<string, HelpedCounts>;
}

interface Done {
  taken: readonly Taken[];
  refused: readonly Refused[];
  /** How many of `taken` are new. */
  added: number;
}

export function tally(): { add(done: Done): void; result(): Tally } {
  const counts: Tally = {
    rows: 0,
    imported: 0,
    refused: 0,
    already: 0,
    reasons: {},
    lost: {},
    formVersions: {},
  };
  return {
    add({ taken, refused, added }) {
      counts.rows += taken.length + refused.length;
      counts.imported += added;
      counts.already += taken.length - added;
      counts.refused += refused.length;
      for (const { reason } of refused) counts.reasons[reason] = (counts.reasons[reason] ?? 0) + 1;
      for (const { report, lost } of taken) {
        for (const value of lost) counts.lost[value] = (counts.lost[value] ?? 0) + 1;
        const version: HelpedCounts = counts.formVersions[report.formVersion] ?? {};
        counts.formVersions[report.formVersion] = version;
        const helped = report.helped ?? 'not_said';
        version[helped] = (version[helped] ?? 0) + 1;
      }
    },
    result: () => counts,
  };
}

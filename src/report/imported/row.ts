/** One row of somebody's file: a report of imported history, or the reason why not and the field at fault. Pure. */
import type { DataLang } from '../../platform/i18n/index.ts';
import { cellAt } from '../../platform/place/index.ts';
import type { Kind } from '../answers.ts';
import type { Columns } from './columns.ts';
import { isAfter, readWhen, type When, type Written } from './date.ts';
import type { ImportedHelped, ImportedReport, Reason } from './model.ts';
import { isWithin, type Outline, readPair, readTwo } from './point.ts';
import type { Mapping } from './shape.ts';
import { alike, plain } from './spelling.ts';

export interface RowContext {
  mapping: Mapping;
  columns: Columns;
  source: string;
  within: Outline;
  /** The installation's. */
  zone: string;
  today: string;
  /** Cells in the first line. */
  width: number;
}

export interface Refused {
  /** The row's own number, null where that is what cannot be read. */
  row: number | null;
  /** The column at fault, and what stands in it; nothing else of the row. */
  field: string;
  value: string;
  reason: Reason;
}

export interface Taken {
  report: ImportedReport;
  /** Free text, joined; '' where the mapping names none. To be sealed and never stored open. */
  words: string;
  /** Values of this row of which our words say less than the source did. */
  lost: readonly string[];
}

/** `at`: 1 for the first row after the names of the columns. */
export type ReadRow = (cells: readonly string[], at: number) => Taken | Refused;

/** Makes the reader of a file's rows; what all rows share is prepared once. */
export function rowReader(context: RowContext): ReadRow {
  const { mapping, columns, source, zone, today, width } = context;
  const { date, told, place } = mapping;
  const kindOf = kindReader(mapping);
  const helpedOf = helpedReader(mapping);
  const written = ({ order, clock = 'local' }: Mapping['date']): Written => ({ order, clock, zone });
  const placed = place.column ?? `${place.latitude}, ${place.longitude}`;

  return (cells, at) => {
    const cell = (column: string) => cells[columns.get(column) ?? -1] ?? '';
    const own = mapping.number === undefined ? at : numberIn(cell(mapping.number));
    const refused = (reason: Reason, field: string, value = cell(field)): Refused => ({
      row: own,
      field,
      value,
      reason,
    });
    if (cells.length < width || cells.slice(width).some((extra) => extra.trim() !== '')) {
      return { ...refused('cells', '', String(cells.length)), row: null };
    }
    if (own === null) return refused('number', mapping.number ?? '');
    const out = mapping.only?.find(({ column, values }) => !values.map(alike).includes(alike(cell(column))));
    if (out) return refused('left_out', out.column);

    const when = readWhen(cell(date.column), written(date));
    if (when === null) {
      return refused(plain(cell(date.column)) === '' ? 'date_missing' : 'date_unreadable', date.column);
    }
    if (when.day > today) return refused('date_future', date.column);
    const toldWhen = told ? readWhen(cell(told.column), written(told)) : when;
    if (toldWhen === null) return refused('told_unreadable', told?.column ?? '');
    if (isAfter(when.day, toldWhen.day)) return refused('date_after_told', date.column);

    const point = place.column
      ? readPair(cell(place.column))
      : readTwo(cell(place.latitude ?? ''), cell(place.longitude ?? ''));
    const where = place.column
      ? cell(place.column)
      : `${cell(place.latitude ?? '')}, ${cell(place.longitude ?? '')}`;
    if (typeof point === 'string') return refused(point, placed, where);
    if (!isWithin(context.within, point)) return refused('place_outside', placed, where);

    const kinds = kindOf(cell(mapping.kinds.column));
    if ('reason' in kinds) return refused(kinds.reason, mapping.kinds.column, kinds.value);
    const helped = helpedOf(mapping.helped ? cell(mapping.helped.column) : '');
    if (helped === undefined) return refused('helped_unknown', mapping.helped?.column ?? '');

    return {
      report: {
        state: 'imported',
        consent: 'none',
        source,
        row: own,
        cell: cellAt(point),
        week: when.week,
        part: when.part,
        kinds: kinds.ok,
        helped: helped.ok,
        language: languageOf((mapping.language?.columns ?? []).map(cell)),
        formVersion: versionAt(mapping, toldWhen),
      },
      words: (mapping.words ?? [])
        .map((column) => cell(column).trim())
        .filter((text) => text !== '')
        .join('\n\n'),
      lost: [...kinds.lost, ...helped.lost],
    };
  };
}

function numberIn(text: string): number | null {
  const written = plain(text);
  return /^[1-9]\d{0,14}$/.test(written) ? Number(written) : null;
}

type ReadKinds =
  | { ok: readonly Kind[]; lost: readonly string[] }
  | { reason: 'kind_missing' | 'kind_unknown'; value: string };

/** What the mapping does not name becomes its `otherwise`, and is counted as lost under '…'; without one the row is refused. */
export const unnamed = '…';

function kindReader({ kinds }: Mapping): (text: string) => ReadKinds {
  const values = new Map(
    Object.entries(kinds.values).map(([value, ours]) => [alike(value), { value, ours }]),
  );
  const empty = new Set((kinds.empty ?? []).map(alike));
  return (text) => {
    const written = text.split(kinds.separator ?? ',').filter((value) => {
      return plain(value) !== '' && !empty.has(alike(value));
    });
    if (written.length === 0) return { reason: 'kind_missing', value: text };
    const found = new Set<Kind>();
    const lost = new Set<string>();
    for (const one of written) {
      const known = values.get(alike(one));
      const ours = known?.ours ?? (kinds.otherwise === undefined ? null : [kinds.otherwise]);
      if (ours === null) return { reason: 'kind_unknown', value: plain(one) };
      for (const kind of ours) found.add(kind);
      if (!known) lost.add(`${kinds.column}: ${unnamed}`);
      else if (kinds.loses?.[known.value] !== undefined) lost.add(`${kinds.column}: ${known.value}`);
    }
    return { ok: [...found], lost: [...lost] };
  };
}

type ReadHelped = { ok: ImportedHelped | null; lost: readonly string[] } | undefined;

/** Undefined for a value the mapping does not name. */
function helpedReader({ helped }: Mapping): (text: string) => ReadHelped {
  const values = new Map(
    Object.entries(helped?.values ?? {}).map(([value, ours]) => [alike(value), { value, ours }]),
  );
  return (text) => {
    if (plain(text) === '') return { ok: null, lost: [] };
    const known = values.get(alike(text));
    if (known === undefined) return undefined;
    const isLess = helped?.loses?.[known.value] !== undefined;
    return { ok: known.ours, lost: isLess ? [`${helped?.column}: ${known.value}`] : [] };
  };
}

/** By the letters somebody chose to write a place in. */
function languageOf(texts: readonly string[]): DataLang | null {
  const all = texts.join(' ');
  if (/\p{Script=Arabic}/u.test(all)) return 'ar';
  return /\p{Script=Latin}/u.test(all) ? 'en' : null;
}

/** By the day it was told: that is when somebody stood before the form. */
function versionAt({ formVersions }: Mapping, { day }: When): string {
  return formVersions.findLast(({ from = '' }) => day >= from)?.version ?? '';
}

/** A table as a spreadsheet writes it: separated by comma, semicolon or tab, in UTF-8, with names of columns on the first line. */
import { Refusal } from '../../platform/refusal.ts';
import { type Refused, refusedAt } from './row.ts';

export interface File {
  name: string;
  bytes: Uint8Array;
}

export interface Columns {
  needed: readonly string[];
  allowed: readonly string[];
}

export interface Line {
  line: number;
  /** The trimmed text of a column; undefined where the file does not have that column. */
  given(column: string): string | undefined;
}

/** Refusals: 'import_file' for what is no such table, 'import_columns' for a column missing, unknown or twice. */
export async function readCsv(file: File, columns: Columns): Promise<(Line | Refused)[]> {
  const [header, ...rows] = await table(file, textOf(file));
  const titles = (header?.record ?? []).map((title) => title.toLowerCase());
  const known = [...columns.needed, ...columns.allowed];
  const isFit =
    columns.needed.every((title) => titles.includes(title)) &&
    titles.every((title) => known.includes(title)) &&
    new Set(titles).size === titles.length;
  if (!isFit) {
    throw new Refusal('import_columns', {
      file: file.name,
      got: titles.join(', ') || '-',
      needed: columns.needed.join(', '),
      allowed: columns.allowed.join(', '),
    });
  }
  return rows.map(({ record, info }) => {
    if (record.length !== titles.length) {
      const [got, allowed] = [String(record.length), String(titles.length)];
      return refusedAt(info.lines, null, { why: 'columns', got, allowed });
    }
    return { line: info.lines, given: (column) => record[titles.indexOf(column)] };
  });
}

/** Several values in one cell. */
export const separator = '|';
export const listed = (cell: string): string[] => [
  ...new Set(
    cell
      .split(separator)
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  ),
];

function textOf({ name, bytes }: File): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).normalize('NFC');
  } catch {
    throw new Refusal('import_file', { file: name, why: 'it is not UTF-8; save it as “CSV UTF-8”' });
  }
}

interface Record {
  record: string[];
  info: { lines: number };
}

/** The parser is loaded when a file is read: a server that reads none does not hold it in memory. */
async function table({ name }: File, text: string): Promise<Record[]> {
  const { CsvError, parse } = await import('csv-parse/sync');
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      trim: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
    }) as unknown as Record[];
  } catch (error) {
    if (error instanceof CsvError) throw new Refusal('import_file', { file: name, why: error.message });
    throw error;
  }
}

function delimiterOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  const count = (delimiter: string) => first.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best));
}

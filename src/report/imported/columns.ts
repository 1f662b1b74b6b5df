/** Finds a mapping's columns in a file's first line. Pure. */
import type { Mapping } from './shape.ts';
import { alike } from './spelling.ts';

/** Where each column stands, by the name the mapping gives it. */
export type Columns = ReadonlyMap<string, number>;

/** Letters of either case and spaces around a name are the same; of two columns of one name the first counts. */
export function findColumns(
  mapping: Mapping,
  header: readonly string[],
): { ok: Columns } | { missing: readonly string[] } {
  const names = header.map(alike);
  const wanted = columnsOf(mapping);
  const missing = wanted.filter((column) => !names.includes(alike(column)));
  if (missing.length > 0) return { missing };
  return { ok: new Map(wanted.map((column) => [column, names.indexOf(alike(column))])) };
}

function columnsOf({ number, only, date, told, place, kinds, helped, language, words }: Mapping): string[] {
  const named = [
    number,
    ...(only ?? []).map(({ column }) => column),
    date.column,
    told?.column,
    place.column,
    place.latitude,
    place.longitude,
    kinds.column,
    helped?.column,
    ...(language?.columns ?? []),
    ...(words ?? []),
  ];
  return [...new Set(named.filter((column) => column !== undefined))];
}

/** What an import would do, before it does it: the same for a dry run and a real one. */
import { isRefused, type Refused, type Row, refusedAt, type Shown } from './row.ts';

export interface Change {
  id: string;
  fields: readonly { field: string; from: string; to: string }[];
}

export interface Plan<V> {
  /** A parent stands before what is below it. */
  added: readonly Row<V>[];
  changed: readonly (Row<V> & Change)[];
  unchanged: readonly Row<V>[];
  /** By line. */
  refused: readonly Refused[];
}

export interface Before {
  shown: Shown;
  parent: string | null;
}

export function plan<V>(read: readonly (Row<V> | Refused)[], before: ReadonlyMap<string, Before>): Plan<V> {
  const { rows, refused } = settle(once(read), before);
  const split = parentsFirst(rows).map((row) => {
    const old = before.get(row.id);
    return { row, old, fields: old ? difference(old.shown, row.shown) : [] };
  });
  return {
    added: split.filter(({ old }) => !old).map(({ row }) => row),
    changed: split.filter(({ fields }) => fields.length > 0).map(({ row, fields }) => ({ ...row, fields })),
    unchanged: split.filter(({ old, fields }) => old && fields.length === 0).map(({ row }) => row),
    refused: refused.sort((a, b) => a.line - b.line),
  };
}

/** The first of an id counts; the others are refused with the line of the first. */
function once<V>(read: readonly (Row<V> | Refused)[]): (Row<V> | Refused)[] {
  const first = new Map<string, number>();
  return read.map((row) => {
    if (isRefused(row)) return row;
    const line = first.get(row.id);
    if (line === undefined) first.set(row.id, row.line);
    return line === undefined
      ? row
      : refusedAt(row.line, row.id, { why: 'id_twice', got: row.id, allowed: String(line) });
  });
}

/** A row whose parent is missing or below it is refused, and so may be what hangs on it: until nothing more falls. */
function settle<V>(read: readonly (Row<V> | Refused)[], before: ReadonlyMap<string, Before>) {
  const refused = read.filter(isRefused);
  let rows = read.filter((row): row is Row<V> => !isRefused(row));
  for (;;) {
    const parents = new Map([...before].map(([id, { parent }]) => [id, parent] as const));
    for (const { id, parent } of rows) parents.set(id, parent);
    const fallen = rows.flatMap((row) => {
      const why = row.parent === null ? null : parents.has(row.parent) ? circle(row, parents) : 'parent';
      return why === null ? [] : [refusedAt(row.line, row.id, { why, got: row.parent ?? '' })];
    });
    if (fallen.length === 0) return { rows, refused };
    refused.push(...fallen);
    const gone = new Set(fallen.map(({ line }) => line));
    rows = rows.filter(({ line }) => !gone.has(line));
  }
}

function circle({ id, parent }: Row<unknown>, parents: ReadonlyMap<string, string | null>): 'circle' | null {
  const seen = new Set<string>();
  let next = parent;
  while (next !== null && next !== id && !seen.has(next)) {
    seen.add(next);
    next = parents.get(next) ?? null;
  }
  return next === id ? 'circle' : null;
}

function parentsFirst<V>(rows: readonly Row<V>[]): Row<V>[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const ordered = new Set<Row<V>>();
  for (const row of rows) {
    const chain: Row<V>[] = [];
    for (let next: Row<V> | undefined = row; next; next = byId.get(next.parent ?? '')) chain.unshift(next);
    for (const each of chain) ordered.add(each);
  }
  return [...ordered];
}

function difference(from: Shown, to: Shown): { field: string; from: string; to: string }[] {
  return Object.entries(to)
    .filter(([field, value]) => (from[field] ?? '') !== value)
    .map(([field, value]) => ({ field, from: from[field] ?? '', to: value }));
}

export interface Figures {
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
  refused: number;
  /** Taken with the English name until there is an Arabic one. */
  namesWanted: number;
}

export function figures({ added, changed, unchanged, refused }: Plan<unknown>): Figures {
  const taken = [...added, ...changed, ...unchanged];
  return {
    rows: taken.length + refused.length,
    added: added.length,
    changed: changed.length,
    unchanged: unchanged.length,
    refused: refused.length,
    namesWanted: taken.filter(({ wanted }) => wanted).length,
  };
}

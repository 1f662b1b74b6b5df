/** What every import has in common: one row read, or refused with its line and reason. */
import type { PlaceName } from '../../platform/place/index.ts';

export const refusedWhys = [
  'columns',
  'id',
  'id_twice',
  'no_id',
  'name_en',
  'name_ar',
  'kind',
  'mail',
  'basis',
  'public_duty',
  'parent',
  'circle',
  'body',
  'point',
  'no_point',
  'line_point',
  'directions',
  'geometry',
  'ring',
  'degrees',
  'half_globe',
] as const;

/** A row that is left out. `why` has its sentence in the catalogue: `answer.refused.<why>`. */
export interface Refused {
  /** The line of a table on which it ends, or the number of a feature; both count from 1. */
  line: number;
  id: string | null;
  why: (typeof refusedWhys)[number];
  got: string;
  allowed: string;
}

/** A row that can be taken. `shown` is the value as a person compares it, field by field. */
export interface Row<V> {
  line: number;
  id: string;
  parent: string | null;
  value: V;
  shown: Shown;
  /** It keeps its English name until there is an Arabic one. */
  wanted: boolean;
}

export type Shown = Readonly<Record<string, string>>;

export type Problem = Pick<Refused, 'why'> & Partial<Pick<Refused, 'got' | 'allowed'>>;

/** Thrown while one row is read, and caught by `rowOr`. */
class Unfit extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.why);
    this.problem = problem;
  }
}

export function unfit(problem: Problem): never {
  throw new Unfit(problem);
}

export const isRefused = <V>(row: Row<V> | Refused): row is Refused => 'why' in row;

export function refusedAt(line: number, id: string | null, problem: Problem): Refused {
  return { line, id, got: '', allowed: '', ...problem };
}

/** What `read` returns, or the reason for which it called `unfit`. */
export function rowOr<V>(line: number, id: string | null, read: () => Row<V>): Row<V> | Refused {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unfit) return refusedAt(line, id, error.problem);
    throw error;
  }
}

export function idOr(id: string): string {
  return /^[a-z0-9-]{1,60}$/.test(id) ? id : unfit({ why: 'id', got: id });
}

/** An id made from a name: "15 Of May City" is 15-of-may-city. */
export function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
  const words = plain.match(/[a-z0-9]+/g) ?? [];
  const made = words.join('-').slice(0, 60).replace(/-$/, '');
  return made === '' ? unfit({ why: 'no_id', got: name }) : made;
}

/** undefined: the file does not speak of it, and what is there stays. */
export interface GivenNames {
  en: string | undefined;
  ar: string | undefined;
}

/** An Arabic name that is already there is never put out by an English one. */
export function names(
  given: GivenNames,
  before: { name: PlaceName; wanted: boolean } | undefined,
  namesLater: boolean,
): { name: PlaceName; wanted: boolean } {
  const en = given.en ?? before?.name.en ?? '';
  if (en === '') unfit({ why: 'name_en' });
  const known = before !== undefined && !before.wanted ? before.name.ar : '';
  const ar = given.ar || known;
  if (ar !== '') return { name: { en, ar }, wanted: false };
  return namesLater ? { name: { en, ar: en }, wanted: true } : unfit({ why: 'name_ar' });
}

export const shownNames = ({ name, wanted }: { name: PlaceName; wanted: boolean }): Shown => ({
  name_en: name.en,
  name_ar: wanted ? '' : name.ar,
});

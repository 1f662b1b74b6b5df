/**
 * Reports that might be asked about together: of one place or one smallest area, held together by kinds they share.
 * A suggestion and nothing more: nobody is asked, and no page outside the desk knows of it. Pure.
 */
import type { Kind } from '../../report/index.ts';
import type { About, Month } from './model.ts';

export interface Suggestible {
  id: string;
  kinds: readonly Kind[];
  /** The first and the last month it may have happened in; null where she did not say. */
  months: readonly [Month, Month] | null;
  /** Its own named place, and the smallest areas that have its cell. */
  place: string | null;
  areas: readonly string[];
}

export interface Suggestion {
  about: About;
  /** What at least two of them share, in the order of the form. */
  kinds: readonly Kind[];
  /** Null where none of them said when. */
  months: readonly [Month, Month] | null;
  /** Ids, in the order given. */
  reports: readonly string[];
}

/** The biggest first; an area whose reports all stand in one group of a place already is left out. Of one report there is none. */
export function suggest(reports: readonly Suggestible[]): Suggestion[] {
  const byPlace = grouped(reports, ({ place }) => (place === null ? [] : [place])).map(
    ([place, of]) => [{ place }, of] as const,
  );
  const places = byPlace.flatMap(([about, of]) => together(of).map((set) => suggestion(about, set)));
  const areas = grouped(reports, (report) => report.areas)
    .flatMap(([area, of]) => together(of).map((set) => suggestion({ area }, set)))
    .filter(({ reports: ids }) => !places.some((one) => ids.every((id) => one.reports.includes(id))));
  return [...places, ...areas].sort(
    (a, b) => b.reports.length - a.reports.length || (keyOf(a) < keyOf(b) ? -1 : 1),
  );
}

const keyOf = ({ about, kinds }: Suggestion) => `${Object.values(about)[0]} ${kinds.join()}`;

function grouped(
  reports: readonly Suggestible[],
  keys: (report: Suggestible) => readonly string[],
): [string, Suggestible[]][] {
  const found = new Map<string, Suggestible[]>();
  for (const report of reports)
    for (const key of keys(report)) found.set(key, [...(found.get(key) ?? []), report]);
  return [...found];
}

/** Sets of two and more in which each shares a kind with another. */
function together(reports: readonly Suggestible[]): Suggestible[][] {
  let sets: { kinds: Set<Kind>; of: Suggestible[] }[] = [];
  for (const report of reports) {
    const touching = sets.filter(({ kinds }) => report.kinds.some((kind) => kinds.has(kind)));
    const one = {
      kinds: new Set([...report.kinds, ...touching.flatMap(({ kinds }) => [...kinds])]),
      of: [...touching.flatMap(({ of }) => of), report],
    };
    sets = [...sets.filter((set) => !touching.includes(set)), one];
  }
  return sets.map(({ of }) => of).filter(({ length }) => length > 1);
}

function suggestion(about: About, set: readonly Suggestible[]): Suggestion {
  const all = [...new Set(set.flatMap(({ kinds }) => kinds))];
  const kinds = all.filter((kind) => set.filter((one) => one.kinds.includes(kind)).length > 1);
  const months = set.flatMap(({ months: own }) => (own === null ? [] : [own]));
  const first = months.map(([from]) => from).sort()[0];
  const last = months
    .map(([, to]) => to)
    .sort()
    .at(-1);
  return {
    about,
    kinds,
    months: first === undefined || last === undefined ? null : [first, last],
    reports: set.map(({ id }) => id),
  };
}

/**
 * Who might be asked about a place, best first, and why. Decides nothing: a caseworker chooses, and what each report
 * allows is `consent.ts`. Knows of places, areas and bodies, and of no report.
 */
import type { Cell, Place, PlaceName } from '../../platform/place/index.ts';
import { type Areas, type Lying, upFrom } from '../area/model.ts';
import { above, type Bodies, type Body, needsHerWord } from '../body/model.ts';

export const whys = ['line', 'place', 'area', 'border', 'above'] as const;

/**
 * line: it runs this line · place: this stop or venue lies with it · area: the area is its · border: the place lies on
 * the border of its area · above: it stands above `below`, which answers for the place.
 */
export type Why = (typeof whys)[number];

export interface Candidate {
  body: Body;
  why: Why;
  /** What the reason speaks of: the line, the stop or venue, the area, or the body below. */
  about: PlaceName;
}

export interface Where {
  /** A named place, a cell of resolution 8, both or neither. */
  place: Place | null;
  cell: Cell | null;
  /** The person works there: the office itself is left out and those above it come in (care rule 7). */
  above: boolean;
}

export interface Known {
  bodies: Bodies;
  areas: Areas;
  places: ReadonlyMap<string, Place>;
  /** Ids of the bodies that answer for a named place. */
  ofPlace: ReadonlyMap<string, readonly string[]>;
  /** The areas that have a part of the cell asked about. */
  lying: readonly Lying[];
}

/** Each body once, by its best reason; the same for the same place whatever order things are known in. */
export function candidates(where: Where, known: Known): Candidate[] {
  const levels = levelsOf(where, known);
  const asked = where.above ? [...aboveOffices(levels, known), ...levels.slice(1).flat()] : levels.flat();
  const left = new Set(where.above ? officesOf(levels) : []);
  return once(asked).filter(({ body }) => !needsHerWord(body) && !left.has(body.id));
}

/** What consent is judged by. Bodies that need her word are among these too. */
export interface Standing {
  /** Those nearest to the place: where the person may work. */
  offices: ReadonlySet<string>;
  /** Those that surely answer for the place; of two on a border neither does. */
  answers: ReadonlySet<string>;
}

export function standing(where: Where, known: Known): Standing {
  const chains = chainsOf(known);
  const isSure = ({ body, why }: Candidate) =>
    why !== 'border' || chains.every((chain) => chain.some((one) => one.body.id === body.id));
  const levels = levelsOf(where, known);
  const sure = levels.flat().filter(isSure);
  return { offices: new Set(officesOf(levels)), answers: new Set(sure.map(({ body }) => body.id)) };
}

/** From the nearest to the widest, each with somebody in it. */
type Levels = readonly (readonly Candidate[])[];

function levelsOf(where: Where, known: Known): Levels {
  return [...byName(where, known), ...byArea(known)].filter((level) => level.length > 0);
}

/** The line, stop or venue itself, then what it lies in. */
function byName({ place }: Where, { places, ofPlace, bodies }: Known): Levels {
  const chain: Place[] = [];
  for (let next = place ?? undefined; next && !chain.includes(next); next = places.get(next.parent ?? '')) {
    chain.push(next);
  }
  return chain.map(({ id, kind, name }) =>
    among(bodies, ofPlace.get(id) ?? []).map((body) => ({ body, why: whyOf[kind], about: name })),
  );
}

const whyOf = { line: 'line', stop: 'place', venue: 'place', area: 'area' } as const satisfies Record<
  Place['kind'],
  Why
>;

/** The smallest areas that have the cell, then those they lie in, step by step; of one step the whole before the parts. */
function byArea(known: Known): Levels {
  const chains = chainsOf(known);
  const deepest = Math.max(0, ...chains.map((chain) => chain.length));
  return Array.from({ length: deepest }, (_, step) =>
    chains.flatMap((chain) => chain[step] ?? []).sort(wholeFirst),
  );
}

/** Who answers for each of the smallest areas, from it upwards. An area for which nobody answers is passed over. */
function chainsOf({ lying, areas, bodies }: Known): Candidate[][] {
  const parts = new Map(lying.map(({ area, border }) => [area, border]));
  const isIn = (small: string, wide: string) => upFrom(small, areas).some(({ id }) => id === wide);
  const smallest = lying
    .filter(({ area: wide }) => !lying.some(({ area }) => isIn(area, wide) && !isIn(wide, area)))
    .sort((a, b) => (a.area < b.area ? -1 : 1));
  return smallest.map(({ area, border }) =>
    upFrom(area, areas).flatMap(({ id, name, body }) =>
      among(bodies, body === null ? [] : [body]).map((one) => ({
        body: one,
        why: (parts.get(id) ?? border) ? ('border' as const) : ('area' as const),
        about: name,
      })),
    ),
  );
}

function wholeFirst(a: Candidate, b: Candidate): number {
  const byPart = Number(a.why === 'border') - Number(b.why === 'border');
  return byPart || (a.body.id < b.body.id ? -1 : 1);
}

const among = (bodies: Bodies, ids: readonly string[]): Body[] =>
  [...ids].sort().flatMap((id) => bodies.get(id) ?? []);

const officesOf = ([nearest = []]: Levels): string[] => nearest.map(({ body }) => body.id);

/** Those above each office, in the order of the offices. */
function aboveOffices([nearest = []]: Levels, { bodies }: Known): Candidate[] {
  return nearest.flatMap(({ body }) =>
    above(body.id, bodies).map((higher): Candidate => ({ body: higher, why: 'above', about: body.name })),
  );
}

function once(all: readonly Candidate[]): Candidate[] {
  const seen = new Set<string>();
  return all.filter(({ body }) => !seen.has(body.id) && seen.add(body.id));
}

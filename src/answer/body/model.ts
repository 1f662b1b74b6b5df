/** A body: an organisation that answers for places, or the street itself. */
import type { PlaceName } from '../../platform/place/index.ts';

export const bodyKinds = [
  'operator',
  'municipality',
  'district',
  'licensing',
  'ride_hailing',
  'building',
  'shop',
  'street',
  'school',
  'employer',
  'police',
  'prosecution',
  'security',
] as const;
export type BodyKind = (typeof bodyKinds)[number];

/** How a body without a public duty is known to answer for its place. */
export const bases = ['spoken', 'visited', 'documented'] as const;
export type Basis = (typeof bases)[number];

export interface Body {
  /** Matches ^[a-z0-9-]{1,60}$. */
  id: string;
  kind: BodyKind;
  name: PlaceName;
  mail: string | null;
  /** The body above it. */
  parent: string | null;
  basis: Basis | null;
  publicDuty: boolean;
}

/** Never a candidate by themselves, and asked only where she has said yes to this very one (care rule 6). */
const byHerWordOnly: ReadonlySet<BodyKind> = new Set([
  'school',
  'employer',
  'police',
  'prosecution',
  'security',
]);

export const needsHerWord = ({ kind }: Pick<Body, 'kind'>): boolean => byHerWordOnly.has(kind);

export type Bodies = ReadonlyMap<string, Body>;

/** Those above a body, nearest first. Ends where a body stands above itself, which no import lets in. */
export function above(id: string, bodies: Bodies): Body[] {
  const found: Body[] = [];
  let next = bodies.get(bodies.get(id)?.parent ?? '');
  while (next !== undefined && next.id !== id && !found.includes(next)) {
    found.push(next);
    next = bodies.get(next.parent ?? '');
  }
  return found;
}

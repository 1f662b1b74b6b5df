/** What an area page shows: one line, and one hexagon, for each place in it. Pure. */
import type { Point } from '../../platform/place/index.ts';
import { type Area, unanswered, upFrom } from '../area/model.ts';
import type { Both } from '../ask/model.ts';
import type { PublicAsk } from '../ask/public.ts';
import { aboutKey } from './ask-list.tsx';
import type { Book } from './book.ts';

export interface AreaLine {
  /** 'area weavers' or 'place tram-1'. */
  key: string;
  name: Both;
  at: Point | null;
  /** Null for a named place, which has no page of its own. */
  area: string | null;
  /** Whom to look up: null where nobody has yet said they answer. */
  bodies: readonly string[];
  /** Oldest first. */
  asks: readonly PublicAsk[];
}

/** Areas without others in them, from north to south: the whole of what the organisation knows. */
export function wholeLines(book: Book): AreaLine[] {
  const parents = new Set([...book.areas.values()].map(({ parent }) => parent));
  return northFirst(
    [...book.areas.values()].filter(({ id }) => !parents.has(id)).map((area) => lineOf(area, book)),
  );
}

/** The areas in it; where there are none, the places in it that were asked about. */
export function linesIn(area: Area, book: Book): AreaLine[] {
  const inside = [...book.areas.values()].filter(({ parent }) => parent === area.id);
  if (inside.length > 0) return northFirst(inside.map((one) => lineOf(one, book)));
  const asks = Map.groupBy(asksIn(area.id, book), aboutKey);
  return northFirst(
    [...asks].flatMap(([key, some]) =>
      some[0]
        ? [
            {
              key,
              name: some[0].about.name,
              at: book.middles.get(key) ?? null,
              area: null,
              bodies: [...new Set(some.map(({ body }) => body.id))],
              asks: some,
            },
          ]
        : [],
    ),
  );
}

/** Asked about lines and other places that lie in no area. */
export function elsewhere(book: Book): PublicAsk[] {
  return book.tabled.filter((ask) => areasOfAsk(ask, book).length === 0);
}

export function asksIn(area: string, book: Book): PublicAsk[] {
  return book.tabled.filter((ask) => areasOfAsk(ask, book).includes(area));
}

/** Areas nobody answers for, whether or not anybody told anything. */
export const nobodyFor = ({ areas }: Book): Area[] => unanswered(areas);

function areasOfAsk({ about }: PublicAsk, { areas, areasOf }: Book): readonly string[] {
  if ('place' in about) return areasOf.get(about.place) ?? [];
  return upFrom(about.area, areas).map(({ id }) => id);
}

function lineOf(area: Area, book: Book): AreaLine {
  const key = `area ${area.id}`;
  const nearest = upFrom(area.id, book.areas).find(({ body }) => body !== null);
  return {
    key,
    name: area.name,
    at: book.middles.get(key) ?? null,
    area: area.id,
    bodies: nearest?.body ? [nearest.body] : [],
    asks: asksIn(area.id, book),
  };
}

function northFirst(lines: AreaLine[]): AreaLine[] {
  const north = ({ at }: AreaLine) => at?.lat ?? Number.NEGATIVE_INFINITY;
  return lines.sort((a, b) => north(b) - north(a) || (a.key < b.key ? -1 : 1));
}

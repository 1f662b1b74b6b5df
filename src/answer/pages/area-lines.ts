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

/** With more hexagons than this their numbers could not be read on a phone. */
export const mostAtOnce = 60;

/**
 * The whole of what the organisation knows, from north to south: areas without others in them; where those are too many,
 * the widest ones, each with a page of its own for what lies in it.
 */
export function wholeLines(book: Pick<Book, 'areas' | 'areasOf' | 'middles' | 'tabled'>): AreaLine[] {
  const all = [...book.areas.values()];
  const parents = new Set(all.map(({ parent }) => parent));
  const inmost = all.filter(({ id }) => !parents.has(id));
  const shown = inmost.length > mostAtOnce ? all.filter(({ parent }) => parent === null) : inmost;
  return northFirst(shown.map((area) => lineOf(area, book)));
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

export function asksIn(area: string, book: Pick<Book, 'areas' | 'areasOf' | 'tabled'>): PublicAsk[] {
  return book.tabled.filter((ask) => areasOfAsk(ask, book).includes(area));
}

/** Areas nobody answers for, whether or not anybody told anything. */
export const nobodyFor = ({ areas }: Book): Area[] => unanswered(areas);

function areasOfAsk(
  { about }: PublicAsk,
  { areas, areasOf }: Pick<Book, 'areas' | 'areasOf'>,
): readonly string[] {
  if ('place' in about) return areasOf.get(about.place) ?? [];
  return upFrom(about.area, areas).map(({ id }) => id);
}

function lineOf(area: Area, book: Parameters<typeof wholeLines>[0]): AreaLine {
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

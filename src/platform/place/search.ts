/** Finds a named place by what somebody types in Arabic, English or Franco. Runs on the phone and on the server. */
import { plain, readings } from './fold.ts';
import type { Place } from './model.ts';

interface Known {
  spellings: readonly string[];
  keys: readonly string[];
}

const known = new WeakMap<Place, Known>();

/**
 * At most `limit` places: the whole name first, then names that begin with the words, then names that contain them,
 * then names that sound alike, the last with one consonant more, less or other. Equal ones keep the order given.
 */
export function searchPlaces<P extends Place>(places: readonly P[], query: string, limit: number): P[] {
  const asked = query.slice(0, longestQuery);
  const typed = plain(asked);
  if (typed === '') return [];
  const keys = readings(asked).filter((key) => key !== '');
  return places
    .map((place, order) => ({ place, order, rank: rankOf(knownOf(place), typed, keys) }))
    .filter(({ rank }) => rank !== noFit)
    .sort((a, b) => a.rank - b.rank || a.order - b.order)
    .slice(0, limit)
    .map(({ place }) => place);
}

const noFit = 6;
const longestQuery = 60;

function rankOf({ spellings, keys: own }: Known, typed: string, keys: readonly string[]): number {
  if (spellings.includes(typed)) return 0;
  if (spellings.some((name) => name.startsWith(typed))) return 1;
  if (typed.length > 1 && spellings.some((name) => name.includes(typed))) return 2;
  if (keys.some((key) => own.includes(key))) return 3;
  if (keys.some((key) => key.length > 1 && own.some((name) => name.startsWith(key)))) return 4;
  if (keys.some((key) => key.length > 3 && own.some((name) => oneApart(key, name)))) return 5;
  return noFit;
}

function knownOf(place: Place): Known {
  const before = known.get(place);
  if (before) return before;
  const names = [place.name.ar, place.name.en, ...place.spellings];
  const now = { spellings: names.map(plain), keys: [...new Set(names.flatMap(readings))] };
  known.set(place, now);
  return now;
}

/** One letter added, missing or exchanged. */
export function oneApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  return restA.slice(1) === restB.slice(1) || restA === restB.slice(1) || restA.slice(1) === restB;
}

/** The asks a report stands behind, in words. */
import type { Kysely } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import { everywhere } from '../../platform/i18n/index.ts';
import { placeReader } from '../../platform/place/index.ts';
import type { MyAsk } from '../../report/index.ts';
import { areaReader } from '../area/store.ts';
import type { Ask, Both } from '../ask/model.ts';
import { keptOf } from '../ask/public.ts';
import { silentAfter, standingOf } from '../ask/states.ts';
import { type AskWay, askReader } from '../ask/store.ts';
import { bodyReader } from '../body/store.ts';
import { questionOf, sinceOf } from './questions.ts';
import { asksBehind, askWords } from './say-store.ts';

/** Those that were sent, the newest first. */
export async function myAsks(db: Kysely<unknown>, report: string, today: Day): Promise<MyAsk[]> {
  const ways = await askReader(db).byIds(await asksBehind(db, report));
  const sent = ways.filter(({ ask }) => ask.sent !== null);
  if (sent.length === 0) return [];
  const [words, nameOf] = await Promise.all([askWords(db, report), names(db)]);
  return sent
    .map((way): MyAsk => {
      const { ask, events } = way;
      const word = words.find((one) => one.ask === ask.id && one.since === sinceOf(events));
      return {
        id: ask.id,
        name: nameOf.body(ask.body),
        about: nameOf.about(ask.about),
        sent: ask.sent ?? '',
        stands: standsFor(way, today),
        path: ask.paused === null ? `/asks/${ask.id}` : null,
        question: questionOf(way, today),
        said: word?.said ?? null,
        day: word?.day ?? null,
      };
    })
    .sort((a, b) => (a.sent < b.sent ? 1 : a.sent > b.sent ? -1 : 0));
}

function standsFor({ ask, events }: AskWay, today: Day): Both {
  const standing = standingOf({ ...ask, kept: keptOf({ events }) }, today);
  return everywhere((t) => {
    const day = (one: Day | null) => (one === null ? '' : t.day(one));
    return t(`answer.hers.stands.${standing}`, {
      due: day(ask.due),
      promised: day(ask.promised),
      days: silentAfter,
    });
  });
}

async function names(db: Kysely<unknown>) {
  const [bodies, places, areas] = await Promise.all([
    bodyReader(db).all(),
    placeReader(db).all(),
    areaReader(db).all(),
  ]);
  const of = (all: readonly { id: string; name: Both }[], id: string): Both =>
    all.find((one) => one.id === id)?.name ?? { en: id, ar: id };
  return {
    body: (id: string) => of(bodies, id),
    about: (about: Ask['about']) => ('place' in about ? of(places, about.place) : of(areas, about.area)),
  };
}

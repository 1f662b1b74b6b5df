/**
 * What everybody may see of an ask: the one door to public pages, to the officer's page and to the preview, so that none
 * of them can show more than another. Pure.
 */
import type { Day } from '../../platform/clock.ts';
import type { Kind } from '../../report/index.ts';
import {
  type About,
  type AnswerKind,
  type Both,
  type FileKind,
  type Happening,
  type Note,
  quiet,
} from './model.ts';
import { type Kept, type Standing, standingOf } from './states.ts';
import type { AskWay } from './store.ts';

export interface PublicAsk {
  id: string;
  body: { id: string; name: Both };
  about: About & { name: Both };
  kinds: readonly Kind[];
  /** 'YYYY-MM', from and to. */
  months: readonly [from: string, to: string];
  asked: readonly Both[];
  /** Of the organisation. Null where it added none. */
  words: Both | null;
  standing: Standing;
  sent: Day;
  acknowledgeDue: Day | null;
  due: Day | null;
  promised: Day | null;
  /** The first day on which the body answered at all. */
  answered: Day | null;
  steps: readonly PublicStep[];
  answers: readonly PublicAnswer[];
  visits: readonly { day: Day; checker: string; found: 'yes' | 'no'; words: Both }[];
}

export interface PublicStep {
  day: Day;
  what: Happening;
  note: Note | null;
}

export interface PublicAnswer {
  number: number;
  kind: AnswerKind;
  day: Day;
  promised: Day | null;
  office: string;
  /** The words; 'waiting' until a caseworker has read them; or why they are withheld. */
  words: { passed: string } | { waiting: true } | { withheld: string };
  files: readonly { number: number; kind: FileKind; bytes: number }[];
}

export interface Names {
  bodies: ReadonlyMap<string, { name: Both }>;
  places: ReadonlyMap<string, { name: Both }>;
  areas: ReadonlyMap<string, { name: Both }>;
}

/** Null for what was never sent, and for what is paused: such a page does not exist. */
export function publicAsk(way: AskWay, names: Names, today: Day): PublicAsk | null {
  const { ask } = way;
  if (ask.sent === null || ask.paused !== null) return null;
  const given = way.answers.filter(({ confirmed }) => confirmed !== null);
  return {
    id: ask.id,
    body: { id: ask.body, name: nameOf(names.bodies, ask.body) },
    about:
      'place' in ask.about
        ? { place: ask.about.place, name: nameOf(names.places, ask.about.place) }
        : { area: ask.about.area, name: nameOf(names.areas, ask.about.area) },
    kinds: ask.kinds,
    months: [ask.from, ask.to],
    asked: ask.asked ?? [],
    words: ask.words.en === '' && ask.words.ar === '' ? null : ask.words,
    standing: askStandingOf(way, today),
    sent: ask.sent,
    acknowledgeDue: ask.acknowledgeDue,
    due: ask.due,
    promised: ask.promised,
    answered: given.find(({ kind }) => kind !== 'question' && kind !== 'extension')?.confirmed ?? null,
    steps: way.events
      .filter(({ what }) => !quiet.includes(what))
      .map(({ day, what, note }) => ({ day, what, note })),
    answers: given.map(({ number, kind, promised, office, confirmed, passed, withheld, words, files }) => ({
      number,
      kind,
      day: confirmed ?? '',
      promised,
      office: passed === null ? '' : office,
      words: withheld !== null ? { withheld } : passed === null ? { waiting: true } : { passed: words },
      files: passed === null || withheld !== null ? [] : files,
    })),
    visits: way.visits.map(({ day, checker, found, words }) => ({ day, checker, found, words })),
  };
}

/** How what was sent stands on a day. Throws RangeError for what was never sent. */
export function askStandingOf(way: Pick<AskWay, 'ask' | 'events'>, today: Day): Standing {
  return standingOf({ ...way.ask, kept: keptOf(way) }, today);
}

/** What people there said last; an answer after it begins anew. */
export function keptOf({ events }: Pick<AskWay, 'events'>): Kept {
  let kept: Kept = null;
  for (const { what, note } of events) {
    if (what === 'answered') kept = null;
    if (what === 'confirmed') kept = 'confirmed';
    if (what === 'disputed') kept = 'disputed';
    if (what === 'visited') kept = note?.why === 'yes' ? 'confirmed' : 'disputed';
  }
  return kept;
}

function nameOf(names: ReadonlyMap<string, { name: Both }>, id: string): Both {
  return names.get(id)?.name ?? { en: id, ar: id };
}

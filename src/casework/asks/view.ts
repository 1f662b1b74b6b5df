/** One ask as the desk sees it: what was put together, how it stands by every check, and what may be done with it now. */
import {
  type AskEvent,
  type AskWay,
  asSent,
  type By,
  type Check,
  checksOf,
  draftedBy,
  type Facts,
  factsOf,
  locating,
  mayOf,
  publicAsk,
  tasksOf,
  verdictOf,
  type Word,
  wordReader,
} from '../../answer/index.ts';
import type { Kysely } from '../../platform/db/index.ts';
import type { Person } from '../../platform/http/index.ts';
import { todayOf } from '../inbox/reading.ts';
import { peopleStore } from '../people/store.ts';
import { askLine, behind, type Names, signed, wordOf } from './lines.ts';
import { type AskNeeds, type Bundle, isReadable, type Seen, seen } from './reading.ts';
import type { Behind, Checked, OneAsk } from './wire.ts';

/** Bodies, places and areas by their ids. */
export async function namesIn(db: Kysely<unknown>): Promise<Names> {
  const [, known] = await (await locating(db))({ place: null, cell: null, above: false });
  return known;
}

/** By mail where the body has an address, else by the printed letter: its only way. */
export const usualWay = (names: Names, body: string): By =>
  (names.bodies.get(body)?.mail ?? null) === null ? 'letter' : 'mail';

export interface Looked {
  facts: Facts;
  checks: readonly Check[];
  behind: readonly Behind[];
  words: readonly Word[];
}

/** Every check of what is put together with these reports, all of them readable. */
export async function look(
  db: Kysely<unknown>,
  needs: AskNeeds,
  { draft, reports, names }: { draft: Facts['draft']; reports: readonly Bundle[]; names: Names },
): Promise<Looked> {
  const by = usualWay(names, draft.body);
  const canMail = needs.canMail();
  const facts = await factsOf(db, { draft, reports, by, canMail, today: todayOf(needs) });
  const words = await wordReader(db).ofReports(reports.map(({ open }) => open.id));
  const may = new Map(facts.reports.map((one) => [one.id, mayOf(one, draft.body, facts.bodies)]));
  return {
    facts,
    words,
    checks: checksOf(facts),
    behind: reports.map((one) => {
      const { id } = one.open;
      return behind(one, { names, word: wordOf(words, id, draft.body), may: may.get(id) ?? 'no' });
    }),
  };
}

export function checked({ checks, behind }: Looked, seconded: boolean): Checked {
  return { checks, behind, verdict: verdictOf(checks, seconded) };
}

/** Refusal 'ask_not_here'. Writes nothing. */
export async function oneAsk(
  db: Kysely<unknown>,
  needs: AskNeeds,
  { person, ask }: { person: Person; ask: string },
): Promise<OneAsk> {
  const found = await seen(db, needs, { person, ask });
  const names = await namesIn(db);
  return found.way.ask.sent === null
    ? unsent(db, needs, { person, found, names })
    : sent(db, needs, { person, found, names });
}

interface Shown {
  person: Person;
  found: Seen;
  names: Names;
}

async function unsent(db: Kysely<unknown>, needs: AskNeeds, shown: Shown): Promise<OneAsk> {
  const { person, found, names } = shown;
  const { ask, events } = found.way;
  const looked = await look(db, needs, { draft: ask, reports: found.behind, names });
  const isDraft = ask.state === 'draft';
  const whole = checked(looked, ask.secondBy !== null);
  const { facts } = looked;
  const page = publicAsk(await asSent(db, ask, facts), names, facts.today);
  const isSecond = draftedBy(events) !== person.id && ask.secondBy === null;
  return {
    ...(await common(db, needs, shown)),
    ...whole,
    signed: isDraft
      ? found.behind.map(({ open }) => signed(open, wordOf(looked.words, open.id, ask.body)))
      : [],
    may: isDraft
      ? [
          'redraft',
          ...(isSecond ? (['second'] as const) : []),
          ...(whole.verdict === 'send' ? (['send'] as const) : []),
          'stop',
          'discard',
        ]
      : ['discard'],
    page,
  };
}

async function sent(db: Kysely<unknown>, needs: AskNeeds, shown: Shown): Promise<OneAsk> {
  const { found, names } = shown;
  const { ask } = found.way;
  const mine = found.behind.filter((one) => isReadable(found.key, one));
  const looked = await look(db, needs, { draft: ask, reports: mine, names });
  return {
    ...(await common(db, needs, shown)),
    checks: [],
    verdict: 'no',
    behind: looked.behind,
    signed: [],
    may: ask.paused === null ? ['pause'] : ['resume'],
    page: publicAsk(found.way, names, looked.facts.today),
  };
}

async function common(db: Kysely<unknown>, needs: AskNeeds, { found: { way }, names }: Shown) {
  const { ask, events, answers, visits } = way;
  const { body, about, kinds, from, to, wishes, words, version } = ask;
  return {
    line: askLine({ way, names, today: todayOf(needs) }),
    draft: { body, about, kinds, from, to, wishes, words },
    version,
    names: await namesOf(db, way),
    events,
    answers,
    visits,
    tasks: tasksOf(way),
  };
}

async function namesOf(db: Kysely<unknown>, { ask, events }: AskWay): Promise<Record<string, string>> {
  const ids = [ask.madeBy, ask.secondBy, ...events.map(({ who }: AskEvent) => who)];
  const people = await peopleStore(db).byIds([...new Set(ids.flatMap((id) => id ?? []))]);
  return Object.fromEntries(people);
}

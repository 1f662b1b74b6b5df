/** Invented asks in a world, written as the desk and the officers' pages would: one for each way an ask can stand. */

import type { AnswerKind, Happening, Note } from '../src/answer/ask/model.ts';
import type { Standing, State } from '../src/answer/ask/states.ts';
import { askWriter } from '../src/answer/ask/store.ts';
import type { AskTables } from '../src/answer/ask/tables.ts';
import { duesOf, type GivenTerms, usualTerms } from '../src/answer/index.ts';
import { furnishBodies } from '../src/demo/bodies.ts';
import { places } from '../src/demo/content/index.ts';
import { addDays, type Clock, dayIn } from '../src/platform/clock.ts';
import { placeWriter } from '../src/platform/place/index.ts';
import type { TestWorld } from './world.ts';

export interface Stage extends Pick<TestWorld, 'database' | 'installation'> {
  clock: Clock;
}

export interface Invented {
  id: string;
  body: string;
  about: { place: string } | { area: string };
  standing: Standing;
}

/** The places, bodies and areas of the demonstration. */
export async function city({ database: { db } }: Stage): Promise<void> {
  await placeWriter(db).put(places);
  await furnishBodies(db);
}

interface Way {
  state: State;
  /** Days before today on which it was sent. */
  ago: number;
  answer?: { kind: AnswerKind; after: number; promised?: number; waiting?: boolean };
  later?: { what: Happening; why?: string; after: number };
}

/** Days are counted from the sending. Twenty working days are 28 of the calendar at least. */
const ways: Readonly<Record<Standing, Way>> = {
  waiting: { state: 'sent', ago: 5 },
  question: { state: 'question', ago: 9, answer: { kind: 'question', after: 4 } },
  late: { state: 'sent', ago: 45 },
  silent: { state: 'sent', ago: 100 },
  promised: { state: 'promised', ago: 30, answer: { kind: 'will_do', after: 11, promised: 60 } },
  promise_late: { state: 'promised', ago: 80, answer: { kind: 'will_do', after: 20, promised: 50 } },
  says_kept: { state: 'says_kept', ago: 25, answer: { kind: 'done', after: 14, waiting: true } },
  confirmed: {
    state: 'says_kept',
    ago: 70,
    answer: { kind: 'done', after: 9 },
    later: { what: 'confirmed', after: 40 },
  },
  disputed: {
    state: 'says_kept',
    ago: 66,
    answer: { kind: 'done', after: 15 },
    later: { what: 'disputed', after: 44 },
  },
  cannot: { state: 'cannot', ago: 50, answer: { kind: 'cannot', after: 22 } },
  not_ours: { state: 'not_ours', ago: 40, answer: { kind: 'not_ours', after: 3 } },
  disputes: { state: 'disputes', ago: 35, answer: { kind: 'dispute', after: 12 } },
};

const asked = [
  {
    en: 'Staff stand on the platform every evening until the last train.',
    ar: 'وجود موظفين على الرصيف كل مساء حتى آخر قطار.',
  },
  { en: 'The stairs are lit.', ar: 'إنارة السلم.' },
];

export const answerWords = 'Two people will stand at the stop every evening. The lights are repaired.';

export async function inventAsk(stage: Stage, { id, body, about, standing }: Invented): Promise<void> {
  const { database, clock, installation } = stage;
  const today = dayIn(installation.zone, clock.now());
  const { state, ago, answer, later } = ways[standing];
  const sent = addDays(today, -ago);
  const events: { number: number; day: string; what: Happening; who: null; note: Note | null }[] = [];
  const add = (after: number, what: Happening, note: Note | null = null) =>
    events.push({ number: events.length + 1, day: addDays(sent, after), what, who: null, note });
  add(0, 'sent');
  if (answer) {
    add(1, 'opened');
    add(answer.after, answer.kind === 'question' ? 'question' : 'answered', { number: 1 });
    if (!answer.waiting && answer.kind !== 'question') add(answer.after + 1, 'passed', { number: 1 });
  }
  if (later) add(later.after, later.what);
  const terms = { ...usualTerms, calendar: { weekend: usualTerms.weekend, holidays: new Map() } };
  const dues = duesOf(terms satisfies Pick<GivenTerms, 'answer'>, sent, events);
  await database.db.transaction().execute(async (tx) => {
    const writer = askWriter(tx);
    await writer.add({
      id,
      body,
      about,
      kinds: ['followed', 'words'],
      from: addDays(sent, -40).slice(0, 7),
      to: addDays(sent, -40).slice(0, 7),
      wishes: [],
      words: { en: '', ar: '' },
      state: 'draft',
      madeBy: 'ines',
    });
    await writer.change(id, {
      state,
      asked,
      sent,
      acknowledgeDue: dues.acknowledge.due,
      due: dues.answer.due,
      promised: answer?.promised === undefined ? null : addDays(sent, answer.promised),
    });
    for (const { day, what, note } of events)
      await writer.event(id, { day, what, ...(note ? { note } : {}) });
    if (!answer) return;
    const day = addDays(sent, answer.after);
    await tx
      .withTables<AskTables>()
      .insertInto('ask_answer')
      .values({
        ask: id,
        number: 1,
        kind: answer.kind,
        promised: answer.promised === undefined ? null : addDays(sent, answer.promised),
        words: answerWords,
        office: 'Station office',
        made: day,
        code: null,
        tries: 0,
        confirmed: day,
        passed: answer.waiting ? null : addDays(day, 1),
        withheld: null,
        decided_by: answer.waiting ? null : 'ines',
      })
      .execute();
  });
}

const spots = ['central-station', 'tram-1', 'east-gate-stop', 'ferry-landing', 'lantern-square', 'bus-7'];
const bodies = ['zaytara-trams', 'harbour-ferries', 'zaytara-council', 'harbour-office', 'silk-mall-company'];

/** One ask for each way it can stand, and twelve more to one body, so that it has a row of its own. */
export async function inventAsks(stage: Stage): Promise<Invented[]> {
  await city(stage);
  const standings = Object.keys(ways) as Standing[];
  const one = standings.map(
    (standing, n): Invented => ({
      id: `ask${standing.replaceAll('_', '')}`.padEnd(16, '0').slice(0, 16),
      body: bodies[n % bodies.length] ?? '',
      about: n % 4 === 3 ? { area: 'old-harbour' } : { place: spots[n % spots.length] ?? '' },
      standing,
    }),
  );
  const more = standings.map(
    (standing, n): Invented => ({
      id: `tram${standing.replaceAll('_', '')}`.padEnd(16, '1').slice(0, 16),
      body: 'zaytara-trams',
      about: { place: spots[(n + 2) % spots.length] ?? '' },
      standing,
    }),
  );
  const all = [...one, ...more];
  for (const ask of all) await inventAsk(stage, ask);
  return all;
}

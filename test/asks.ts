/** Asks for tests, as they stand after they were sent, without the way that leads there. */

import { setBehind } from '../src/answer/ask/behind-store.ts';
import { askWriter } from '../src/answer/ask/store.ts';
import type { AskTables } from '../src/answer/ask/tables.ts';
import type { Ask, AskEvent, Note } from '../src/answer/index.ts';
import { bodyWriter } from '../src/answer/index.ts';
import { addDays, type Day } from '../src/platform/clock.ts';
import type { Kysely } from '../src/platform/db/index.ts';
import { placeWriter } from '../src/platform/place/index.ts';

export const trams = { id: 'trams', name: { en: 'City Trams', ar: 'ترام المدينة' } } as const;
export const stop = { id: 'harbour', name: { en: 'Harbour', ar: 'الميناء' } } as const;

type Standing = Partial<Pick<Ask, 'state' | 'sent' | 'due' | 'acknowledgeDue' | 'promised'>>;
interface Whom {
  body?: string;
  place?: string;
}

/** An ask that was sent, in a state and with its days; to the trams about a stop of theirs, unless it is said to whom. */
export async function asked(
  db: Kysely<unknown>,
  id: string,
  { body = trams.id, place = stop.id, ...standing }: Standing & Whom = {},
): Promise<string> {
  if (body === trams.id) await addTrams(db);
  await db.transaction().execute(async (tx) => {
    const writer = askWriter(tx);
    await writer.add({
      id,
      state: 'draft',
      madeBy: 'ines',
      body,
      about: { place },
      kinds: ['followed'],
      from: '2026-01',
      to: '2026-02',
      wishes: ['light'],
      words: { en: '', ar: '' },
    });
    await writer.change(id, {
      state: 'sent',
      sent: '2026-03-01',
      asked: [{ en: 'Light at the stop', ar: 'إنارة عند المحطة' }],
      ...standing,
    });
  });
  return id;
}

/** What happened to it, one after the other. */
export async function happened(
  db: Kysely<unknown>,
  ask: string,
  ...events: readonly (Pick<AskEvent, 'day' | 'what'> & { note?: Note })[]
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const event of events) await askWriter(tx).event(ask, event);
  });
}

async function addTrams(db: Kysely<unknown>): Promise<void> {
  await bodyWriter(db).put([
    { ...trams, kind: 'operator', mail: 'trams@trams.example', parent: null, basis: null, publicDuty: true },
  ]);
  await placeWriter(db).put([
    { ...stop, kind: 'stop', cell: null, directions: [], parent: null, spellings: [] },
  ]);
}

const stateOf = { done: 'says_kept', will_do: 'promised', cannot: 'cannot' } as const;

/** An ask with these reports behind it, whose body gave one answer that counts since a day; a promise is for 20 days later. */
export async function answered(
  db: Kysely<unknown>,
  id: string,
  said: { behind: readonly string[]; day: Day; kind?: keyof typeof stateOf } & Whom,
): Promise<string> {
  const { behind, day, kind = 'done', ...whom } = said;
  const promised = kind === 'will_do' ? addDays(day, 20) : null;
  await asked(db, id, { ...whom, state: stateOf[kind], sent: addDays(day, -10), promised });
  await db.transaction().execute((tx) => setBehind(tx, id, behind));
  const answer = { ask: id, number: 1, kind, promised, words: 'Done.', office: 'Stations', made: day };
  await db
    .withTables<AskTables>()
    .insertInto('ask_answer')
    .values({ ...answer, confirmed: day, tries: 0 })
    .execute();
  await happened(db, id, { day, what: 'answered', note: { number: 1 } });
  return id;
}

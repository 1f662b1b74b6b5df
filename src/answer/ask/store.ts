/**
 * Asks, their way and what was answered. A page gets the reader: it has no verbs and never says which reports stand
 * behind an ask; that is `behind-store.ts`, for casework and for her own page.
 */
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import type { Answer, Ask, AskEvent, Draft, Happening, Note, Visit } from './model.ts';
import type { State } from './states.ts';
import type { AskRow, AskTables } from './tables.ts';

/** An ask with all that happened to it, oldest first. */
export interface AskWay {
  ask: Ask;
  events: readonly AskEvent[];
  answers: readonly Answer[];
  visits: readonly Visit[];
}

export interface AskReader {
  byId(id: string): Promise<AskWay | null>;
  /** Those that exist, in the order of their ids. */
  byIds(ids: readonly string[]): Promise<AskWay[]>;
  /** Every ask, in the order of their ids; drafts too. */
  all(): Promise<AskWay[]>;
  ofBody(body: string): Promise<AskWay[]>;
}

export function askReader(db: Kysely<unknown>): AskReader {
  const tables = db.withTables<AskTables>();
  const asks = () => tables.selectFrom('ask').selectAll().orderBy('id');

  async function ways(rows: readonly Selectable<AskRow>[]): Promise<AskWay[]> {
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return [];
    const [events, answers, files, visits] = await Promise.all([
      tables.selectFrom('ask_event').selectAll().where('ask', 'in', ids).orderBy('number').execute(),
      tables
        .selectFrom('ask_answer')
        .select([
          'ask',
          'number',
          'kind',
          'promised',
          'words',
          'office',
          'made',
          'confirmed',
          'passed',
          'withheld',
        ])
        .where('ask', 'in', ids)
        .orderBy('number')
        .execute(),
      tables
        .selectFrom('answer_file')
        .select(['ask', 'answer', 'number', 'kind', sql<number>`octet_length(body)`.as('bytes')])
        .where('ask', 'in', ids)
        .orderBy('number')
        .execute(),
      tables.selectFrom('ask_visit').selectAll().where('ask', 'in', ids).orderBy('number').execute(),
    ]);
    return rows.map((row) => ({
      ask: askFrom(row),
      events: events
        .filter(({ ask }) => ask === row.id)
        .map(({ number, day, what, who, note }) => ({ number, day, what, who, note })),
      answers: answers
        .filter(({ ask }) => ask === row.id)
        .map(({ ask: _, ...answer }) => ({
          ...answer,
          files: files
            .filter((file) => file.ask === row.id && file.answer === answer.number)
            .map(({ number, kind, bytes }) => ({ number, kind, bytes })),
        })),
      visits: visits
        .filter(({ ask }) => ask === row.id)
        .map(({ number, day, checker, found, words_en, words_ar }) => {
          return { number, day, checker, found, words: { en: words_en, ar: words_ar } };
        }),
    }));
  }

  return {
    async byId(id) {
      const [way] = await ways(await asks().where('id', '=', id).execute());
      return way ?? null;
    },
    byIds: async (ids) =>
      ids.length === 0
        ? []
        : ways(
            await asks()
              .where('id', 'in', [...ids])
              .execute(),
          ),
    all: async () => ways(await asks().execute()),
    ofBody: async (body) => ways(await asks().where('body', '=', body).execute()),
  };
}

/** What changes of an ask besides its draft. */
export type Change = Partial<
  Pick<Ask, 'state' | 'secondBy' | 'asked' | 'sent' | 'acknowledgeDue' | 'due' | 'promised' | 'paused'>
>;

export interface AskWriter {
  add(ask: Draft & { id: string; state: State; madeBy: string }): Promise<void>;
  /** Whoever else wants to change it waits until the transaction ends. Null where there is none. */
  lock(id: string): Promise<Ask | null>;
  /** Replaces what a caseworker put together. Raises the version, as every change does. */
  redraft(id: string, draft: Draft): Promise<void>;
  change(id: string, change: Change): Promise<void>;
  event(ask: string, event: { day: Day; what: Happening; who?: string; note?: Note }): Promise<void>;
  remove(id: string): Promise<void>;
}

export function askWriter(tx: Transaction<unknown>): AskWriter {
  const tables = tx.withTables<AskTables>();
  const raised = { version: sql<number>`version + 1` };
  return {
    async add({ id, state, madeBy, ...draft }) {
      await tables
        .insertInto('ask')
        .values({ id, state, made_by: madeBy, version: 1, ...draftRow(draft) })
        .execute();
    },
    async lock(id) {
      const row = await tables
        .selectFrom('ask')
        .selectAll()
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst();
      return row ? askFrom(row) : null;
    },
    async redraft(id, draft) {
      await tables
        .updateTable('ask')
        .set({ ...draftRow(draft), ...raised })
        .where('id', '=', id)
        .execute();
    },
    async change(id, { secondBy, asked, acknowledgeDue, ...rest }) {
      const set = {
        ...rest,
        ...(secondBy === undefined ? {} : { second_by: secondBy }),
        ...(asked === undefined ? {} : { asked: JSON.stringify(asked) }),
        ...(acknowledgeDue === undefined ? {} : { acknowledge_due: acknowledgeDue }),
      };
      await tables
        .updateTable('ask')
        .set({ ...set, ...raised })
        .where('id', '=', id)
        .execute();
    },
    async event(ask, { day, what, who, note }) {
      await sql`
        insert into ask_event (ask, number, day, what, who, note)
          select ${ask}, coalesce(max(number), 0) + 1, ${day}, ${what}, ${who ?? null},
              ${note === undefined ? null : JSON.stringify(note)}
            from ask_event where ask = ${ask}`.execute(tx);
    },
    async remove(id) {
      await tables.deleteFrom('ask').where('id', '=', id).execute();
    },
  };
}

function draftRow({ body, about, kinds, from, to, wishes, words }: Draft) {
  return {
    body,
    place: 'place' in about ? about.place : null,
    area: 'area' in about ? about.area : null,
    kinds: [...kinds],
    month_from: from,
    month_to: to,
    wishes: [...wishes],
    words_en: words.en,
    words_ar: words.ar,
  };
}

function askFrom(row: Selectable<AskRow>): Ask {
  return {
    id: row.id,
    body: row.body,
    about: row.place === null ? { area: row.area ?? '' } : { place: row.place },
    kinds: row.kinds,
    from: row.month_from,
    to: row.month_to,
    wishes: row.wishes,
    words: { en: row.words_en, ar: row.words_ar },
    state: row.state,
    version: row.version,
    madeBy: row.made_by,
    secondBy: row.second_by,
    asked: row.asked,
    sent: row.sent,
    acknowledgeDue: row.acknowledge_due,
    due: row.due,
    promised: row.promised,
    paused: row.paused,
  };
}

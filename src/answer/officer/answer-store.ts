/** The only SQL that writes `ask_answer` and `answer_file`. Its callers hold the lock of the ask. */
import { type Kysely, sql } from 'kysely';
import type { Day } from '../../platform/clock.ts';
import type { AnswerKind, FileKind, Withheld } from '../ask/model.ts';
import type { AskTables } from '../ask/tables.ts';

type OwnColumns = {
  code_until: Date | null;
  codes: number;
  days: number | null;
  link: Uint8Array | null;
};
type Tables = Omit<AskTables, 'ask_answer'> & { ask_answer: AskTables['ask_answer'] & OwnColumns };

export interface Written {
  kind: AnswerKind;
  promised: Day | null;
  days: number | null;
  words: string;
  office: string;
}

/** One that waits for its code. */
export interface Unconfirmed extends Written {
  number: number;
  code: Uint8Array | null;
  code_until: Date | null;
  tries: number;
  codes: number;
  link: Uint8Array | null;
}

/** `db`: also an open transaction. */
export function answerStore(db: Kysely<unknown>) {
  const tables = db.withTables<Tables>();
  const one = (ask: string, number: number) =>
    tables.selectFrom('ask_answer').where('ask', '=', ask).where('number', '=', number);
  const change = (ask: string, number: number) =>
    tables.updateTable('ask_answer').where('ask', '=', ask).where('number', '=', number);

  return {
    /** Answers with its number. */
    async add(ask: string, answer: Written & { made: Day; link: Uint8Array | null }): Promise<number> {
      const { max } = await tables
        .selectFrom('ask_answer')
        .select((eb) => eb.fn.max('number').as('max'))
        .where('ask', '=', ask)
        .executeTakeFirstOrThrow();
      const number = Number(max ?? 0) + 1;
      await tables
        .insertInto('ask_answer')
        .values({
          ...answer,
          ask,
          number,
          code: null,
          code_until: null,
          codes: 0,
          tries: 0,
          confirmed: null,
          passed: null,
          withheld: null,
          decided_by: null,
        })
        .execute();
      return number;
    },
    async unconfirmed(ask: string, number: number): Promise<Unconfirmed | null> {
      const row = await one(ask, number).selectAll().where('confirmed', 'is', null).executeTakeFirst();
      return row ?? null;
    },
    /** Numbers of those of a day whose code is missing and may still come. */
    async waiting(ask: string, day: Day): Promise<number[]> {
      const rows = await tables
        .selectFrom('ask_answer')
        .select('number')
        .where('ask', '=', ask)
        .where('confirmed', 'is', null)
        .where('made', '=', day)
        .orderBy('number')
        .execute();
      return rows.map(({ number }) => number);
    },
    /** How many were written on a day, in all and through one link. */
    async writtenOn(ask: string, day: Day, link: Uint8Array): Promise<{ all: number; own: number }> {
      const rows = await tables
        .selectFrom('ask_answer')
        .select('link')
        .where('ask', '=', ask)
        .where('made', '=', day)
        .execute();
      const own = rows.filter((row) => row.link !== null && Buffer.from(row.link).equals(link));
      return { all: rows.length, own: own.length };
    },
    async newCode(ask: string, number: number, code: { hash: Uint8Array; until: Date }): Promise<void> {
      await change(ask, number)
        .set({ code: code.hash, code_until: code.until, tries: 0, codes: sql<number>`codes + 1` })
        .execute();
    },
    /** No code that was sent counts any more; a new one can be asked for. */
    async endCodes(): Promise<void> {
      await tables
        .updateTable('ask_answer')
        .set({ code: null, code_until: null })
        .where('confirmed', 'is', null)
        .execute();
    },
    async tried(ask: string, number: number): Promise<void> {
      await change(ask, number).set({ tries: sql<number>`tries + 1` }).execute();
    },
    async confirm(ask: string, number: number, day: Day): Promise<void> {
      await change(ask, number).set({ confirmed: day, code: null, code_until: null, link: null }).execute();
    },
    async decide(decided: {
      ask: string;
      number: number;
      by: string;
      passed: Day | null;
      withheld: Withheld | null;
    }): Promise<void> {
      const { ask, number, by, ...set } = decided;
      await change(ask, number)
        .set({ ...set, decided_by: by })
        .execute();
    },
    /** Whose code was never given: they never counted, and what was written goes. */
    async dropUnconfirmed(ask: string, before: Day): Promise<void> {
      await tables
        .deleteFrom('ask_answer')
        .where('ask', '=', ask)
        .where('confirmed', 'is', null)
        .where('made', '<', before)
        .execute();
    },
    async file(
      ask: string,
      answer: number,
      number: number,
    ): Promise<{ kind: FileKind; body: Uint8Array } | null> {
      const row = await tables
        .selectFrom('answer_file')
        .select(['kind', 'body'])
        .where('ask', '=', ask)
        .where('answer', '=', answer)
        .where('number', '=', number)
        .executeTakeFirst();
      return row ?? null;
    },
  };
}

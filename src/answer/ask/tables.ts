/** The tables of asks and answers, as migrations/0014-ask.sql makes them. Days are 'YYYY-MM-DD'. */
import type { ColumnType } from 'kysely';
import type { Kind } from '../../report/index.ts';
import type { AnswerKind, Both, FileKind, Happening, Note, Withheld } from './model.ts';
import type { State } from './states.ts';

/** Written as text (JSON), read as the value. */
type Json<V> = ColumnType<V, string | null, string | null>;

export type AskRow = {
  id: string;
  body: string;
  place: string | null;
  area: string | null;
  kinds: Kind[];
  month_from: string;
  month_to: string;
  wishes: string[];
  words_en: string;
  words_ar: string;
  asked: Json<Both[] | null>;
  state: State;
  version: number;
  made_by: string;
  second_by: string | null;
  sent: string | null;
  acknowledge_due: string | null;
  due: string | null;
  promised: string | null;
  paused: string | null;
};

export type AskTables = {
  ask: AskRow;
  ask_report: { ask: string; report: string };
  ask_event: {
    ask: string;
    number: number;
    day: string;
    what: Happening;
    who: string | null;
    note: Json<Note | null>;
  };
  ask_link: {
    hash: Uint8Array;
    ask: string;
    parent: Uint8Array | null;
    label: string | null;
    made: string;
    until: string;
    revoked: string | null;
  };
  ask_answer: {
    ask: string;
    number: number;
    kind: AnswerKind;
    promised: string | null;
    words: string;
    office: string;
    made: string;
    code: Uint8Array | null;
    tries: number;
    confirmed: string | null;
    passed: string | null;
    withheld: Withheld | null;
    decided_by: string | null;
  };
  answer_file: { ask: string; answer: number; number: number; kind: FileKind; body: Uint8Array };
  ask_word: { ask: string; report: string; said: 'yes' | 'no' | 'unknown'; day: string; since: number };
  ask_visit: {
    ask: string;
    number: number;
    day: string;
    checker: string;
    found: 'yes' | 'no';
    words_en: string;
    words_ar: string;
    by: string;
  };
  body_word: {
    report: string;
    body: string;
    asked: string;
    number: number;
    said: 'yes' | 'no' | null;
    signature: string | null;
    day: string | null;
  };
};

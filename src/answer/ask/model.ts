/** An ask as rooms, pages and the desk speak of it. No page gets to see which reports stand behind it, or how many. */
import type { Day } from '../../platform/clock.ts';
import type { PlaceName } from '../../platform/place/index.ts';
import type { Kind } from '../../report/index.ts';
import type { State } from './states.ts';

/** In both languages. */
export type Both = PlaceName;

/** 'YYYY-MM' of the installation's zone. */
export type Month = string;

/** Exactly one: a named place or an area. A cell is neither, so a report with a cell alone is asked about by its area. */
export type About = { place: string } | { area: string };

/** What a caseworker puts together. */
export interface Draft {
  body: string;
  about: About;
  kinds: readonly Kind[];
  from: Month;
  to: Month;
  /** Ids of wishes, in the order they are asked. */
  wishes: readonly string[];
  /** What the organisation adds, '' for nothing. Both languages or neither. */
  words: Both;
}

export interface Ask extends Draft {
  id: string;
  state: State;
  version: number;
  /** Ids of the caseworkers. */
  madeBy: string;
  secondBy: string | null;
  /** As it was sent; null before. */
  asked: readonly Both[] | null;
  sent: Day | null;
  acknowledgeDue: Day | null;
  /** Null before it is sent and while a question of the body is open. */
  due: Day | null;
  /** The day the body promised last. */
  promised: Day | null;
  paused: Day | null;
}

/** In the past tense, in the order they may happen. Public unless said otherwise in `quiet`. */
export const happenings = [
  'drafted',
  'seconded',
  'stopped',
  'sent',
  'bounced',
  'opened',
  'question',
  'told',
  'extended',
  'answered',
  'passed',
  'withheld',
  'reminded',
  'escalated',
  'escalation_done',
  'confirmed',
  'disputed',
  'visited',
  'open_letter',
  'paused',
  'resumed',
  'corrected',
] as const;
export type Happening = (typeof happenings)[number];

/** For the desk alone. */
export const quiet: readonly Happening[] = [
  'drafted',
  'seconded',
  'stopped',
  'bounced',
  'reminded',
  'escalated',
  'escalation_done',
  'paused',
  'resumed',
];

export interface AskEvent {
  number: number;
  day: Day;
  what: Happening;
  /** A caseworker's id; null for the body, somebody who told, or the clock. */
  who: string | null;
  note: Note | null;
}

/** What belongs to an event. All of it may be shown wherever the event is. */
export interface Note {
  /** The number of the answer it is about, or of the visit. */
  number?: number;
  /** In the words of the catalogue: `answer.<what>.<why>`. */
  why?: string;
  days?: number;
  until?: Day;
  words?: Both;
  /** 'drafted': what was changed by it, and the version it made. With `number` reports behind it. For the desk alone. */
  fields?: readonly Field[];
  version?: number;
}

/** What of a draft may change. `t('casework.ask.field.<field>')` */
export const fields = ['body', 'about', 'kinds', 'months', 'wishes', 'words', 'reports'] as const;
export type Field = (typeof fields)[number];

export const answerKinds = [
  'done',
  'will_do',
  'cannot',
  'not_ours',
  'dispute',
  'question',
  'extension',
] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** What a body said. `words` are nowhere public before `passed`. */
export interface Answer {
  number: number;
  kind: AnswerKind;
  promised: Day | null;
  words: string;
  /** The office, as printed. */
  office: string;
  made: Day;
  /** Null while the code from the registered mailbox is missing: then it counts for nothing. */
  confirmed: Day | null;
  passed: Day | null;
  withheld: Withheld | null;
  files: readonly { number: number; kind: FileKind; bytes: number }[];
}

export const fileKinds = ['pdf', 'jpeg', 'png'] as const;
export type FileKind = (typeof fileKinds)[number];

/** Why words of a body are not published. */
export const withholds = ['about_a_person', 'personal_data', 'threatens', 'not_an_answer'] as const;
export type Withheld = (typeof withholds)[number];

export interface Visit {
  number: number;
  day: Day;
  checker: string;
  found: 'yes' | 'no';
  words: Both;
}

export interface Wish {
  id: string;
  text: Both;
  inUse: boolean;
}

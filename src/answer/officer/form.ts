/** What an officer typed, read into an answer or into what is missing. Pure. */
import { addDays, type Day, daysBetween } from '../../platform/clock.ts';
import { type AnswerKind, answerKinds } from '../ask/model.ts';
import { nextState, type State, type Step } from '../ask/states.ts';
import type { Written } from './answer-store.ts';
import { latinDigits, type PersonalKind, personalIn } from './personal.ts';

/** As it stands in the form; nothing of it is changed before it is handed back. */
export interface Typed {
  kind: string;
  promised: string;
  days: string;
  words: string;
  office: string;
}

export const nothingTyped: Typed = { kind: '', promised: '', days: '', words: '', office: '' };

export const mostWords = 500;
export const mostOffice = 80;
export const mostExtension = 30;
/** A promise is for a day that somebody who told will still be there to look at. */
const promiseWithin = 730;

export const stepOf: Readonly<Record<AnswerKind, Step>> = {
  done: 'done',
  will_do: 'will_do',
  cannot: 'cannot',
  not_ours: 'not_ours',
  dispute: 'dispute',
  question: 'ask_back',
  extension: 'extend',
};

/** How an ask stands for whoever answers it. */
export interface Stand {
  state: State;
  due: Day | null;
  /** It was extended before: once is all. */
  extended: boolean;
}

/** What can be answered now, in the order it is offered. More time is given while there is some left. */
export function kindsFor({ state, due, extended }: Stand, today: Day): AnswerKind[] {
  return answerKinds.filter((kind) => {
    if (nextState(state, stepOf[kind]) === null) return false;
    return kind !== 'extension' || (!extended && due !== null && today <= due);
  });
}

export const fields = ['kind', 'promised', 'days', 'words', 'office'] as const;
export type FieldName = (typeof fields)[number];

/** Each is a sentence of the catalogue: `officer.wrong.<why>`. */
export type Why =
  | 'kind'
  | 'promised'
  | 'promised_past'
  | 'promised_far'
  | 'days'
  | 'words_cannot'
  | 'words_not_ours'
  | 'words_dispute'
  | 'words_question'
  | 'words_extension'
  | 'words_long'
  | 'office'
  | 'office_long'
  | `person_${PersonalKind}`;

export interface Wrong {
  field: FieldName;
  why: Why;
  params: Readonly<Record<string, string | number>>;
}

export interface Reading {
  wrong: readonly Wrong[];
  /** Null where anything is wrong. */
  answer: Written | null;
}

const emptyNeeds = new Set<AnswerKind>(['cannot', 'not_ours', 'dispute', 'question', 'extension']);

/** Everything that is wrong at once, in the order of the form. */
export function readTyped(typed: Typed, stand: Stand, today: Day): Reading {
  const wrong: Wrong[] = [];
  const say = (field: FieldName, why: Why, params: Wrong['params'] = {}) =>
    wrong.push({ field, why, params });
  const kind = kindsFor(stand, today).find((one) => one === typed.kind) ?? null;
  if (kind === null) say('kind', 'kind');

  const promised = kind === 'will_do' ? dayIn(typed.promised) : null;
  if (kind === 'will_do') {
    const last = addDays(today, promiseWithin);
    if (promised === null) say('promised', 'promised');
    else if (promised <= today) say('promised', 'promised_past', { day: promised });
    else if (promised > last) say('promised', 'promised_far', { day: promised, last });
  }
  const days = kind === 'extension' ? wholeIn(typed.days) : null;
  if (kind === 'extension' && (days === null || days < 1 || days > mostExtension))
    say('days', 'days', { most: mostExtension, got: typed.days.slice(0, 20) });

  const words = lines(typed.words);
  const length = [...words].length;
  if (words === '' && kind !== null && emptyNeeds.has(kind)) say('words', `words_${kind}` as Why);
  if (length > mostWords) say('words', 'words_long', { most: mostWords, got: length });
  named('words', words);
  const office = lines(typed.office).replace(/\s+/g, ' ');
  if (office === '') say('office', 'office');
  else if ([...office].length > mostOffice) say('office', 'office_long', { most: mostOffice });
  named('office', office);

  function named(field: FieldName, text: string): void {
    for (const { kind: what, from, to } of personalIn(text))
      say(field, `person_${what}`, { found: text.slice(from, to) });
  }
  if (wrong.length > 0 || kind === null) return { wrong, answer: null };
  return { wrong, answer: { kind, promised, days, words, office } };
}

/** As a browser sends them, lines end in two characters; what is counted and kept has one. */
export const lines = (text: string): string => text.replace(/\r\n?/g, '\n').normalize('NFC').trim();

/** '2027-01-31', and as people type it where the browser has no calendar: 31/1/2027, 31.01.2027; in either digits. Null for no day. */
function dayIn(typed: string): Day | null {
  const text = latinDigits(typed).trim();
  const found = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const turned = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/.exec(text);
  const [year, month, day] = found ? found.slice(1) : turned ? turned.slice(1).reverse() : [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const read = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const isDay = !Number.isNaN(Date.parse(`${read}T12:00:00Z`)) && addDays(addDays(read, 1), -1) === read;
  return isDay && Math.abs(daysBetween('2026-01-01', read)) < 400_000 ? read : null;
}

function wholeIn(typed: string): number | null {
  const text = latinDigits(typed).trim();
  return /^\d{1,4}$/.test(text) ? Number(text) : null;
}

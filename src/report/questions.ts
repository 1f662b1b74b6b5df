/**
 * The wizard as data. Asked one a page; with script all in one document, without script the open ones one by one
 * and the sealed ones together on the last page. Fields are what a form sends; `read` is each question's own schema.
 */
import {
  ages,
  asks,
  assaultKinds,
  helps,
  type Kind,
  kinds,
  parts,
  reaches,
  soons,
  type Where,
  whos,
  yesNo,
} from './answers.ts';
import {
  all,
  type Fields,
  isDay,
  many,
  one,
  oneOf,
  optional,
  type Problem,
  pattern,
  short,
  timePattern,
} from './fields.ts';

export { type Fields, limits, many, one, type Problem } from './fields.ts';

export interface Choice {
  value: string;
  icon?: string;
  /** Drawn apart from the others: "I'd rather not say". */
  apart?: boolean;
}
export interface Question {
  id: QuestionId;
  control: 'radio' | 'checks' | 'where' | 'when' | 'words' | 'person' | 'wishes' | 'reach';
  /** Field names this question owns. */
  fields: readonly string[];
  sealed: boolean;
  skippable: boolean;
  choices?: readonly Choice[];
  /** Asked only when true; false clears nothing, the answer is simply not read. */
  when?: (fields: Fields) => boolean;
  problems: (fields: Fields) => Problem[];
}
export const questionIds = [
  'who',
  'age',
  'kinds',
  'soon',
  'helped',
  'where',
  'when',
  'words',
  'person',
  'wishes',
  'reach',
] as const;
export type QuestionId = (typeof questionIds)[number];

const choices = (
  values: readonly string[],
  icons: Readonly<Record<string, string>> = {},
): readonly Choice[] =>
  values.map((value) => ({
    value,
    ...(icons[value] ? { icon: icons[value] } : {}),
    ...(value === 'unsaid' ? { apart: true } : {}),
  }));

const chosenKinds = (fields: Fields) => {
  const chosen = many(fields, 'kinds');
  return chosen.length > 0 && chosen.every((kind) => kinds.includes(kind as Kind))
    ? []
    : [{ field: 'kinds', key: 'kinds' }];
};

export const questions: readonly Question[] = [
  {
    id: 'who',
    control: 'radio',
    fields: ['who'],
    sealed: false,
    skippable: false,
    choices: choices(whos, { me: 'user', seen: 'eye', helped: 'hand-helping' }),
    problems: oneOf('who', whos, 'who'),
  },
  {
    id: 'age',
    control: 'radio',
    fields: ['age'],
    sealed: true,
    skippable: false,
    choices: choices(ages, { under_18: 'sprout', adult: 'user', unsaid: 'ellipsis' }),
    problems: oneOf('age', ages, 'age'),
  },
  {
    id: 'kinds',
    control: 'checks',
    fields: ['kinds'],
    sealed: false,
    skippable: false,
    choices: choices(kinds, {
      words: 'message-circle',
      stared: 'eye',
      followed: 'footprints',
      blocked: 'octagon-x',
      touched: 'hand',
      filmed: 'video',
      messages: 'mail',
      exposed: 'eye-off',
      threat_pictures: 'image',
      known: 'house',
      hurt: 'bandage',
      forced: 'heart-crack',
      other: 'ellipsis',
      unsaid: 'circle-dot',
    }),
    problems: chosenKinds,
  },
  {
    id: 'soon',
    control: 'radio',
    fields: ['soon'],
    sealed: true,
    skippable: false,
    choices: choices(soons, {
      now: 'clock',
      knows_where: 'house',
      has_pictures: 'image',
      no: 'circle-check',
      unknown: 'circle-question-mark',
    }),
    problems: oneOf('soon', soons, 'soon'),
  },
  {
    id: 'helped',
    control: 'radio',
    fields: ['helped'],
    sealed: false,
    skippable: false,
    choices: choices(helps, {
      yes: 'hand-helping',
      nobody_did: 'users',
      nobody_there: 'user',
      unknown: 'circle-question-mark',
    }),
    when: (fields) => one(fields, 'who') !== 'helped',
    problems: oneOf('helped', helps, 'helped'),
  },
  {
    id: 'where',
    control: 'where',
    fields: ['where', 'direction', 'place_words'],
    sealed: false,
    skippable: false,
    problems: all(whereGiven, short('placeWords', 'place_words'), short('direction', 'direction')),
  },
  {
    id: 'when',
    control: 'when',
    fields: ['day', 'part', 'time'],
    sealed: true,
    skippable: true,
    choices: choices(parts, {
      morning: 'sunrise',
      afternoon: 'sun',
      evening: 'sunset',
      night: 'moon',
      unknown: 'circle-question-mark',
    }),
    problems: all(dayGiven, optional('part', parts, 'part'), pattern('time', timePattern, 'time')),
  },
  {
    id: 'words',
    control: 'words',
    fields: ['words'],
    sealed: true,
    skippable: true,
    problems: short('words', 'words'),
  },
  {
    id: 'person',
    control: 'person',
    fields: ['works_there', 'works_with_us', 'leave_out', 'identifies'],
    sealed: true,
    skippable: true,
    choices: choices(yesNo, { yes: 'check', no: 'x', unknown: 'circle-question-mark' }),
    problems: all(
      optional('works_there', yesNo, 'works_there'),
      optional('works_with_us', yesNo, 'works_with_us'),
      short('identifies', 'identifies'),
    ),
  },
  {
    id: 'wishes',
    control: 'wishes',
    fields: ['wish', 'ask'],
    sealed: false,
    skippable: false,
    choices: choices(['count', 'ask', 'contact', 'keep'], {
      count: 'chart-no-axes-column',
      ask: 'mail',
      contact: 'message-circle',
      keep: 'archive',
    }),
    problems: all(optional('ask', asks, 'ask'), (fields) =>
      many(fields, 'wish').every((wish) => ['count', 'ask', 'contact', 'keep'].includes(wish))
        ? []
        : [{ field: 'wish', key: 'wish' }],
    ),
  },
  {
    id: 'reach',
    control: 'reach',
    fields: ['reach', 'contact'],
    sealed: true,
    skippable: true,
    choices: choices(reaches, { code: 'key-round', phone: 'phone', email: 'mail' }),
    when: (fields) => many(fields, 'wish').includes('contact'),
    problems: all(optional('reach', reaches, 'reach'), short('contact', 'contact'), contactGiven),
  },
];

/** Values of the radio `where`: `place:<id>`, `here:<cell>` or `unknown`. */
const placePattern = /^place:([a-z0-9-]{1,60})$/;
const cellPattern = /^here:(8[0-9a-f]{14})$/;

/** The place or cell that was chosen; null for "I don't know" and for anything unreadable. */
export function whereFrom(fields: Fields): Where {
  const where = one(fields, 'where');
  const place = placePattern.exec(where)?.[1];
  if (place) return { place };
  const cell = cellPattern.exec(where)?.[1];
  return cell ? { cell } : null;
}

function whereGiven(fields: Fields): Problem[] {
  return one(fields, 'where') === 'unknown' || whereFrom(fields) !== null
    ? []
    : [{ field: 'where', key: 'where' }];
}

function dayGiven(fields: Fields): Problem[] {
  const day = one(fields, 'day');
  return day === '' || isDay(day) ? [] : [{ field: 'day', key: 'day' }];
}

function contactGiven(fields: Fields): Problem[] {
  const reach = one(fields, 'reach');
  return (reach === 'phone' || reach === 'email') && one(fields, 'contact') === ''
    ? [{ field: 'contact', key: reach === 'phone' ? 'phone' : 'email' }]
    : [];
}

/** Every question asked for these fields, in order. */
export const path = (fields: Fields): readonly Question[] =>
  questions.filter((q) => q.when?.(fields) ?? true);

/** Every problem on the path, in order; empty when the report can be sent. */
export const problems = (fields: Fields): readonly Problem[] =>
  path(fields).flatMap((q) => q.problems(fields));

/** No ask is offered for what someone at home or someone she knows did; other lines come first (care rule 13). */
export const offersAsk = (fields: Fields): boolean => !many(fields, 'kinds').includes('known');

/** A day after `today` ('YYYY-MM-DD' in the installation's zone): kept apart because this file knows no clock. */
export const future = (fields: Fields, today: string): Problem[] =>
  one(fields, 'day') > today ? [{ field: 'day', key: 'future' }] : [];

/** What is shown, in order: safe to write?, each question with the cards that come right after it, the check page. */
export type Panel = 'safe' | QuestionId | 'under_18' | 'five_days' | 'known' | 'check';
export const panels = (fields: Fields): readonly Panel[] => [
  'safe',
  ...path(fields).flatMap(({ id }): Panel[] => [id, ...cardsAfter(id, fields)]),
  'check',
];

function cardsAfter(id: QuestionId, fields: Fields): Panel[] {
  if (id === 'age') return one(fields, 'age') === 'under_18' ? ['under_18'] : [];
  if (id !== 'kinds') return [];
  return [
    ...(needsFiveDays(fields) ? (['five_days'] as const) : []),
    ...(offersAsk(fields) ? [] : (['known'] as const)),
  ];
}

/** The card "If it was in the last five days" belongs right after the kinds. */
export const needsFiveDays = (fields: Fields): boolean =>
  many(fields, 'kinds').some((kind) => assaultKinds.includes(kind as Kind));

/** What the check page shows, as data: one row a question, on the side of the people who can see it. */
import { asks, type Where } from './answers.ts';
import { isDay } from './fields.ts';
import {
  type Fields,
  many,
  offersAsk,
  one,
  path,
  type QuestionId,
  questions,
  whereFrom,
} from './questions.ts';

/** A catalogue key (under `report.`) or her own text; own text is never looked up and is shown with dir=auto. */
export type Line = { key: string; params?: Readonly<Record<string, string | number>> } | { text: string };
export interface Row {
  question: QuestionId;
  /** public: may be counted in totals. sealed: only caseworkers. wishes: kept open by the server, never published. */
  side: 'public' | 'sealed' | 'wishes';
  /** Row label under `report.`; empty lines say "Not given". */
  label: string;
  lines: readonly Line[];
}

export interface Names {
  /** Name of a chosen place in the reader's language. */
  place(id: string): string;
  /** Name of a reader. */
  reader(id: string): string;
  /** A day written out, and the Monday of its week; asked only for days of the calendar. */
  day(day: string): string;
  weekOf(day: string): string;
}

const key = (name: string): Line[] => [{ key: name }];
const own = (value: string): Line[] => (value === '' ? [] : [{ text: value }]);
/** Answers among those a question offers; a form filled by hand may hold others, and those are not shown. */
const chosen = (fields: Fields, name: string, group: string): Line[] =>
  many(fields, name)
    .filter((value) => offered(name).includes(value))
    .map((value) => ({ key: `${group}.${value}` }));
const offered = (name: string): readonly string[] =>
  questions.find((question) => question.fields.includes(name))?.choices?.map(({ value }) => value) ?? [];

function place(where: Where, names: Names): Line[] {
  if (where === null) return key('where.unknown');
  return 'place' in where ? [{ text: names.place(where.place) }] : key('where.here');
}

type Rows = (fields: Fields, names: Names) => Omit<Row, 'question'>[];
const publicRow = (label: string, lines: Line[]) => ({ side: 'public', label, lines }) as const;
const sealedRow = (label: string, lines: Line[]) => ({ side: 'sealed', label, lines }) as const;

const rows: Readonly<Record<QuestionId, Rows>> = {
  who: (f) => [publicRow('row.who', chosen(f, 'who', 'who'))],
  age: (f) => [sealedRow('row.age', chosen(f, 'age', 'age'))],
  kinds: (f) => [publicRow('row.kinds', chosen(f, 'kinds', one(f, 'who') === 'me' ? 'kind' : 'seen_kind'))],
  soon: (f) => [sealedRow('row.soon', chosen(f, 'soon', 'soon'))],
  helped: (f) => [publicRow('row.helped', chosen(f, 'helped', 'helped'))],
  where: (f, names) => [
    publicRow('row.where', place(whereFrom(f), names)),
    sealedRow('row.place_words', [...own(one(f, 'direction')), ...own(one(f, 'place_words'))]),
  ],
  when: (f, names) => when(f, names),
  words: (f) => [sealedRow('row.words', own(one(f, 'words')))],
  person: (f, names) => [
    sealedRow('row.works_there', chosen(f, 'works_there', 'yesno')),
    sealedRow('row.works_with_us', [
      ...chosen(f, 'works_with_us', 'yesno'),
      ...(one(f, 'works_with_us') === 'yes'
        ? many(f, 'leave_out').map((id) => ({ key: 'person.without', params: { name: names.reader(id) } }))
        : []),
    ]),
    sealedRow('row.identifies', own(one(f, 'identifies'))),
  ],
  wishes: (f) => [{ side: 'wishes', label: 'row.wishes', lines: wishes(f) }],
  reach: (f) => [
    sealedRow('row.reach', [
      ...chosen(f, 'reach', 'reach'),
      ...own(one(f, 'reach') === 'code' ? '' : one(f, 'contact')),
    ]),
  ],
};

/** A day that is none is shown as it was typed; its problem is said where it was asked. */
function when(fields: Fields, names: Names): Omit<Row, 'question'>[] {
  const day = one(fields, 'day');
  const known = isDay(day);
  const week = known ? [{ key: 'when.week', params: { day: names.day(names.weekOf(day)) } }] : [];
  const exact = [known ? names.day(day) : day, one(fields, 'time')].filter((part) => part !== '').join(', ');
  return [
    publicRow('row.week', [...week, ...chosen(fields, 'part', 'part')]),
    sealedRow('row.day', own(exact)),
  ];
}

function wishes(fields: Fields): Line[] {
  const which = asks.find((ask) => ask === one(fields, 'ask')) ?? 'each_time';
  return many(fields, 'wish')
    .filter((wish) => offered('wish').includes(wish) && (wish !== 'ask' || offersAsk(fields)))
    .flatMap((wish): Line[] => [{ key: `wish.${wish}` }, ...(wish === 'ask' ? key(`ask.${which}`) : [])]);
}

/** Rows of every question on the path, in the order asked. */
export function summary(fields: Fields, names: Names): readonly Row[] {
  const asked = new Set(path(fields).map(({ id }) => id));
  return questions
    .filter(({ id }) => asked.has(id))
    .flatMap(({ id }) => rows[id](fields, names).map((row) => ({ question: id, ...row })));
}

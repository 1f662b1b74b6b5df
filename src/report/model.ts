/** Pure rules of a report: reading fields, dividing open from sealed, who may read it. */
import type { Lang } from '../platform/i18n/index.ts';
import type { Reader } from '../platform/keys/index.ts';
import {
  type Answers,
  type CameBy,
  type Consents,
  formVersion,
  type Kind,
  type OpenAnswers,
  type Told,
} from './answers.ts';
import type { NamedFile } from './files/model.ts';
import { type Fields, many, offersAsk, one, path, whereFrom } from './questions.ts';

/** Answers from fields without problems (`problems(fields)` is empty); questions off the path are not read. */
export function answersFrom(fields: Fields): Answers {
  const asked = new Set(path(fields).flatMap((question) => question.fields));
  const text = (name: string) => (asked.has(name) ? one(fields, name) : '');
  const given = <K extends string>(key: K, name: string): { [P in K]?: string } => {
    const value = text(name);
    return (value === '' ? {} : { [key]: value }) as { [P in K]?: string };
  };
  const part = text('part') as Answers['part'] | '';
  return {
    who: text('who') as Answers['who'],
    age: text('age') as Answers['age'],
    kinds: [...new Set(many(fields, 'kinds'))] as Kind[],
    soon: text('soon') as Answers['soon'],
    helped: (text('helped') || 'yes') as Answers['helped'],
    where: whereFrom(fields),
    ...given('placeWords', 'place_words'),
    ...given('direction', 'direction'),
    ...given('day', 'day'),
    ...given('time', 'time'),
    ...(part ? { part } : {}),
    ...given('words', 'words'),
    worksThere: (text('works_there') || 'unknown') as Answers['worksThere'],
    worksWithUs: (text('works_with_us') || 'unknown') as Answers['worksWithUs'],
    leaveOut: text('works_with_us') === 'yes' ? many(fields, 'leave_out') : [],
    ...given('identifies', 'identifies'),
    reach: (text('reach') || 'code') as Answers['reach'],
    ...(text('reach') === 'phone' || text('reach') === 'email' ? given('contact', 'contact') : {}),
    consents: consentsFrom(fields),
  };
}

export function consentsFrom(fields: Fields): Consents {
  const wishes = many(fields, 'wish');
  return {
    count: wishes.includes('count'),
    ask:
      wishes.includes('ask') && offersAsk(fields)
        ? ((one(fields, 'ask') || 'each_time') as Consents['ask'])
        : null,
    contact: wishes.includes('contact'),
    keep: wishes.includes('keep'),
  };
}

/** The part that stays in clear. `weekOf` is handed in so that this file needs no clock. */
export function openPart(
  answers: Answers,
  given: { language: Lang; cameBy: CameBy; weekOf: (day: string) => string },
): OpenAnswers {
  const { where } = answers;
  return {
    who: answers.who,
    kinds: answers.kinds,
    soon: answers.soon === 'now' || answers.soon === 'knows_where' || answers.soon === 'has_pictures',
    helped: answers.helped,
    place: where && 'place' in where ? where.place : null,
    cell: where && 'cell' in where ? where.cell : null,
    week: answers.day ? given.weekOf(answers.day) : null,
    part: answers.part ?? null,
    language: given.language,
    formVersion,
    cameBy: given.cameBy,
  };
}

/** The content of the first sealed item. */
export function told(
  answers: Answers,
  keys: { replyRecipient: string; signer: string },
  files: readonly NamedFile[] = [],
): Told {
  const { placeWords, direction, day, time, words, identifies, contact } = answers;
  return {
    ...keys,
    age: answers.age,
    soon: answers.soon,
    worksThere: answers.worksThere,
    worksWithUs: answers.worksWithUs,
    reach: answers.reach,
    ...(placeWords ? { placeWords } : {}),
    ...(direction ? { direction } : {}),
    ...(day ? { day } : {}),
    ...(time ? { time } : {}),
    ...(words ? { words } : {}),
    ...(identifies ? { identifies } : {}),
    ...(contact ? { contact } : {}),
    ...(files.length > 0 ? { files } : {}),
  };
}

/**
 * Who may open it: our readers she did not leave out (under 18: only child-trained ones). None of ours left because
 * she left them out: the outside readers. Empty for a minor without a child-trained reader: lines only, nothing is sent.
 */
export function readersFor(
  answers: Pick<Answers, 'age' | 'leaveOut'>,
  readers: readonly Reader[],
): readonly Reader[] {
  const fit = readers.filter(
    (r) => !answers.leaveOut.includes(r.id) && (answers.age !== 'under_18' || r.childTrained),
  );
  const ours = fit.filter((r) => r.place === 'ours');
  if (ours.length > 0) return ours;
  return answers.leaveOut.length > 0 ? fit.filter((r) => r.place === 'outside') : [];
}

/** A report is read within this many days, and within 24 hours when it could happen again soon: our promise. */
export const promisedDays = 7;

/**
 * Leaving readers out, said where it is chosen: who reads it then, why, and what can be chosen instead. The same words on
 * the phone, on the page without script and at the desk. Pure.
 */
import type { T } from '../platform/i18n/index.ts';
import type { Reader } from '../platform/keys/statement.ts';
import type { Answers } from './answers.ts';
import { type Fields, many, one, type Problem } from './fields.ts';
import { readersFor } from './model.ts';

export interface Leaving extends Pick<Answers, 'leaveOut'> {
  minor: boolean;
  /** Every reader who counts, of a proved list. */
  active: readonly Reader[];
}

export const leavingFrom = (fields: Fields, active: readonly Reader[]): Leaving => ({
  active,
  minor: one(fields, 'age') === 'under_18',
  leaveOut: one(fields, 'works_with_us') === 'yes' ? many(fields, 'leave_out') : [],
});

export const opensFor = ({ minor, leaveOut, active }: Leaving): readonly Reader[] =>
  readersFor({ age: minor ? 'under_18' : 'adult', leaveOut }, active);

/** "Ines and Omar"; whoever does not work here is named with the organisation. */
export const namesOf = (readers: readonly Reader[], t: T): string =>
  t.list(
    readers.map(({ name, organisation }) =>
      organisation === undefined ? name : t('report.reads.outside', { name, organisation }),
    ),
  );

/** Before anything is ticked. */
export function leaveOutHint({ minor, active }: Leaving, t: T): string {
  const outside = active.filter(({ place, childTrained }) => place === 'outside' && (childTrained || !minor));
  if (minor) {
    const names = namesOf(trainedHere(active), t);
    return outside.length > 0
      ? t('report.person.leave_out_minor', { names, outside: namesOf(outside, t) })
      : t('report.person.leave_out_minor_alone', { names });
  }
  const [first] = outside;
  return first
    ? t('report.person.leave_out_hint', { outside: first.organisation ?? first.name })
    : t('report.person.leave_out_hint_alone');
}

/** Where it goes when nobody here is left to read it; null while somebody is, and when nobody is left at all. */
export function goesOutside(leaving: Leaving, t: T): string | null {
  const opens = opensFor(leaving);
  if (opens.length === 0 || opens.some(({ place }) => place === 'ours')) return null;
  const names = namesOf(opens, t);
  if (!leaving.minor) return t('report.person.goes_outside', { names });
  const left = namesOf(trainedHere(leaving.active), t);
  return t('report.person.goes_outside_minor', { names, left });
}

/** Where two must open and one reader is left, that one opens it alone: said before it is sent. Null everywhere else. */
export function opensAlone(leaving: Leaving, t: T): string | null {
  const opens = opensFor(leaving);
  const together = leaving.active.some((reader) => reader.together === true);
  return together && opens.length === 1 ? t('report.person.opens_alone', { name: namesOf(opens, t) }) : null;
}

/**
 * What Send is called by without script: where others open it than she might think, they are in it by id. So the server
 * knows whether the page on which it was pressed has named them.
 */
export function sendFor(leaving: Leaving, t: T): string {
  const isUsual = goesOutside(leaving, t) === null && opensAlone(leaving, t) === null;
  if (isUsual) return 'send';
  const ids = opensFor(leaving).map(({ id }) => id);
  return `send:${ids.join(',')}`;
}

/** Nobody is left to read it: it cannot be sent like that. Under 18 with nobody trained at all is said on a page of its own. */
export function leaveOutProblems(leaving: Leaving, t: T): Problem[] {
  const { minor, leaveOut, active } = leaving;
  if (opensFor(leaving).length > 0 || (minor && leaveOut.length === 0)) return [];
  const trained = trainedHere(active);
  return minor && trained.length > 0
    ? [{ field: 'leave_out', key: 'leave_out_minor', params: { names: namesOf(trained, t) } }]
    : [{ field: 'leave_out', key: 'leave_out' }];
}

const trainedHere = (active: readonly Reader[]): readonly Reader[] =>
  active.filter(({ place, childTrained }) => place === 'ours' && childTrained);

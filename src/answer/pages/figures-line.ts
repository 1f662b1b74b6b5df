/** Figures about one body: a row of a table where there are enough of them, else sentences. */
import type { T } from '../../platform/i18n/index.ts';
import type { OwnRow } from '../correction/model.ts';
import type { Figures } from './figures.ts';

/** "Asked 3 times. It answered 2. …" Nothing is said of what is none, but that nothing was answered. */
export function sentences(figures: Figures, t: T): string {
  const { asked, answered, saysKept, confirmed, silent, medianDays } = figures;
  return [
    t('public.sentence.asked', { n: asked }),
    answered === 0 ? t('public.sentence.none_answered') : t('public.sentence.answered', { n: answered }),
    ...(saysKept > 0 ? [t('public.sentence.says_kept', { n: saysKept })] : []),
    ...(confirmed > 0 ? [t('public.sentence.confirmed', { n: confirmed })] : []),
    ...(silent > 0 ? [t('public.sentence.silent', { n: silent })] : []),
    ...halfWithin(asked, medianDays, t),
  ].join(' ');
}

/** Of one alone nobody says "half". */
const halfWithin = (asked: number, days: number | null, t: T): string[] =>
  days === null ? [] : [t(asked === 1 ? 'public.sentence.day' : 'public.sentence.days', { n: days })];

/** The same about ourselves. */
export function ownSentences(own: OwnRow, t: T): string {
  const { asked, answered, corrected, late, medianDays } = own;
  if (asked === 0) return t('public.own.none');
  return [
    t('public.own.asked', { n: asked }),
    t('public.own.answered', { n: answered }),
    ...(corrected > 0 ? [t('public.own.corrected', { n: corrected })] : []),
    ...(late > 0 ? [t('public.own.late', { n: late })] : []),
    ...halfWithin(asked, medianDays, t),
  ].join(' ');
}

export const daysText = (days: number | null, t: T): string =>
  days === null ? t('public.days.none') : t('public.days', { n: days });

/** What is wrong with what an organiser typed, each with the control it is about. Pure. */
import type { Day } from '../../platform/clock.ts';
import type { T } from '../../platform/i18n/index.ts';
import type { Typed } from './frame.tsx';

export type Mistakes = readonly { field: string; text: string }[];
interface Now {
  t: T;
  today: Day;
}

const isDay = (text = ''): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T12:00:00Z`).toJSON()?.slice(0, 10) === text;
const found = (wrong: boolean, field: string, text: string): Mistakes => (wrong ? [{ field, text }] : []);
const empty = (text = ''): boolean => text.trim() === '';

function dayMistakes(typed: string | undefined, field: string, { t, today }: Now): Mistakes {
  if (!isDay(typed)) return [{ field, text: t('setup.on.missing') }];
  return found(String(typed) > today, field, t('setup.on.later', { today: t.day(today) }));
}

export const lawfulMistakes = (typed: Typed, now: Now): Mistakes => {
  const { t } = now;
  const id = (field: string) => `${typed.feature}-${field}`;
  return [
    ...found(empty(typed.verdict), id('verdict'), t('setup.lawful.verdict.missing')),
    ...found(
      typed.verdict === 'approval' && empty(typed.number),
      id('number'),
      t('setup.lawful.number.missing'),
    ),
    ...found(empty(typed.by), id('by'), t('setup.lawful.by.missing')),
    ...dayMistakes(typed.on, id('on'), now),
  ];
};

export const callMistakes = (typed: Typed, now: Now): Mistakes => {
  const { t } = now;
  const id = (field: string) => `${typed.line}-${field}`;
  const isNumber = /^\d{1,3}$/.test((typed.minutes ?? '').trim()) && Number(typed.minutes) <= 600;
  return [
    ...found(empty(typed.caller), id('caller'), t('setup.called.who.missing')),
    ...dayMistakes(typed.on, id('on'), now),
    ...found(
      !['yes', 'no'].includes(typed.answered ?? ''),
      id('answered'),
      t('setup.called.answered.missing'),
    ),
    ...found(!empty(typed.minutes) && !isNumber, id('minutes'), t('setup.called.minutes.wrong')),
  ];
};

export const backupMistakes = (typed: Typed, now: Now): Mistakes => [
  ...found(empty(typed.who), 'who', now.t('setup.backup.who.missing')),
  ...dayMistakes(typed.on, 'on', now),
];

/** Both or neither: a page in one language alone would leave the others without. */
export const textMistakes = (typed: Typed, t: T): Mistakes =>
  (['en', 'ar'] as const)
    .filter((lang) => empty(typed[lang]) && !empty(typed[lang === 'en' ? 'ar' : 'en']))
    .map((lang) => ({ field: lang, text: t('setup.text.missing', { language: t.language(lang) }) }));

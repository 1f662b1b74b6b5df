/** What is wrong with an answer, in words, each beside the control it is about. */
import type { T } from '../../../platform/i18n/index.ts';
import type { Mistake } from '../../../web/index.ts';
import { largestFile, mostFiles, mostPixels } from '../file/kind.ts';
import type { Wrong } from '../form.ts';
import type { FileWhy } from '../take.ts';

export const sizes = { size: largestFile / 1024 / 1024, pixels: mostPixels / 1_000_000 };

/** Days are spelled as a reader spells them. */
export const problemsOf = (wrong: readonly Wrong[], t: T): Mistake[] =>
  wrong.map(({ field, why, params }) => {
    const { day, last } = params;
    const spelled = {
      ...params,
      ...(typeof day === 'string' ? { day: t.day(day) } : {}),
      ...(typeof last === 'string' ? { last: t.day(last) } : {}),
    };
    return { field, text: t(`officer.wrong.${why}`, spelled) };
  });

export const fileWords = (wrong: readonly FileWhy[], t: T): Mistake[] =>
  wrong.map((why) => ({ field: 'file', text: t(`officer.wrong.${why}`, { ...sizes, n: mostFiles }) }));

/** Whose eyes the texts of each language have passed. */
import { type Lang, type Review, review } from '../../platform/i18n/index.ts';
import { codeList } from '../../platform/keys/index.ts';
import type { Finding } from './finding.ts';

const names: Readonly<Record<Lang, string>> = { en: 'English', ar: 'Arabic' };

export function languages(reviews: Readonly<Record<Lang, Review>> = review): Finding[] {
  return (['en', 'ar'] as const).map((lang) => {
    const { reviewedBy, date } = reviews[lang];
    const codes = codeList(lang).id === 'digits' ? 'codes are digits' : 'codes are words';
    return reviewedBy === null
      ? {
          what: names[lang],
          state: 'mind',
          found: `nobody has signed its texts, and its pages say so; ${codes}`,
        }
      : { what: names[lang], state: 'fine', found: `read by ${reviewedBy}, ${date}; ${codes}` };
  });
}

/** Whose eyes the texts of each language have passed. */
import { type Lang, type Review, languages as spoken, translate } from '../../platform/i18n/index.ts';
import { codeList } from '../../platform/keys/index.ts';
import type { Finding } from './finding.ts';

type Read = Review & { readonly lang: Lang };

export const languages = (reviews: readonly Read[] = spoken): Finding[] =>
  reviews.map(({ lang, reviewedBy, date }) => {
    const what = translate('en').language(lang);
    const codes = codeList(lang).id === 'digits' ? 'codes are digits' : 'codes are words';
    return reviewedBy === null
      ? { what, state: 'mind', found: `nobody has signed its texts, and its pages say so; ${codes}` }
      : { what, state: 'fine', found: `read by ${reviewedBy}, ${date}; ${codes}` };
  });

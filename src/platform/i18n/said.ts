/**
 * Languages the organisation's own data is kept in: names of bodies and places, wishes, its words. Pages may speak
 * others; they then show what there is. Pure, for browsers too.
 */
import type { Lang } from './locale.ts';

export const dataLangs = ['en', 'ar'] as const;
export type DataLang = (typeof dataLangs)[number];

/** One text, '' where nobody wrote it; what we say ourselves may be there in other languages of our pages too. */
export type Said = Readonly<Record<DataLang, string>>;

/** The language in which a page in `lang` shows it: its own, else the first of ours in which there is something. */
export const langFor = (said: Said, lang: Lang): Lang =>
  [lang, ...dataLangs].find((one) => wordsOf(said, one) !== '') ?? dataLangs[0];

/** '' where there is nothing in any language. */
export const inLang = (said: Said, lang: Lang): string => wordsOf(said, langFor(said, lang));

/** A page's own language first, then those our data is kept in, each once. */
export const withData = (first: Lang): Lang[] => [...new Set([first, ...dataLangs])];

/** Which way our data is written. */
export const dataDir = (lang: Lang): 'ltr' | 'rtl' => (lang === 'ar' ? 'rtl' : 'ltr');

function wordsOf(said: Said, lang: Lang): string {
  const all: Readonly<Record<string, string>> = said;
  return Object.hasOwn(all, lang) ? (all[lang] ?? '') : '';
}

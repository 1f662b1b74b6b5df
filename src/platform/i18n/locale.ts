/** Which language a page speaks and how it addresses its reader: 'en', 'ar', 'ar-f'. The form of address rides in the path, so nobody needs a cookie for it. */

/** The name of a folder below locales/: what pages can be read in. What the organisation's own data is kept in is said in said.ts. */
export type Lang = string;
/** A language, with the form of address behind it where the reader chose one. */
export type Locale = string;

/** '_' addresses nobody in particular; 'f' and 'm' are chosen by the reader. */
export type Address = '_' | 'f' | 'm';

/** What has to be known of a language to write in it. */
export interface Voice {
  readonly lang: Lang;
  readonly dir: 'ltr' | 'rtl';
  /** The BCP 47 tag for Intl: Latin digits in Arabic too, because codes and phone numbers are read aloud in them. */
  readonly tag: string;
  /** How the first day of a month is written where that is no plain number. */
  readonly first?: string;
}

export const langOf = (locale: Locale): Lang => locale.replace(/-[fm]$/, '');

export function addressOf(locale: Locale): Address {
  if (locale.endsWith('-f')) return 'f';
  return locale.endsWith('-m') ? 'm' : '_';
}

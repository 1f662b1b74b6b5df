/** Which language a page speaks and how it addresses its reader. The form of address rides in the path, so nobody needs a cookie for it. */
export const locales = ['en', 'ar', 'ar-f', 'ar-m'] as const;
export type Locale = (typeof locales)[number];
export type Lang = 'en' | 'ar';

/** '_' addresses nobody in particular; 'f' and 'm' are chosen by the reader. */
export type Address = '_' | 'f' | 'm';

export function isLocale(value: string): value is Locale {
  return (locales as readonly string[]).includes(value);
}

export function langOf(locale: Locale): Lang {
  return locale === 'en' ? 'en' : 'ar';
}

export function dirOf(locale: Locale): 'ltr' | 'rtl' {
  return langOf(locale) === 'ar' ? 'rtl' : 'ltr';
}

export function addressOf(locale: Locale): Address {
  if (locale === 'ar-f') return 'f';
  return locale === 'ar-m' ? 'm' : '_';
}

/** The BCP 47 tag for Intl: Latin digits in Arabic too, because codes and phone numbers are read aloud in them. */
export function intlTag(locale: Locale): string {
  return langOf(locale) === 'ar' ? 'ar-EG-u-nu-latn' : 'en-GB';
}

/** The locale an Accept-Language header asks for (RFC 9110, 12.5.4); English when it names none of ours. */
export function negotiate(header: string | undefined): Locale {
  const wishes = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
      const q = rest.map((r) => /^\s*q=([\d.]+)$/.exec(r)?.[1]).find((v) => v !== undefined);
      return { tag: tag.trim(), q: q === undefined ? 1 : Number(q) };
    })
    .filter((wish) => wish.q > 0)
    .sort((a, b) => b.q - a.q);
  for (const { tag } of wishes) {
    if (isLocale(tag)) return tag;
    const primary = tag.split('-')[0] ?? '';
    if (isLocale(primary)) return primary;
  }
  return 'en';
}

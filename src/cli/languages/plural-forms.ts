/** How gettext is told which plural form a number takes. A test proves each against the forms Intl.PluralRules names. */

/** In the order catalogues and PO files hold them (Unicode CLDR). */
const order: readonly Intl.LDMLPluralRule[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** The forms a language has. */
export function formsOf(lang: string): Intl.LDMLPluralRule[] {
  const { pluralCategories } = new Intl.PluralRules(lang).resolvedOptions();
  return order.filter((form) => pluralCategories.includes(form));
}

const romance = 'n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2';
const upToOne = 'n > 1';
const oneOnly = 'n != 1';

/** A C expression that gives the number of the form. Languages we have prepared; another one is a line here. */
export const expressions: Readonly<Record<string, string>> = {
  ar: 'n == 0 ? 0 : n == 1 ? 1 : n == 2 ? 2 : n % 100 >= 3 && n % 100 <= 10 ? 3 : n % 100 >= 11 ? 4 : 5',
  de: oneOnly,
  en: oneOnly,
  es: romance,
  fa: upToOne,
  fr: 'n == 0 || n == 1 ? 0 : n % 1000000 == 0 ? 1 : 2',
  hi: upToOne,
  it: romance,
  pt: 'n == 0 || n == 1 ? 0 : n % 1000000 == 0 ? 1 : 2',
  tr: oneOnly,
  ur: oneOnly,
};

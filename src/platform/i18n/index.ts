import { langs, languageOf, locales, messagesOf } from './languages.ts';
import { type Locale, langOf } from './locale.ts';
import type { Said } from './said.ts';
import { type T, translator } from './translator.ts';

export type { Key } from './catalogues.ts';
export {
  isLang,
  isLocale,
  type Language,
  langs,
  languageOf,
  languages,
  locales,
  type Meta,
  type Review,
} from './languages.ts';
export { type Lang, type Locale, langOf } from './locale.ts';
export { isolate, type Message, type Params } from './message.ts';
export { negotiate } from './negotiate.ts';
export { type DataLang, dataDir, dataLangs, inLang, langFor, type Said, withData } from './said.ts';
export { sized, sizeSaid } from './size.ts';
export { type Texts, texts } from './texts.ts';
export type { T } from './translator.ts';

const ready = new Map<Locale, T>(
  locales.map((locale) => {
    const messages = messagesOf(langOf(locale));
    return [locale, translator(locale, languageOf(langOf(locale)), (key) => messages.get(key))];
  }),
);

/** The texts of one locale; the same object every time. */
export function translate(locale: Locale): T {
  const t = ready.get(locale);
  if (t === undefined) throw new Error(`No texts for the locale ${locale}`);
  return t;
}

/** What we say ourselves, in every language of our pages. */
export function everywhere(text: (t: T) => string): Said {
  return { ...both(text), ...Object.fromEntries(langs.map((lang) => [lang, text(translate(lang))])) };
}

/** The same in the languages of our data alone, for what is kept or published beside it. */
export const both = (text: (t: T) => string): Said => ({
  en: text(translate('en')),
  ar: text(translate('ar')),
});

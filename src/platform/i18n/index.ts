import { type Locale, langOf, locales } from './locale.ts';
import { messages } from './messages.ts';
import { type T, translator } from './translator.ts';

export type { Key } from './catalogues.ts';
export { dirOf, isLocale, type Lang, type Locale, langOf, locales, negotiate } from './locale.ts';
export { isolate, type Message, type Params } from './message.ts';
export { type Review, review } from './review.ts';
export { type Texts, texts } from './texts.ts';
export type { T } from './translator.ts';

const ready = new Map<Locale, T>(
  locales.map((locale) => [locale, translator(locale, (key) => messages[langOf(locale)].get(key))]),
);

/** The texts of one locale; the same object every time. */
export function translate(locale: Locale): T {
  const t = ready.get(locale);
  if (t === undefined) throw new Error(`No texts for the locale ${locale}`);
  return t;
}

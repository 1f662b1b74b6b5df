import { arabic, english } from './catalogues.ts';
import { type Lang, type Locale, langOf, locales } from './locale.ts';
import type { Message } from './message.ts';
import { type T, translator } from './translator.ts';

export type { Key } from './catalogues.ts';
export { isLocale, type Lang, type Locale, langOf, locales, negotiate } from './locale.ts';
export { isolate, type Message, type Params } from './message.ts';
export { type Review, review } from './review.ts';
export { type Texts, texts } from './texts.ts';
export type { T } from './translator.ts';

function flat(rooms: Readonly<Record<string, Readonly<Record<string, Message>>>>): ReadonlyMap<string, Message> {
  return new Map(
    Object.entries(rooms).flatMap(([room, messages]) =>
      Object.entries(messages).map(([key, message]) => [`${room}.${key}`, message] as const),
    ),
  );
}

/** All messages of a language by full key. */
export const messages: Readonly<Record<Lang, ReadonlyMap<string, Message>>> = {
  en: flat(english),
  ar: flat(arabic),
};

const ready = new Map<Locale, T>(
  locales.map((locale) => [locale, translator(locale, (key) => messages[langOf(locale)].get(key))]),
);

/** The texts of one locale; the same object every time. */
export function translate(locale: Locale): T {
  const t = ready.get(locale);
  if (t === undefined) throw new Error(`No texts for the locale ${locale}`);
  return t;
}

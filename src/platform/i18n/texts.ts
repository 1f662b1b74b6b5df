import { languageOf, messagesOf } from './languages.ts';
import { addressOf, type Locale, type Voice } from './locale.ts';
import { addressed, type Message } from './message.ts';
import type { T } from './translator.ts';

/** The messages a page hands to its islands, form of address already chosen. */
export interface Texts {
  readonly locale: Locale;
  readonly voice: Voice;
  readonly messages: Readonly<Record<string, Message>>;
}

/** All messages whose full key begins with one of `prefixes`, e.g. `texts(t, ['report.', 'receipt.'])`. */
export function texts(t: T, prefixes: readonly string[]): Texts {
  const address = addressOf(t.locale);
  const wanted = [...messagesOf(t.lang)].filter(([key]) => prefixes.some((prefix) => key.startsWith(prefix)));
  const { lang, dir, tag, first } = languageOf(t.lang);
  return {
    locale: t.locale,
    voice: { lang, dir, tag, ...(first === undefined ? {} : { first }) },
    messages: Object.fromEntries(wanted.map(([key, message]) => [key, addressed(message, address)])),
  };
}

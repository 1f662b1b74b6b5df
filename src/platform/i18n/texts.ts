import { addressOf, type Locale } from './locale.ts';
import { addressed, type Message } from './message.ts';
import { messages } from './messages.ts';
import type { T } from './translator.ts';

/** The messages a page hands to its islands, form of address already chosen. */
export interface Texts {
  readonly locale: Locale;
  readonly messages: Readonly<Record<string, Message>>;
}

/** All messages whose full key begins with one of `prefixes`, e.g. `texts(t, ['report.', 'receipt.'])`. */
export function texts(t: T, prefixes: readonly string[]): Texts {
  const address = addressOf(t.locale);
  const wanted = [...messages[t.lang]].filter(([key]) => prefixes.some((prefix) => key.startsWith(prefix)));
  return {
    locale: t.locale,
    messages: Object.fromEntries(wanted.map(([key, message]) => [key, addressed(message, address)])),
  };
}

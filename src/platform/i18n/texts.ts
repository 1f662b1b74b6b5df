import type { Key } from './catalogues.ts';
import { addressOf, type Locale } from './locale.ts';
import { addressed, type Message } from './message.ts';
import type { T } from './translator.ts';

/** The messages a page hands to its islands, form of address already chosen. */
export interface Texts {
  readonly locale: Locale;
  readonly messages: Readonly<Record<string, Message>>;
}

/** All messages whose key begins with one of `prefixes`, e.g. `texts(t, keys, ['report.', 'receipt.'])`. */
export function pick(t: T, keys: Iterable<string>, prefixes: readonly string[]): Texts {
  const wanted = [...keys].filter((key) => prefixes.some((prefix) => key.startsWith(prefix)));
  const address = addressOf(t.locale);
  return {
    locale: t.locale,
    messages: Object.fromEntries(wanted.map((key) => [key, addressed(t.message(key as Key), address)])),
  };
}

import { arabic, english } from './catalogues.ts';
import type { Lang } from './locale.ts';
import type { Message } from './message.ts';

function flat(
  rooms: Readonly<Record<string, Readonly<Record<string, Message>>>>,
): ReadonlyMap<string, Message> {
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

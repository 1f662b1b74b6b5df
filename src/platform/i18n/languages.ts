/**
 * The languages of our pages: every folder below locales/ that holds each message the English one holds, and a
 * meta.json. One that is not whole yet is on no page; `upstander languages` says what it lacks.
 */
import { files } from './catalogues.ts';
import type { Address, Lang, Locale, Voice } from './locale.ts';
import type { Message } from './message.ts';

/** Who has read a whole catalogue and stands behind it. Without a name the pages say that nobody has. */
export interface Review {
  readonly reviewedBy: string | null;
  readonly date: string | null;
}

/** locales/<lang>/meta.json. */
export interface Meta extends Omit<Voice, 'lang'>, Review {
  /** In the language itself. */
  readonly name: string;
  /** Forms of address its readers may choose besides the neutral one. */
  readonly address: readonly Address[];
}

export interface Language extends Meta, Voice {}

type Catalogue = ReadonlyMap<string, Message>;

function read(): Map<Lang, { meta: Meta | null; messages: Map<string, Message> }> {
  const found = new Map<Lang, { meta: Meta | null; messages: Map<string, Message> }>();
  for (const [path, content] of Object.entries(files)) {
    const [lang = '', file = ''] = path.split('/').slice(-2);
    const one = found.get(lang) ?? { meta: null, messages: new Map() };
    found.set(lang, one);
    const room = file.slice(0, -'.json'.length);
    if (room === 'meta') one.meta = content as unknown as Meta;
    else for (const [key, message] of Object.entries(content)) one.messages.set(`${room}.${key}`, message);
  }
  return found;
}

function whole(): Map<Lang, { language: Language; messages: Catalogue }> {
  const found = read();
  const keys = [...(found.get('en')?.messages.keys() ?? [])];
  // What is not among the two comes after them.
  const order = (lang: Lang) => ['en', 'ar'].indexOf(lang) >>> 0;
  return new Map(
    [...found]
      .sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1))
      .flatMap(([lang, { meta, messages }]) =>
        meta !== null && keys.every((key) => messages.has(key))
          ? [[lang, { language: { ...meta, lang }, messages }] as const]
          : [],
      ),
  );
}

const spoken = whole();

/** English first, Arabic, then the others by name. */
export const languages: readonly Language[] = [...spoken.values()].map(({ language }) => language);
export const langs: readonly Lang[] = languages.map(({ lang }) => lang);
export const locales: readonly Locale[] = languages.flatMap(({ lang, address }) => [
  lang,
  ...address.map((form) => `${lang}-${form}`),
]);

export const isLocale = (value: string): boolean => locales.includes(value);
export const isLang = (value: string): boolean => spoken.has(value);

export function languageOf(lang: Lang): Language {
  return of(lang).language;
}

/** All messages of a language by full key. */
export function messagesOf(lang: Lang): Catalogue {
  return of(lang).messages;
}

function of(lang: Lang) {
  const one = spoken.get(lang);
  if (one === undefined) throw new Error(`No texts in the language ${lang}`);
  return one;
}

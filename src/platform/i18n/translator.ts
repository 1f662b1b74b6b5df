import type { Key } from './catalogues.ts';
import type { Lang, Locale, Voice } from './locale.ts';
import { compose, isolate, type Message, type Params } from './message.ts';
import { inLang, langFor, type Said } from './said.ts';

/** Texts in one language and form of address. Calendar days are 'YYYY-MM-DD', months 'YYYY-MM' or any day in them. */
export interface T {
  (key: Key, params?: Params): string;
  readonly locale: Locale;
  readonly lang: Lang;
  readonly dir: 'ltr' | 'rtl';
  /** "22 November 2026" */
  day(day: string): string;
  /** "22 November" */
  dayOfYear(day: string): string;
  /** "Sunday 22 November" */
  weekday(day: string): string;
  /** "November 2026" */
  month(day: string): string;
  /** "16:10" on the clocks of a zone such as 'Africa/Cairo' */
  time(instant: Date, zone: string): string;
  number(n: number): string;
  /** "Ines and Omar" */
  list(items: readonly string[]): string;
  /** For sorting names and places as a reader of this language expects. */
  compare(a: string, b: string): number;
  /** Of what is said in several languages, what a reader of this one is shown: this one, else English, else another. */
  of(said: Said): string;
  /** The language of what `of` gives. */
  langOf(said: Said): Lang;
  /** "Arabic", of 'ar' */
  language(lang: Lang): string;
  /** The message as it stands in the catalogue. */
  message(key: Key): Message;
}

/** T over any source of messages: the whole catalogue on the server, the few a page carries in a browser. */
export function translator(
  locale: Locale,
  { lang, dir, tag, first }: Voice,
  find: (key: string) => Message | undefined,
): T {
  const numbers = new Intl.NumberFormat(tag);
  // A true minus, as wide as a digit; in Arabic it would else stand behind its number.
  const below = (n: string) => (dir === 'rtl' ? isolate(`−${n}`) : `−${n}`);
  const number = (n: number) => (n < 0 ? below(numbers.format(-n)) : numbers.format(n));
  const forms = { locale, dir, plural: new Intl.PluralRules(tag), number };
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options });
    return (day: string) => {
      const date = new Date(`${day.length === 7 ? `${day}-01` : day}T12:00:00Z`);
      if (first === undefined) return format.format(date);
      const parts = format.formatToParts(date);
      return parts.map(({ type, value }) => (type === 'day' && value === '1' ? first : value)).join('');
    };
  };
  const list = new Intl.ListFormat(tag, { type: 'conjunction' });
  const collator = new Intl.Collator(tag, { numeric: true });
  const message = (key: string): Message => {
    const found = find(key);
    if (found === undefined) throw new Error(`No text for ${key} in ${locale}`);
    return found;
  };
  return Object.assign((key: Key, params: Params = {}) => compose(message(key), params, forms), {
    locale,
    lang,
    dir,
    day: dates({ day: 'numeric', month: 'long', year: 'numeric' }),
    dayOfYear: dates({ day: 'numeric', month: 'long' }),
    weekday: dates({ weekday: 'long', day: 'numeric', month: 'long' }),
    month: dates({ month: 'long', year: 'numeric' }),
    time: (instant: Date, zone: string) =>
      new Intl.DateTimeFormat(tag, {
        timeZone: zone,
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }).format(instant),
    number: forms.number,
    list: (items: readonly string[]) => list.format(items),
    compare: (a: string, b: string) => collator.compare(a, b),
    of: (said: Said) => inLang(said, lang),
    langOf: (said: Said) => langFor(said, lang),
    language: (other: Lang) => new Intl.DisplayNames(tag, { type: 'language' }).of(other) ?? other,
    message,
  });
}

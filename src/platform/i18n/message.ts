import { type Address, addressOf, type Locale } from './locale.ts';

/** What a catalogue may hold under a key: a sentence, plural forms chosen by `n`, or forms of address. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;
export type Addressed = Readonly<{ _: string; f?: string; m?: string }>;
export type Message = string | Plural | Addressed;
export type Params = Readonly<Record<string, string | number>>;

/** The sentence for a form of address; plurals stay plural. */
export function addressed(message: Message, address: Address): string | Plural {
  if (typeof message === 'string' || 'other' in message) return message;
  return message[address] ?? message._;
}

/** All sentences of a message, for checks over a catalogue. */
export function sentences(message: Message): string[] {
  return typeof message === 'string' ? [message] : Object.values(message);
}

/** What disturbs a sentence that runs the other way. */
const against = {
  rtl: /[A-Za-z]|\d[\d\s().+-]*\d/,
  ltr: /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/,
};

/** Keeps a name or code in another direction from disturbing the sentence around it (Unicode UAX #9, FSI and PDI). */
export function isolate(text: string): string {
  return `\u2068${text}\u2069`;
}

interface Forms {
  locale: Locale;
  dir: 'ltr' | 'rtl';
  plural: Intl.PluralRules;
  number(n: number): string;
}

/**
 * A message with its {params} filled in. A param nobody gave stays visible as {name}: a sentence with a hole is
 * better than no page.
 */
export function compose(message: Message, params: Params, forms: Forms): string {
  const chosen = addressed(message, addressOf(forms.locale));
  const sentence =
    typeof chosen === 'string' ? chosen : (chosen[forms.plural.select(Number(params.n))] ?? chosen.other);
  return sentence.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined) return hole;
    if (typeof value === 'number') return forms.number(value);
    return against[forms.dir].test(value) ? isolate(value) : value;
  });
}

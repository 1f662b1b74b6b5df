import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { langs, languages, locales, messagesOf } from './languages.ts';
import { type Message, sentences } from './message.ts';

const english = messagesOf('en');
const catalogues = langs.map((lang) => [lang, messagesOf(lang)] as const);

const params = (message: Message) =>
  new Set(
    sentences(message).flatMap((sentence) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)),
  );

const isPlural = (message: Message): message is { other: string } =>
  typeof message !== 'string' && 'other' in message;

const filesOf = (lang: string) => readdirSync(new URL(`../../../locales/${lang}`, import.meta.url)).sort();

test('every folder of texts is whole, and a language of our pages', () => {
  expect([...langs].sort()).toEqual(readdirSync(new URL('../../../locales', import.meta.url)).sort());
  for (const lang of langs) expect([lang, ...filesOf(lang)]).toEqual([lang, ...filesOf('en')]);
});

test.each(langs)('%s holds the keys of the English texts', (lang) => {
  expect([...messagesOf(lang).keys()].sort()).toEqual([...english.keys()].sort());
});

test.each(langs)('a sentence takes the same params in %s', (lang) => {
  const differing = [...english].filter(([key, message]) => {
    const [ours, theirs] = [params(message), params(messagesOf(lang).get(key) ?? '')];
    // A form such as "one minute" may say its number in words.
    if (isPlural(message)) for (const set of [ours, theirs]) set.delete('n');
    return [...ours].sort().join() !== [...theirs].sort().join();
  });
  expect(differing.map(([key]) => key)).toEqual([]);
});

test.each(languages)('a plural is a plural in $lang, with every form that language has', ({ lang, tag }) => {
  const forms = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.toSorted();
  for (const [key, message] of english) {
    const theirs = messagesOf(lang).get(key) ?? '';
    expect([key, isPlural(theirs)]).toEqual([key, isPlural(message)]);
    if (isPlural(theirs)) expect([key, Object.keys(theirs).sort()]).toEqual([key, forms]);
  }
});

test.each(languages)('where one form in $lang stands for none too, it says its number', ({ lang, tag }) => {
  if (new Intl.PluralRules(tag).select(0) !== 'one') return;
  const silent = [...messagesOf(lang)].filter(
    ([, message]) =>
      isPlural(message) && params(message.other).has('n') && !params(sentences(message)[0] ?? '').has('n'),
  );
  expect(silent.map(([key]) => key)).toEqual([]);
});

test('French signs stay with the word before them, and nobody is half a word', () => {
  const torn = /[^\u00a0](?:[;!?](?=[\s»]|$)|»)|[^\u00a0/\d]:(?=\s|$)|«[^\u00a0]|\p{L}'\p{L}|\p{L}·\p{L}/u;
  const found = [...messagesOf('fr')].filter(([, message]) =>
    sentences(message).some((text) => torn.test(text)),
  );
  expect(found.map(([key]) => key)).toEqual([]);
});

test('a form of address always has a neutral one beside it', () => {
  for (const [, catalogue] of catalogues) {
    for (const [key, message] of catalogue) {
      if (typeof message === 'string' || isPlural(message)) continue;
      expect([key, Object.keys(message).every((form) => ['_', 'f', 'm'].includes(form))]).toEqual([
        key,
        true,
      ]);
      expect([key, '_' in message]).toEqual([key, true]);
    }
  }
});

const count = (text: string, letters: RegExp) => text.match(letters)?.length ?? 0;
const scripts = { latin: /\p{Script=Latin}/gu, arabic: /\p{Script=Arabic}/gu };

test('no sentence is empty or torn at its edges', () => {
  for (const [, catalogue] of catalogues) {
    const torn = [...catalogue].filter(([, message]) =>
      sentences(message).some((text) => text.trim() !== text || text === ''),
    );
    expect(torn.map(([key]) => key)).toEqual([]);
  }
});

test.each(languages)('no sentence in $lang was left in other letters', ({ lang, dir }) => {
  const [own, other] = dir === 'rtl' ? (['arabic', 'latin'] as const) : (['latin', 'arabic'] as const);
  const left = [...messagesOf(lang)].filter(([, message]) =>
    sentences(message).some((text) => {
      const words = text.replace(/\{\w+\}|[\w-]+\.\w{2,4}\b/g, '');
      return words.includes(' ') && count(words, scripts[own]) < count(words, scripts[other]);
    }),
  );
  expect(left.map(([key]) => key)).toEqual([]);
});

const never: Readonly<Record<string, RegExp>> = {
  en: /\b(victims?|perpetrators?|allegations?|alleged|sos|(safe|dangerous) areas?|incidents?|submit(s|ted|ting)?|tickets?)\b/i,
  ar: /(?<!\p{L})[وف]?[بلك]?(ال|لل)?(بلاغ|بلاغات|ضحية|ضحايا|متهم|متهمة|متهمون|متهمين|استغاثة|استغاثات)(?!\p{L})/u,
  fr: /(?<!\p{L})(victimes?|coupables?|agresseu(r|rs|se|ses)|allégu\p{L}*|allégations?|présumée?s?|sos|plaintes?|signalements?|incidents?|soumettre|soumis|soumise|ticket|tickets|zones? (sûres?|dangereuses?))(?!\p{L})/iu,
};

test('words that judge, frighten or belong to an office are in no text', () => {
  for (const [lang, catalogue] of catalogues) {
    const found = [...catalogue].filter(([, message]) =>
      sentences(message).some((text) => never[lang]?.test(text)),
    );
    expect(found.map(([key]) => key)).toEqual([]);
  }
});

test('the words that are never said are found when they are', () => {
  for (const said of ['A victim called', 'Submit', 'this incident']) expect(never.en?.test(said)).toBe(true);
  for (const said of ['تقديم بلاغ', 'الضحية هنا', 'والمتهمون', 'للاستغاثة استغاثة'])
    expect(never.ar?.test(said)).toBe(true);
  expect(never.ar?.test('إبلاغنا')).toBe(false);
  for (const said of ['La victime', 'Porter plainte', 'un signalement', 'Soumettre'])
    expect(never.fr?.test(said)).toBe(true);
  expect(never.fr?.test('se plaindre')).toBe(false);
});

test('there is a locale for each language, and for each form of address it has', () => {
  expect(locales.slice(0, 4)).toEqual(['en', 'ar', 'ar-f', 'ar-m']);
  expect(locales.length).toBe(languages.reduce((sum, { address }) => sum + 1 + address.length, 0));
});

import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { arabic, english } from './catalogues.ts';
import { locales } from './locale.ts';
import { type Message, sentences } from './message.ts';
import { messages } from './messages.ts';

const both = [
  ['en', messages.en],
  ['ar', messages.ar],
] as const;

const params = (message: Message) =>
  new Set(
    sentences(message).flatMap((sentence) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)),
  );

const isPlural = (message: Message): message is { other: string } =>
  typeof message !== 'string' && 'other' in message;

test('every catalogue file is in both tables', () => {
  for (const lang of ['en', 'ar']) {
    const files = readdirSync(new URL(`../../../locales/${lang}`, import.meta.url))
      .filter((name) => name.endsWith('.json') && name !== 'meta.json')
      .map((name) => name.slice(0, -5));
    expect(files.sort()).toEqual(Object.keys(lang === 'en' ? english : arabic).sort());
  }
});

test('both languages hold the same keys', () => {
  expect([...messages.ar.keys()].sort()).toEqual([...messages.en.keys()].sort());
});

test('a sentence takes the same params in both languages', () => {
  const differing = [...messages.en].filter(([key, message]) => {
    const [ours, theirs] = [params(message), params(messages.ar.get(key) ?? '')];
    // A form such as "one minute" may say its number in words.
    if (isPlural(message)) for (const set of [ours, theirs]) set.delete('n');
    return [...ours].sort().join() !== [...theirs].sort().join();
  });
  expect(differing.map(([key]) => key)).toEqual([]);
});

test('a plural in one language is a plural in the other, with every form that language has', () => {
  for (const [key, message] of messages.en) {
    const theirs = messages.ar.get(key) ?? '';
    expect([key, isPlural(theirs)]).toEqual([key, isPlural(message)]);
    if (isPlural(message)) {
      expect([key, Object.keys(message).sort()]).toEqual([key, ['one', 'other']]);
      expect([key, Object.keys(theirs).sort()]).toEqual([
        key,
        ['few', 'many', 'one', 'other', 'two', 'zero'],
      ]);
    }
  }
});

test('a form of address always has a neutral one beside it', () => {
  for (const [, catalogue] of both) {
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
const letters = { en: /[a-z]/gi, ar: /[\u0600-\u06FF]/g };

test('no sentence is empty or torn at its edges', () => {
  for (const [, catalogue] of both) {
    const torn = [...catalogue].filter(([, message]) =>
      sentences(message).some((text) => text.trim() !== text || text === ''),
    );
    expect(torn.map(([key]) => key)).toEqual([]);
  }
});

test('no sentence was left in the other language', () => {
  for (const [lang, catalogue] of both) {
    const other = lang === 'en' ? 'ar' : 'en';
    const left = [...catalogue].filter(([, message]) =>
      sentences(message).some((text) => {
        const words = text.replace(/\{\w+\}|[\w-]+\.\w{2,4}\b/g, '');
        return words.includes(' ') && count(words, letters[lang]) < count(words, letters[other]);
      }),
    );
    expect(left.map(([key]) => key)).toEqual([]);
  }
});

const never = {
  en: /\b(victims?|perpetrators?|allegations?|alleged|sos|(safe|dangerous) areas?|incidents?|submit(s|ted|ting)?|tickets?)\b/i,
  ar: /(?<!\p{L})[وف]?[بلك]?(ال|لل)?(بلاغ|بلاغات|ضحية|ضحايا|متهم|متهمة|متهمون|متهمين|استغاثة|استغاثات)(?!\p{L})/u,
};

test('words that judge, frighten or belong to an office are in no text', () => {
  for (const [lang, catalogue] of both) {
    const found = [...catalogue].filter(([, message]) =>
      sentences(message).some((text) => never[lang].test(text)),
    );
    expect(found.map(([key]) => key)).toEqual([]);
  }
});

test('the words that are never said are found when they are', () => {
  for (const said of ['A victim called', 'Submit', 'this incident']) expect(never.en.test(said)).toBe(true);
  for (const said of ['تقديم بلاغ', 'الضحية هنا', 'والمتهمون', 'للاستغاثة استغاثة'])
    expect(never.ar.test(said)).toBe(true);
  expect(never.ar.test('إبلاغنا')).toBe(false);
});

test('there is a locale for each form of address', () => {
  expect(locales).toEqual(['en', 'ar', 'ar-f', 'ar-m']);
});

/**
 * What in an officer's words speaks of a person instead of the place: care rule 20. It finds what has a shape; a
 * caseworker reads everything before anybody else does. Better one word too many than a name. Knows English, Arabic and
 * French. Pure.
 */
import { frenchName, frenchTold } from './personal-french.ts';

export const personalKinds = ['mail', 'link', 'handle', 'number', 'plate', 'name', 'who_told'] as const;
export type PersonalKind = (typeof personalKinds)[number];

export interface Span {
  kind: PersonalKind;
  /** Offsets into the text, `to` not included. */
  from: number;
  to: number;
}

/** In the order they stand; where two overlap, the first of the list of rules. */
export function personalIn(text: string): Span[] {
  const found: Span[] = [];
  for (const { kind, pattern, but } of rules)
    for (const match of text.matchAll(pattern)) {
      const span = { kind, from: match.index, to: match.index + match[0].length };
      const isFree = found.every(({ from, to }) => span.to <= from || span.from >= to);
      if (isFree && !but?.(match)) found.push(span);
    }
  return found.sort((a, b) => a.from - b.from);
}

interface Rule {
  kind: PersonalKind;
  pattern: RegExp;
  /** Of this shape, and yet nobody. */
  but?: (match: RegExpMatchArray) => boolean;
}

/** Digits as phones in either language write them. */
const digit = '[0-9\\u0660-\\u0669\\u06F0-\\u06F9]';
const before = '(?<![\\p{L}\\p{M}\\p{N}])';
const after = '(?![\\p{L}\\p{M}\\p{N}])';

const titles =
  'mrs?|ms|miss|mister|madam|sir|dr|doctor|eng|engineer|prof|professor|capt|captain|officer|sgt|lt'.replace(
    /[a-z]/g,
    (letter) => `[${letter}${letter.toUpperCase()}]`,
  );
/** After a title: a word that is no name. "Engineer on duty", "Officer in charge". */
const noName =
  /^(?:and|at|by|for|from|has|have|in|is|of|on|or|the|to|was|were|who|will|with|general|manager|director|minister|governor|duty|posts?|training)$/i;

const arabicTitles =
  '(?:ال)?(?:أستاذة?|استاذة?|سيدة?|آنسة|انسة|مهندسة?|دكتورة?|حاجة?|ضابط|نقيب|رائد|عميد|باشمهندسة?|كابتن|مدام|شيخ)';
const arabicNoName =
  /^(?:ال(?:مدير|مسؤول|مسئول|مشرف|رئيس|وزير|محافظ|مختص|معني|مناوب|مقيم|ركاب|سادة)\p{L}*|مديرة?|رئيسة?|مسؤولة?|مسئولة?|مشرفة?|وزيرة?|محافظ|نائبة?|التي|الذي|في|من|على|أو|عن|إلى|هو|هي|قد|مناوبة?|الأمن|أمن|الموقع|موقع)$/u;

const person =
  'girl|woman|lady|man|boy|guy|student|passenger|person|employee|worker|customer|rider|user|one|individual';
const told =
  'report(?:s|ed|ing)?|complain(?:s|ed|ing)?|claim(?:s|ed|ing)?|accus(?:es|ed|ing)|said|says|told|tells|wrote|writes|posted|called|came|lied|filed|sent|made|was|is';
const arabicPerson = '(?:ال)?(?:بنت|فتاة|سيدة|ست|امرأة|مرأة|شابة?|طالبة?|راكبة?|شخص|رجل|موظفة?|عميلة?|آنسة)';
const arabicTold =
  '(?:أ?بل[ّ]?غت?|[إا]?شتكت?ى?|شكت|حكت|حكى|قالت|قال|كتبت|كتب|[إا]?دعت|[إا]دعى|[إا]?تهمت|زعمت?|أرسلت|قدمت|قدّمت|كذبت)';

const rules: readonly Rule[] = [
  { kind: 'mail', pattern: /[\p{L}\p{N}._%+-]+\s?@\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu },
  {
    kind: 'link',
    pattern:
      /(?:https?:\/\/|www\.)\S+|(?:facebook|fb|instagram|twitter|tiktok|t\.me|wa\.me|x|linkedin|snapchat|youtube)(?:\.com|\.me)?\/[\w.@-]+/giu,
  },
  { kind: 'handle', pattern: new RegExp(`${before}@[\\p{L}\\p{N}_.]{2,}`, 'gu') },
  // Phones, national ids, cards: eight digits and more, however they are parted. A day or an hour has less.
  {
    kind: 'number',
    pattern: new RegExp(`\\+?${digit}(?:[\\s().\\-\\u2010-\\u2015/]{0,2}${digit}){7,}`, 'gu'),
    but: ([found]) => isDays(found ?? ''),
  },
  // Egyptian plates: up to three letters that stand apart and up to four digits; older and foreign ones in Latin letters.
  {
    kind: 'plate',
    pattern: new RegExp(
      `${before}(?:[\\u0621-\\u064A]\\s){1,2}[\\u0621-\\u064A]\\s?[-\\u2013]?\\s?${digit}{2,4}${after}|${before}${digit}{2,4}\\s?[-\\u2013]?\\s?(?:[\\u0621-\\u064A]\\s){1,2}[\\u0621-\\u064A]${after}`,
      'gu',
    ),
  },
  { kind: 'plate', pattern: new RegExp(`${before}[A-Z]{2,3}[\\s-]?${digit}{3,4}${after}`, 'gu') },
  {
    kind: 'name',
    pattern: new RegExp(
      `${before}(?:${titles})(?:\\.\\s*|\\s+)(\\p{L}[\\p{L}\\p{M}'’-]*)(?:\\s+\\p{Lu}[\\p{L}\\p{M}'’-]*)*`,
      'gu',
    ),
    but: (match) => noName.test(match[1] ?? ''),
  },
  {
    kind: 'name',
    pattern: new RegExp(
      `${before}[ولبف]?(?:${arabicTitles}\\s*[/\\\\:]?\\s+|(?<!${digit}\\s?)[مد]\\s*[./]\\s*|[أا]\\s*/\\s*)(\\p{L}[\\p{L}\\p{M}]*)`,
      'gu',
    ),
    but: (match) => arabicNoName.test(match[1] ?? ''),
  },
  {
    kind: 'who_told',
    pattern: new RegExp(
      `${before}(?:the|this|that|a|an|your)\\s+(?:\\p{L}+\\s+)?(?:${person})\\s+(?:who|that|which)\\s+(?:has\\s+|had\\s+)?(?:${told})${after}`,
      'giu',
    ),
  },
  {
    kind: 'who_told',
    pattern: new RegExp(
      `${before}(?:s?he)\\s+(?:has\\s+|had\\s+|only\\s+|just\\s+)?(?:${told})${after}`,
      'giu',
    ),
  },
  {
    kind: 'who_told',
    pattern: new RegExp(
      `${before}(?:her|his)\\s+(?:own\\s+)?(?:complaints?|reports?|claims?|story|stories|clothes|dress|phone|name|account|behaviou?r)${after}|${before}the\\s+(?:complainant|reporter|informant)s?${after}`,
      'giu',
    ),
  },
  {
    kind: 'who_told',
    pattern: new RegExp(
      `${before}[ولبف]?${arabicPerson}\\s+(?:اللي|التي|الذي|الي)\\s+${arabicTold}${after}`,
      'gu',
    ),
  },
  {
    kind: 'who_told',
    pattern: new RegExp(
      `${before}[ولبف]?(?:ال)?(?:صاحبة?|مقدمة?)\\s+(?:الشكوى|البلاغ|الحكاية|القصة|الرسالة)${after}|${before}[ولبف]?(?:الشاكية?|المشتكية?|المبلغة?)${after}|${before}(?:هي|إنها|أنها|انها)\\s+${arabicTold}${after}`,
      'gu',
    ),
  },
  { kind: 'name', pattern: frenchName },
  ...frenchTold.map((pattern) => ({ kind: 'who_told', pattern }) as const),
];

/** '2026-12-24', '24/12/2026 18:00', '2026-2027': days, hours and years. */
function isDays(found: string): boolean {
  const parts = latinDigits(found).split(/[^0-9]+/);
  return !found.startsWith('+') && parts.every((part) => part.length <= 2 || /^(?:19|20)\d\d$/.test(part));
}

/** Arabic-Indic and Persian digits as the ones every computer counts with. */
export const latinDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (one) => String((one.codePointAt(0) ?? 0) & 0xf));

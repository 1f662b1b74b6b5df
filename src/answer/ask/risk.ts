/**
 * Words of ours that a second caseworker reads before they go out: they accuse, they threaten, they point at one person
 * or at one moment, or they may hold a name. None of them is forbidden. Pure.
 */
import type { Span } from './check.ts';

export const riskKinds = ['accuses', 'threatens', 'points', 'moment', 'maybe_name'] as const;
export type RiskKind = (typeof riskKinds)[number];
export type Risk = Pick<Span, 'from' | 'to'> & { kind: RiskKind };

/** In the order they stand. `known`: names that may stand there, of the body and the place. */
export function risksIn(text: string, known: readonly string[]): Risk[] {
  const found: Risk[] = [];
  const add = (one: Risk) => {
    if (!found.some(({ from, to }) => one.from < to && from < one.to)) found.push(one);
  };
  for (const [kind, pattern] of patterns) {
    for (const { index, 0: hit } of text.matchAll(pattern))
      add({ kind, from: index, to: index + hit.length });
  }
  const ours = new Set(known.flatMap((name) => name.toLowerCase().split(/[^\p{L}]+/u)));
  for (const { index, 0: hit } of text.matchAll(capitalised)) {
    if (!ours.has(hit.toLowerCase())) add({ kind: 'maybe_name', from: index, to: index + hit.length });
  }
  return found.sort((a, b) => a.from - b.from);
}

/** A capital letter inside a sentence. */
const capitalised = /(?<=[\p{Ll}\p{Lo},;:\d]\s+)\p{Lu}\p{Ll}{2,}/gu;

/** Whole words; in Arabic also after the article and the letters that are written onto a word. */
const english = (words: string) => new RegExp(`\\b(?:${words})\\b`, 'gi');
const arabic = (words: string) =>
  new RegExp(`(?<![\\u0621-\\u064a])[وفبلك]?(?:ال|لل)?(?:${words})(?![\\u0621-\\u064a])`, 'g');

const patterns: readonly (readonly [RiskKind, RegExp])[] = [
  // Reports are what people told us. They are not findings.
  [
    'accuses',
    english(
      'guilty|criminals?|crimes?|rapists?|perverts?|harassers?|molesters?|predators?|liars?|animals?|corrupt|cover[- ]?up',
    ),
  ],
  [
    'accuses',
    arabic(
      'مجرم|مجرمة|مجرمين|مجرمون|جريمة|جرائم|مذنب|مذنبين|مغتصب|متحرش|متحرشين|متحرشون|منحرف|كاذب|كذاب|حيوان|حيوانات|فاسد|فاسدين|تستر',
    ),
  ],
  // An ask is no threat; what we do after silence stands on the page for everybody.
  [
    'threatens',
    english('sue|lawsuit|court|prison|jail|arrest(?:ed)?|punish(?:ed)?|fired|sacked|shame|expose'),
  ],
  ['threatens', arabic('قضية|محكمة|سجن|حبس|قبض|اعتقال|عقاب|معاقبة|فضيحة|فصله|طرده')],
  // Where few work, a post is a person.
  [
    'points',
    english('the (?:driver|guard|conductor|manager|inspector|officer|teacher|doctor|owner|cashier|cleaner)'),
  ],
  [
    'points',
    /(?<![\u0621-\u064a])[وفبك]?(?:ال|لل)(?:سائق|سواق|حارس|كمساري|مفتش|مدير|ضابط|مدرس|دكتور|صاحب|موظف|أمين|بواب)(?![\u0621-\u064a])/g,
  ],
  // What happened is never told finer than a month.
  ['moment', /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?\b/gi],
  ['moment', /[\d\u0660-\u0669]{1,2}:[\d\u0660-\u0669]{2}/g],
  [
    'moment',
    /(?<![\u0621-\u064a])(?:يوم\s+)(?:ال)(?:اثنين|إثنين|ثلاثاء|أربعاء|اربعاء|خميس|جمعة|سبت|أحد|احد)/g,
  ],
];

/** How Arabic is typed: stretched letters, what is written together, words with many spellings, Arabizi. */
import { isArticle } from './arabizi.ts';
import { formsOf } from './forms.ts';

const arabic = /[ا-ي]/;

/** As people slip, or as another country says it, and as the patterns here have it. */
const spellings: Readonly<Record<string, string>> = {
  مش: 'مو موش مب مهوش مهيش ماهوش مهياش مانيش منيش ليس ليست ليسوا لسنا لست لسن',
  كده: 'كدا كذا هيك كذه هكذا كذلك كذالك كدهو كدهون',
  برضو: 'برضه بردو برده برضك',
  كمان: 'ايضا كمانه',
  ليه: 'ليش لماذا علاش',
  فين: 'وين اين',
  ايه: 'شو شنو ماذا ايش',
  محدش: 'ماحدش محد محدا مفيحد ماحد',
  مفيش: 'مافيش مافي مفي مافيهوش',
  ده: 'دا هذا هاد دة هادا ذلك',
  دي: 'هذه هاي هاذي تلك هيدي',
  انتو: 'انتم انتوا انتن',
  اللي: 'اللى الي التي الذي الذين يلي الل',
  قوي: 'اوي اووي جدا للغايه',
  تريند: 'ترند تراند الترند التريند',
  اشمعنا: 'اشمعني اشمعنه',
  بس: 'لكن ولكن بسس',
  اكيد: 'اكييد لابد بالتاكيد حتما',
  حد: 'احد احدهم واحد',
  طب: 'طيب طيبب',
  محصلش: 'ماحصلش محصلتش ماحصلتش',
};
const readAs = new Map<string, string[]>();
for (const [plain, others] of Object.entries(spellings)) {
  for (const other of others.split(' ')) readAs.set(other, [...(readAs.get(other) ?? []), plain]);
}

/** Reads a folded word: its forms, the plainest first. No word at all: an article by itself, marks without a letter. */
export function reading(arabicOf: (word: string) => readonly string[]) {
  return (word: string): readonly (readonly string[])[] => {
    if (word === '' || isArticle(word)) return [];
    if (!arabic.test(word)) {
      const typed = word.replace(/(\D)\1{2,}/gu, '$1');
      return [[...new Set([...arabicOf(typed), word])]];
    }
    const forms = new Set<string>();
    for (const spelling of drawn(word)) {
      for (const form of formsOf(spelling)) {
        forms.add(form);
        for (const plain of readAs.get(form) ?? []) forms.add(plain);
      }
    }
    return [plainestFirst([...forms])];
  };
}

/** A letter drawn out stands for one, or for two: ياااارب، اللللي. */
function drawn(word: string): string[] {
  if (!/(.)\1\1/u.test(word)) return [word];
  return [word.replace(/(.)\1{2,}/gu, '$1'), word.replace(/(.)\1{2,}/gu, '$1$1')];
}

/** What is counted: the word without "and" and "the", in its usual spelling. */
function plainestFirst(forms: readonly string[]): readonly string[] {
  const [word = ''] = forms;
  const without = word.replace(/^[وف]?(?:ال|بال|لل)(?=..)/, '').replace(/^و(?=...)/, '');
  const plain = readAs.get(word)?.[0] ?? readAs.get(without)?.[0] ?? without;
  return [plain, ...forms.filter((form) => form !== plain)];
}

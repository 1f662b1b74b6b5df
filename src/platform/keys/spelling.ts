/**
 * How a word may be typed: any case, Arabic letters in their everyday variants, and Arabic words in Latin letters or
 * Franco digits (7elwan, 2amar). Folding only widens what is accepted; the list's own spelling is what is stretched.
 */
const arabicLetters = /[ء-ي]/;
const marks = /[\u064b-\u065f\u0670\u0640\u0610-\u061a\u06d6-\u06ed]/g;

/** Lower case, one spelling of each letter, no vowel marks, no stretching line. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(marks, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىئ]/g, 'ي')
    .replace(/ؤ/g, 'و')
    .replace(/ة/g, 'ه')
    .replace(/ء/g, '')
    .normalize('NFC');
}

/** Consonants each Arabic letter may be typed as; an empty one may be left out. */
const sounds: Readonly<Record<string, readonly string[]>> = {
  ب: ['b'],
  ت: ['t'],
  ث: ['s', 't'],
  ج: ['g'],
  ح: ['h'],
  خ: ['x'],
  د: ['d'],
  ذ: ['z', 'd'],
  ر: ['r'],
  ز: ['z'],
  س: ['s'],
  ش: ['c'],
  ص: ['s'],
  ض: ['d'],
  ط: ['t'],
  ظ: ['z', 'd'],
  غ: ['j'],
  ف: ['f'],
  ق: ['k', ''],
  ك: ['k'],
  ل: ['l'],
  م: ['m'],
  ن: ['n'],
  ه: ['h', ''],
};

/** Latin and Franco spellings, longest first. What is not here (vowels, hamza '2', ain '3') says nothing. */
const latin: readonly (readonly [string, string])[] = [
  ["7'", 'x'],
  ["3'", 'j'],
  ["9'", 'd'],
  ["6'", 'z'],
  ['kh', 'x'],
  ['gh', 'j'],
  ['sh', 'c'],
  ['ch', 'c'],
  ['th', 's'],
  ['dh', 'z'],
  ['5', 'x'],
  ['7', 'h'],
  ['8', 'k'],
  ['9', 's'],
  ['6', 't'],
  ['4', 'c'],
  ['$', 'c'],
  ['p', 'b'],
  ['v', 'f'],
  ['q', 'k'],
  ['c', 'k'],
  ['j', 'g'],
];

/** The consonants a typed Latin or Franco word stands for, doubled ones once. */
function consonants(typed: string): string {
  let rest = fold(typed).replace(/’/g, "'");
  let found = '';
  while (rest !== '') {
    const [spelling, sound] = latin.find(([start]) => rest.startsWith(start)) ?? [
      rest.charAt(0),
      rest.charAt(0),
    ];
    if (/[bcdfghjklmnrstxz]/.test(sound) && !found.endsWith(sound)) found += sound;
    rest = rest.slice(spelling.length);
  }
  return found;
}

/** Every way the consonants of an Arabic word may be typed in Latin letters. */
export function consonantsOf(word: string): string[] {
  let ways = [''];
  for (const letter of fold(word)) {
    const choices = sounds[letter] ?? [''];
    ways = ways.flatMap((way) => choices.map((sound) => (way.endsWith(sound) ? way : way + sound)));
  }
  return [...new Set(ways)];
}

const foldings = new WeakMap<readonly string[], Map<string, string>>();

/** The word spelled so but for case, marks and letter variants; undefined when there is none. A list is folded once. */
export function exact(typed: string, words: readonly string[]): string | undefined {
  const folded = foldings.get(words) ?? new Map(words.map((word) => [fold(word), word]));
  foldings.set(words, folded);
  return folded.get(fold(typed));
}

/** The list's words a typed one can stand for: one, when it is clear; several, when it must be asked. */
export function candidates(typed: string, words: readonly string[]): string[] {
  const same = exact(typed, words);
  if (same !== undefined) return [same];
  const heard = arabicLetters.test(typed) ? '' : consonants(typed);
  if (heard === '') return [];
  return words.filter((word) => arabicLetters.test(word) && consonantsOf(word).includes(heard));
}

/** Up to three words nearest to a typed one, within two slips of the finger. */
export function nearest(typed: string, words: readonly string[]): string[] {
  const folded = fold(typed);
  return words
    .map((word) => ({ word, distance: slips(folded, fold(word)) }))
    .filter(({ distance }) => distance <= 2)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ word }) => word);
}

/** Edit distance where swapping neighbours counts once (optimal string alignment). */
export function slips(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && i > 1 && j > 1)
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}

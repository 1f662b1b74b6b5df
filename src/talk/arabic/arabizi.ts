/**
 * Arabic in Latin letters and digits (msh kol el regala). Vowels are guesswork there, so words are compared by their
 * consonants, and only with words the patterns know: the street's spelling decides nothing but which of those is meant.
 */

const latin: readonly (readonly [string, string])[] = [
  ["7'", 'x'],
  ["3'", 'j'],
  ["9'", 'd'],
  ["6'", 'd'],
  ['sch', 'c'],
  ['kh', 'x'],
  ['gh', 'j'],
  ['sh', 'c'],
  ['ch', 'c'],
  ['th', 's'],
  ['dh', 'd'],
  ['2', 'Q'],
  ['q', 'Q'],
  ['3', ''],
  ['4', 'c'],
  ['5', 'x'],
  ['6', 't'],
  ['7', 'h'],
  ['8', 'j'],
  ['9', 's'],
  ['p', 'b'],
  ['v', 'f'],
  ['j', 'g'],
  ['$', 'c'],
];

const letters = new Map(
  'ب=b ت=t ث=s ج=g ح=h خ=x د=d ذ=z ر=r ز=z س=s ش=c ص=s ض=d ط=t ظ=z غ=j ف=f ق=Q ك=k ل=l م=m ن=n ه=h'
    .split(' ')
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(2)]),
);

/** Words too short for consonants to tell, and the little ones patterns count on. */
const small: Readonly<Record<string, string>> = {
  w: 'و',
  we: 'و',
  wa: 'و',
  ya: 'يا',
  da: 'ده',
  dah: 'ده',
  di: 'دي',
  dy: 'دي',
  dee: 'دي',
  fe: 'في',
  fi: 'في',
  fel: 'في',
  fee: 'فيه',
  feh: 'فيه',
  men: 'من',
  mn: 'من',
  '3la': 'علي',
  '3ala': 'علي',
  '3al': 'علي',
  '3an': 'عن',
  '3n': 'عن',
  le: 'ل',
  lel: 'ل',
  la: 'لا',
  laa: 'لا',
  ana: 'انا',
  enta: 'انت',
  enty: 'انتي',
  enti: 'انتي',
  ento: 'انتو',
  entu: 'انتو',
  e7na: 'احنا',
  hya: 'هي',
  heya: 'هي',
  howa: 'هو',
  hwa: 'هو',
  homa: 'هما',
  eh: 'ايه',
  eih: 'ايه',
  ey: 'اي',
  ay: 'اي',
  leh: 'ليه',
  leih: 'ليه',
  fen: 'فين',
  fein: 'فين',
  ma: 'ما',
  aw: 'او',
  ah: 'اه',
  aywa: 'ايوه',
  msh: 'مش',
  mesh: 'مش',
  mish: 'مش',
  mosh: 'مش',
  kol: 'كل',
  kul: 'كل',
  bas: 'بس',
  '7ad': 'حد',
  b2a: 'بقي',
  ba2a: 'بقي',
  ba2y: 'بقي',
  keda: 'كده',
  kda: 'كده',
  kida: 'كده',
  sa7: 'صح',
  '7a2': 'حق',
  '7aga': 'حاجه',
  '7agat': 'حاجات',
  law: 'لو',
  lw: 'لو',
  '2al': 'قال',
  '2aly': 'قالي',
  '2ali': 'قالي',
  '2alo': 'قالو',
  '2aloly': 'قالولي',
  '2alooly': 'قالولي',
  '2olt': 'قلت',
  '3ayza': 'عايزه',
  '3ayez': 'عايز',
  '3ayz': 'عايز',
  '3ayzeen': 'عايزين',
  nas: 'ناس',
  tab: 'طب',
  tayeb: 'طب',
  tyb: 'طب',
  set: 'ست',
  setat: 'ستات',
  wa7ed: 'واحد',
  wa7da: 'واحده',
  '3eb': 'عيب',
  '3eeb': 'عيب',
  fady: 'فاضي',
  fadi: 'فاضي',
  sad: 'صد',
  lama: 'لما',
  kanet: 'كانت',
  kan: 'كان',
  kont: 'كنت',
  konty: 'كنتي',
  yo2ol: 'يقول',
  yo2oli: 'يقولي',
  edo: 'ايده',
  eed: 'ايد',
  '3adi': 'عادي',
  '3ady': 'عادي',
  '3aady': 'عادي',
};

const articles = new Set(['el', 'al', 'il', 'l', 'er', 'es', 'ed', 'et', 'en', 'esh', 'as', 'ar']);

/** What a tag of forms.ts sounds like when the word is written out. */
const sounding: Readonly<Record<string, readonly string[]>> = {
  ME: ['ني'],
  US: ['نا'],
  HER: ['ها'],
  HIM: ['ه'],
  YOU: ['ك', 'كي', 'كم'],
  THEM: ['هم'],
  TOME: ['لي', 'ي'],
  TOHER: ['لها'],
  TOUS: ['لنا'],
  TOYOU: ['لك'],
  TOHIM: ['له'],
  TOTHEM: ['لهم'],
};

/** Of the Arabic words and stems (`stem*`) of a grammar, those an Arabizi word may be. */
export function arabizi(known: Iterable<string>): (word: string) => readonly string[] {
  const words = new Map<string, string[]>();
  const stems = new Map<string, string[]>();
  const keep = (map: Map<string, string[]>, key: string, word: string) => {
    if (key.length < 3) return;
    const list = map.get(key) ?? [];
    if (!list.includes(word)) list.push(word);
    map.set(key, list);
  };
  for (const word of known) {
    if (word.endsWith('*')) keep(stems, ofArabic(word.slice(0, -1)), word.slice(0, -1));
    else for (const written of writtenOut(word)) keep(words, ofArabic(written), word);
  }
  return (word) => {
    const little = small[word];
    if (little !== undefined) return [little];
    const found = new Set<string>();
    for (const key of keysOf(word)) {
      for (const one of words.get(key) ?? []) found.add(one);
      for (const one of stems.get(key) ?? []) found.add(one);
      for (let length = 4; length < key.length; length++) {
        for (const stem of stems.get(key.slice(0, length)) ?? []) found.add(stem);
      }
    }
    return [...found].filter((one) => soundsLike(word, one));
  };
}

/** Who types digits types 3 for every ع but a lost one, and 7 for no other letter than ح. */
function soundsLike(word: string, one: string): boolean {
  if (word.includes('3') !== one.includes('ع') && !/['\d]3|3'/.test(word)) return false;
  return !word.includes('7') || /[حخ]/.test(one);
}

/** An article stands apart in Arabizi and is no word of its own. */
export function isArticle(word: string): boolean {
  return articles.has(word);
}

function writtenOut(word: string): string[] {
  const tag = /[A-Z]+$/.exec(word)?.[0];
  if (tag === undefined) return [word];
  const stem = word.slice(0, -tag.length);
  if (tag === 'NEG') return stem === '' ? [] : [`م${stem}ش`, `م${stem}تش`, `م${stem}وش`];
  return (sounding[tag] ?? []).flatMap((tail) => [stem + tail, `${stem}ت${tail}`]);
}

/** A last ه is a vowel to the ear, so is ع to many who type. */
function ofArabic(word: string): string {
  const consonants = [...word.replace(/ه$/, '')].map((letter) => letters.get(letter) ?? '').join('');
  return consonants.replace(/(.)\1+/g, '$1');
}

/** The consonants of a Latin word, and of what is left of it without article and marks of the verb. */
function keysOf(word: string): Set<string> {
  const keys = new Set<string>();
  const bare = /^[ea]l(?=[a-z2-9]{4})/.test(word) ? [word, word.slice(2)] : [word];
  for (const each of bare) {
    const key = consonants(each);
    keys.add(key);
    keys.add(key.replace(/Q/g, ''));
    if (/^(?:b[eiay]*|(?:h|7)a(?=[tyn]))[a-z]/.test(each) && key.length > 2) {
      const rest = key.slice(1);
      keys.add(rest);
      if (/^[tn]/.test(rest) && rest.length > 2) keys.add(rest.slice(1));
    }
    if (/^[tn][ea]/.test(each) && key.length > 3) keys.add(key.slice(1));
  }
  return keys;
}

function consonants(word: string): string {
  let rest = word.replace(/(?<=[aeiou])h$/, '');
  let found = '';
  while (rest !== '') {
    const [spelled, sound] = latin.find(([start]) => rest.startsWith(start)) ?? [rest.slice(0, 1), undefined];
    found += sound ?? (/[bdfghklmnrstxz]/.test(spelled) ? spelled : spelled === 'c' ? 'k' : '');
    rest = rest.slice(spelled.length);
  }
  return found.replace(/(.)\1+/g, '$1');
}

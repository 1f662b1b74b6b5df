/**
 * One key for the many ways a place is written: حلوان, Helwan, 7elwan. Both scripts are brought to the consonants
 * they share; vowels, long vowels, doubling, hamza and ain are dropped, because spellings disagree about them.
 * Franco digits follow everyday Egyptian use.
 */
export interface PlaceName {
  en: string;
  ar: string;
}

/** What is written, and the consonants it may stand for: the most usual first, `-` for none. */
const sounds = new Map<string, readonly string[]>(
  [
    'ب=b پ=b ت=t ث=t|s ج=g چ=g ح=h خ=x د=d ذ=d|z ر=r ز=z س=s ش=c ص=s ض=d ط=t ظ=z|d غ=g ف=f ڤ=f ق=k|- ك=k گ=g',
    'ل=l م=m ن=n ه=h ة=-|t',
    "2=-|k 3=- 3'=g 4=c 5=x 5'=x 6=t 6'=z|d 7=h 7'=x 8=k|g 9=s 9'=d",
    'tch=c sch=c kh=x gh=g sh=c ch=c ph=f th=t|s|th dh=d|z dj=g ck=k x=ks',
    'b=b c=k d=d f=f g=g h=h j=g k=k l=l m=m n=n p=b q=k r=r s=s t=t v=f z=z|d',
  ]
    .join(' ')
    .split(' ')
    .map((entry): [string, string[]] => {
      const [written = '', readings = ''] = entry.split('=');
      return [written, readings.split('|').map((sound) => sound.replace('-', ''))];
    }),
);
const oneSound = /[35679]'|tch|sch|[kgscptd]h|dj|ck|./gu;

/** Words for what a place is, not which one. With an article they are a name: "University Gate" is not any gate. */
const general = new Set(
  [
    'محطة موقف ميدان شارع كوبري جسر سوق جامعة مستشفى مول خط حديقة منطقة حي كورنيش مترو station stop midan maidan',
    'meydan square street st share3 shari3 sharia sharea shara3 bridge kobri kobry market souk souq sou2 soo2',
    'university gam3et gameat gamaet hospital mostashfa mustashfa mall mool line khat 5at garden gardens park 7adi2a',
    '7adi2et district 7ay hay corniche kornish cornish mahatta mahattat mahatet ma7atet maw2af mawqaf metro the of',
  ].flatMap((words) => words.split(' ').map(plain)),
);

const articles = /^(?:al|el|il|as|es|ash|esh|ad|ed|ar|er|an|en|at|et|az|ez)$/;
const mostReadings = 8;

/**
 * Lower case, one letter for each family of Arabic letters (أإآ ا, ى ي, ة ه), no marks, Latin digits, single spaces.
 * What is compared when somebody typed the name as we know it.
 */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{Mn}\u0640\u200c-\u200f]/gu, '')
    .toLowerCase()
    .replace(/ٱ/g, 'ا')
    .replace(/[ىی]/g, 'ي')
    .replace(/ء/g, '')
    .replace(/ة/g, 'ه')
    .replace(/ک/g, 'ك')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[’‘`´ʼ]/g, "'")
    .replace(/(?<![3-9])'/g, '')
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
}

/** The most usual reading of a name as its consonants, without article and without words like "station". */
export function foldPlace(text: string): string {
  return readings(text)[0] ?? '';
}

/** Every way the consonants of a name can be read, most usual first, at most eight. */
export function readings(text: string): string[] {
  const words = plain(text).split(' ').filter(Boolean);
  const telling = words.filter((word, at) => {
    const named = isArticle(words[at - 1] ?? '', word);
    return (named || !general.has(word)) && !isArticle(word, words[at + 1]);
  });
  const kept = telling.length > 0 ? telling : words;
  const each = kept.map((word, at) => wordReadings(word, at < kept.length - 1));
  return [...new Set(combine(each).map((key) => key.replace(/([a-z])\1+/g, '$1')))];
}

function isArticle(word: string, next: string | undefined): boolean {
  if (next === undefined || !articles.test(word)) return false;
  return word.endsWith('l') || next.startsWith(word.slice(1));
}

/** Without an article grown together with the word. */
function bare(word: string): string {
  return word.replace(/^و?ال(?=\p{L}{2})/u, '').replace(/^[ae]l(?=[b-df-hj-np-tv-z2-9][a-z2-9']{2})/, '');
}

function wordReadings(word: string, followed: boolean): string[] {
  if (/^\d+$/.test(word)) return [word];
  const core = bare(word)
    .replace(/(?<=\p{L}{2})ه$/u, followed ? 'ة' : '')
    .replace(/c(?=[eiy])/g, 's');
  const found = (core.match(oneSound) ?? []).map((sound) => sounds.get(sound) ?? ['']);
  // a last h is as often only the mark of a vowel (Gizah) as a sound of its own (Salah)
  if (/[aei]h$/.test(core)) found[found.length - 1] = ['', 'h'];
  // the t of a name that stands before another: Madinat Nasr, Madina Nasr
  if (followed && /[aei]t$/.test(core)) found[found.length - 1] = ['t', ''];
  return combine(found);
}

/** All combinations in order of likelihood, cut at eight. */
function combine(parts: readonly (readonly string[])[]): string[] {
  return parts.reduce<string[]>(
    (before, part) => part.flatMap((sound) => before.map((key) => key + sound)).slice(0, mostReadings),
    [''],
  );
}

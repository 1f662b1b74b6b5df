/**
 * What an Arabic word may be once what is written together with it is taken off: و ف ب ل ك ال before, persons of the
 * verb (بي، هت، ن…), pronouns after. Not a morphology: it widens what a pattern may match, and patterns say the rest.
 *
 * Tags in capitals, which no folded word contains, say what was taken off: a pattern `مسكME` is "took hold of me" in any
 * person and number, `صرخNEG` is "did not scream".
 */

const shortest = 3;

/** Joined before a word: and, so, by, to, like, the. Longest first; what is left keeps at least two letters. */
const before = ['وبال', 'وال', 'فال', 'بال', 'كال', 'عال', 'ولل', 'هال', 'ال', 'لل', 'و', 'ف', 'ب', 'ل', 'ك'];

/** Object pronouns and what stands for them, longest first. */
const objects: readonly (readonly [string, string])[] = [
  ['لهم', 'TOTHEM'],
  ['لها', 'TOHER'],
  ['لنا', 'TOUS'],
  ['لي', 'TOME'],
  ['لك', 'TOYOU'],
  ['له', 'TOHIM'],
  ['هم', 'THEM'],
  ['ها', 'HER'],
  ['ني', 'ME'],
  ['نا', 'US'],
  ['كي', 'YOU'],
  ['كم', 'YOU'],
  ['كو', 'YOU'],
  ['ك', 'YOU'],
  ['ه', 'HIM'],
];

/** Every form of a folded Arabic word, the word itself first. */
export function formsOf(word: string): string[] {
  const forms = new Set<string>([word]);
  for (const plain of bare(word)) {
    forms.add(plain);
    addNegated(plain, forms);
    for (const verb of persons(plain)) {
      forms.add(verb);
      addObjects(verb, forms);
    }
  }
  return [...forms];
}

/** The word, and the word without what is joined before it. */
function bare(word: string): string[] {
  const found = [word];
  for (const joined of before) {
    // بقالي سنة: "it has been a year", nobody said it
    if (!word.startsWith(joined) || word.startsWith('بقال')) continue;
    const rest = word.slice(joined.length);
    if (rest.length < (joined.endsWith('ال') || joined === 'و' ? 2 : shortest)) continue;
    found.push(rest);
    if ((joined === 'و' || joined === 'ف') && /^[بهح][يتنا]/.test(rest) && rest.length > 4) break;
    if (joined === 'ال') break;
  }
  const rest = word.startsWith('و') ? word.slice(1) : '';
  if (/^[بلك](?=..)/.test(rest) && rest.length > shortest) found.push(rest.slice(1));
  return found;
}

/** A verb without the marks of present, future and person: بيتحرش، هتتحرش، يتحرش, تحرش. The word itself first. */
function persons(word: string): string[] {
  const found = [word];
  const plain = /^[بهحس][يتنا]/.test(word) && word.length >= 4 ? word.slice(1) : word;
  if (plain !== word) found.push(plain);
  if (/^[يتن]/.test(plain) && plain.length >= shortest + 1) found.push(plain.slice(1));
  if (/^ا/.test(plain) && plain !== word && plain.length >= shortest + 1) found.push(plain.slice(1));
  // بحكي: I tell
  if (/^ب(?!قال)[^يتنا]/.test(word) && word.length >= 4) found.push(word.slice(1));
  return found;
}

/** ماصرختش، متسألوش، مكنتش: the word between, in all its persons, marked as negated. */
function addNegated(word: string, forms: Set<string>): void {
  const inner = /^ما?(..+)ش(?:ي)?$/.exec(word)?.[1];
  if (inner === undefined || inner.length < 2) return;
  forms.add('NEG');
  for (const verb of persons(inner)) {
    forms.add(`${verb}NEG`);
    const stem = verb.replace(/(?:وا?|ت|تي|تو)$/, '');
    if (stem.length >= 2) forms.add(`${stem}NEG`);
    for (const [tail] of objects) {
      if (!verb.endsWith(tail) || verb.length - tail.length < 2) continue;
      forms.add(`${verb.slice(0, -tail.length).replace(/[وت]$/, '')}NEG`);
    }
  }
}

function addObjects(verb: string, forms: Set<string>): void {
  for (const [tail, tag] of objects) {
    if (!verb.endsWith(tail) || verb.length - tail.length < 2) continue;
    const stem = verb.slice(0, -tail.length);
    forms.add(stem + tag);
    if (/[وت]$/.test(stem) && stem.length > 2) forms.add(stem.slice(0, -1) + tag);
    if (/تو$/.test(stem) && stem.length > 3) forms.add(stem.slice(0, -2) + tag);
  }
}
